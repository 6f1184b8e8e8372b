import { readJson } from './json.js';
import { lineOf } from './line-of.js';
import { linesIn } from './lines-in.js';
import type { Split } from './matter.js';
import { telling } from './telling.js';

/**
 * Parts a JSON object at the top of a file from the body below it. An object that says nothing an article says is
 * part of the body.
 *
 * @param text the file, its line ends being LF
 * @param path for problems
 */
export function splitBraces(text: string, path: string): Split | undefined {
  const before = /^\s*(?=\{\s*")/.exec(text)?.[0];
  if (before === undefined) return undefined;
  const end = endOf(text, before.length);
  const after = end === undefined ? undefined : /^[ \t]*(?:\n|$)/.exec(text.slice(end, end + 200));
  if (end === undefined || !after) return undefined;
  const line = linesIn(before) + 1;
  const matter = readJson(text.slice(before.length, end), line, path);
  if (!matter.entries.some(({ key }) => telling(key))) return undefined;
  const from = end + after[0].length;
  return { form: 'json', matter, body: text.slice(from), bodyLine: lineOf(text, from) };
}

/** Where the object that begins here ends; strings may hold braces, and one that is not closed ends with its line. */
function endOf(text: string, from: number): number | undefined {
  const marks = /"(?:[^"\\\n]|\\.)*"?|[{}]/g;
  marks.lastIndex = from;
  let depth = 0;
  for (let mark = marks.exec(text); mark && mark.index < from + limit; mark = marks.exec(text)) {
    if (mark[0] === '{') depth += 1;
    if (mark[0] === '}') depth -= 1;
    if (depth === 0) return marks.lastIndex;
  }
  return undefined;
}

/** Characters; more than this describes no article. */
const limit = 65_536;
