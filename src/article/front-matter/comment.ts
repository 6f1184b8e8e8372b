import { splitFenced } from './fenced.js';
import { splitFields } from './fields.js';
import { splitHeaders } from './headers.js';
import { lineOf } from './line-of.js';
import { linesIn } from './lines-in.js';
import type { Split } from './matter.js';
import { telling } from './telling.js';

/**
 * Parts front matter within an HTML comment at the top from the body below it. A comment that says nothing an article
 * says is part of the body.
 *
 * @param text the file, its line ends being LF
 * @param path for problems
 */
export function splitComment(text: string, path: string): Split | undefined {
  const opening = /^\s*<!--[ \t]*\n?/.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const end = text.slice(0, opening.length + limit).indexOf('-->', opening.length);
  if (end < 0) return undefined;
  const inside = text.slice(opening.length, end).trimEnd();
  const split = splitFields(inside) ?? splitFenced(inside, path) ?? splitHeaders(inside, path);
  if (!split?.matter.entries.some(({ key }) => telling(key)) || split.body.trim() !== '') return undefined;
  const rest = /^[ \t]*(?:\n|$)/.exec(text.slice(end + 3))?.[0];
  if (rest === undefined) return undefined;
  const from = end + 3 + rest.length;
  const down = linesIn(opening);
  const moved = <Placed extends { readonly line?: number }>(placed: Placed) => ({
    ...placed,
    line: (placed.line ?? 1) + down,
  });
  return {
    form: split.form,
    matter: { entries: split.matter.entries.map(moved), problems: split.matter.problems.map(moved) },
    body: text.slice(from),
    bodyLine: lineOf(text, from),
  };
}

/** Characters; more than this describes no article. */
const limit = 65_536;
