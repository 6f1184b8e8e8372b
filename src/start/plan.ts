import { defaults } from '../config/defaults.js';
import { configText } from './config-text.js';
import type { Answers } from './questions.js';
import type { Recognised } from './recognise.js';
import { quoted } from './yaml-value.js';

/**
 * What counts where a question is answered with nothing.
 *
 * @param found what the folder is, if that is known
 * @param name a title for want of a better one
 */
export function atHand(found: Recognised | undefined, name: string): Answers {
  const { site, title = name } = found?.said ?? {};
  return {
    title,
    articles: found?.articles ?? defaults.articles,
    output: defaults.output,
    ...(site !== undefined && { site }),
  };
}

/**
 * The config for what was answered and what was found.
 *
 * @param answers to the questions
 * @param found what the folder is, if that is known
 */
export function planned(answers: Answers, found: Recognised | undefined): string {
  const { name, said, permalink, remark } = found ?? {};
  // Without a site, entries have pages here, and those are where the links lead.
  const isElsewhere = answers.site !== undefined;
  const about =
    permalink === undefined || isElsewhere
      ? remark
      : `With "site", ${quoted(permalink)} gives the addresses that ${name} gives.`;
  return configText(
    { ...said, ...answers, ...(isElsewhere && permalink !== undefined && { permalink }) },
    about === undefined ? {} : { permalink: about },
  );
}
