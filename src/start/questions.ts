import type { Problem } from '../problems.js';
import type { Choices } from './choices.js';

/** What is asked. */
export type Answers = Pick<Choices, 'site' | 'title' | 'articles' | 'output'>;

/** How the questions are asked, and by what the answers are judged. */
export interface Talk {
  /** Resolves with what was typed; nothing where there will be no more. */
  readonly ask: (question: string) => Promise<string | undefined>;
  /** Tells why an answer cannot be used. */
  readonly tell: (fault: Problem) => void;
  readonly faultOf: (key: keyof Answers, answer: string, before: Partial<Answers>) => Problem | undefined;
}

/** In the order in which they are asked. */
const questions: Readonly<Record<keyof Answers, string>> = {
  site: 'Public address of the site, as https://example.org/',
  title: 'Title of the feeds',
  articles: 'Folder of the articles',
  output: 'Folder for the feeds',
};

/** The keys of what is asked, in that order. */
export const asked = ['site', 'title', 'articles', 'output'] as const satisfies (keyof Answers)[];

/**
 * Asks what is not given yet. Nothing typed takes what is at hand; an answer that cannot be used is asked for again.
 *
 * @param atHand what counts where nothing is typed
 * @param given what need not be asked
 * @returns nothing where whoever was asked went away
 */
export async function answersOf(
  atHand: Answers,
  given: Partial<Answers>,
  { ask, tell, faultOf }: Talk,
): Promise<Answers | undefined> {
  let answers: Partial<Answers> = given;
  for (const key of asked.filter((each) => given[each] === undefined)) {
    const usual = atHand[key];
    for (;;) {
      const typed = await ask(`${questions[key]} (${usual ?? 'none yet'}): `);
      if (typed === undefined) return undefined;
      const answer = typed.trim() || usual;
      const fault = answer === undefined ? undefined : faultOf(key, answer, answers);
      if (fault === undefined) {
        answers = answer === undefined ? answers : { ...answers, [key]: answer };
        break;
      }
      tell(fault);
    }
  }
  return { ...atHand, ...answers };
}
