import type { Field, Findings, Found, Statements } from '../article.js';
import { type Draft, say } from '../draft.js';
import type { Said } from './said.js';

/** What was chosen for each statement, or nothing. */
export type Choices = { readonly [F in Field]?: Said<NonNullable<Statements[F]>> | undefined };

/** Puts what was chosen into findings: the values, and beside them the places that state them. */
export function findingsOf(choices: Choices): Findings {
  const findings: Draft & Findings = { found: {}, problems: [] };
  const put = <Name extends Field>(name: Name, choice: Choices[Name]) => {
    if (choice) say(findings, name, choice.value, at(choice));
  };
  for (const name of Object.keys(choices) as Field[]) put(name, choices[name]);
  return findings;
}

function at({ line, relative }: Said<unknown>): Found {
  return { in: 'body', line, ...(relative && { relative }) };
}
