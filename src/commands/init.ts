import { join } from 'node:path';
import { ConfigError } from '../config/error.js';
import { readableName } from '../config/readable-name.js';
import type { Problem } from '../problems.js';
import { answerFault } from '../start/answer-fault.js';
import { firstArticle } from '../start/first-article.js';
import { lookAt } from '../start/look.js';
import { atHand, planned } from '../start/plan.js';
import { type Answers, answersOf, asked } from '../start/questions.js';
import { type Recognised, recognise } from '../start/recognise.js';
import { configName, isBare, mustBeNew, writeArticle, writeConfig } from '../start/write.js';
import type { Host } from './host.js';
import { harmless, wrap } from './layout.js';
import type { Options } from './options.js';
import { problemLines } from './problem-lines.js';
import { reasons } from './reasons.js';

/**
 * Begins in the working folder: finds out what it is, asks what it cannot know, and writes a config and a first article.
 *
 * @param folder the articles folder, where one was named
 * @returns the exit code: 0 done; 2 could not; 130 where whoever was asked went away, and nothing was written
 * @throws what is a fault of Feedmill, not of the user or the machine
 */
export async function init(folder: string | undefined, options: Options, host: Host): Promise<number> {
  const { cwd } = host;
  const layout = () => ({ ...host.layout(), colour: host.layout().colour && options.color });
  const say = (line: string) => host.err(`${wrap(harmless(line), layout(), 2)}\n`);
  const tell = (problems: readonly Problem[]) => {
    for (const line of problemLines(problems, layout(), false, Infinity)) host.err(`${line}\n`);
  };
  try {
    const given = accepted(typed(folder, options), cwd, (key) => (key === 'articles' ? key : `--${key}`));
    const found = await recognise(lookAt(cwd));
    const usual = atHand(found, readableName(cwd));
    await mustBeNew(cwd, given.articles ?? usual.articles);
    if (found) {
      say(recognisedLine(found));
      tell(found.problems);
    }
    const answers = options.yes
      ? { ...usual, ...given }
      : await talked(host, usual, given, (fault) => tell([fault]));
    if (answers === undefined) {
      host.err('\nNothing was written.\n');
      return 130;
    }
    accepted(answers, cwd, String);
    await mustBeNew(cwd, answers.articles);
    const isEmpty = await isBare(cwd, answers.articles);
    await writeConfig(cwd, planned(answers, found));
    say(`wrote ${configName}`);
    const article = firstArticle((host.time ?? (() => new Date()))(), found?.isDated ?? false);
    const isWritten = isEmpty && (await writeArticle(cwd, answers.articles, article));
    say(isWritten ? `wrote ${join(answers.articles, article.name)}` : leftLine(answers));
    for (const line of nextLines(answers, host)) say(line);
    return 0;
  } catch (error) {
    tell(reasons(error));
    return 2;
  }
}

/** Options that are answers. */
function typed(articles: string | undefined, { site, title, output }: Options): Partial<Answers> {
  const all = Object.entries({ site, title, articles, output });
  return Object.fromEntries(all.filter(([, answer]) => answer !== undefined));
}

/**
 * @param nameOf by what name people know a key
 * @throws ConfigError where an answer cannot be used
 */
function accepted(answers: Partial<Answers>, cwd: string, nameOf: (key: string) => string): Partial<Answers> {
  const faults = asked.flatMap((key) => {
    const answer = answers[key];
    return (answer !== undefined && answerFault(cwd, nameOf(key), key, answer, answers)) || [];
  });
  if (faults.length > 0) throw new ConfigError(faults);
  return answers;
}

/** Asks, where there is somebody to answer. */
async function talked(
  { talk, cwd }: Host,
  usual: Answers,
  given: Partial<Answers>,
  tell: (fault: Problem) => void,
): Promise<Answers | undefined> {
  if (talk === undefined) return { ...usual, ...given };
  const { ask, end } = await talk();
  try {
    return await answersOf(usual, given, {
      ask: (question) => ask(harmless(question)),
      tell,
      faultOf: (key, answer, before) => answerFault(cwd, key, key, answer, before),
    });
  } finally {
    end();
  }
}

function recognisedLine({ name, by, said, permalink }: Recognised): string {
  const keys = [...Object.keys(said), ...(permalink === undefined ? [] : ['permalink'])];
  return `recognised ${name} by ${by}${keys.length > 0 ? `, for ${keys.join(', ')}` : ''}`;
}

function leftLine({ articles }: Answers): string {
  const isHere = articles === '.';
  return `left ${isHere ? 'this folder' : articles} as it is: something lies ${isHere ? 'here' : 'there'} already`;
}

/** What to type next. */
function nextLines({ output }: Answers, { env }: Host): string[] {
  const name = env.npm_command === 'exec' ? 'npx feedmill' : 'feedmill';
  return [
    'next:',
    `  ${name} build   makes the feeds, in ${output}`,
    `  ${name} serve   shows them, and follows what you write`,
  ];
}
