import { isKnown } from './known.js';
import { lineOf } from './line-of.js';
import { linesIn } from './lines-in.js';
import type { Entry, Form, Split } from './matter.js';

/**
 * Parts the fields of reStructuredText from the body: `:date: …` at the top or under the title, and Nikola's
 * `.. title: …`. Lines under a title are left blank in the body, so that all others keep their numbers.
 *
 * @param text the file, its line ends being LF
 */
export function splitFields(text: string): Split | undefined {
  const before = /^(?:[ \t]*\n)*/.exec(text)?.[0] ?? '';
  const heading = headingAt(text, before.length);
  const from = before.length + heading.length;
  const form: Form | undefined = text.startsWith('.. ', from)
    ? 'dots'
    : text.charAt(from) === ':'
      ? 'fields'
      : undefined;
  if (!form) return undefined;
  const line = lineOf(text, from);
  const { entries, length } = entriesOf(text, from, line, form === 'dots' ? dots : field);
  if (!entries.some(({ key }) => isKnown(key))) return undefined;
  const to = from + length;
  const body = text.slice(to);
  if (heading === '') return { form, matter: { entries, problems: [] }, body, bodyLine: lineOf(text, to) };
  const blank = '\n'.repeat(linesIn(text.slice(from, to)));
  return { form, matter: { entries, problems: [] }, body: text.slice(0, from) + blank + body, bodyLine: 1 };
}

const field = /^:([A-Za-z][\w -]{0,40}):(?:[ \t]+(.*))?$/;
const dots = /^\.\. ([A-Za-z][\w-]{0,40}):(?:[ \t]+(.*))?$/;

/** A title with a line under it, perhaps one over it too, and the blank lines after it. */
function headingAt(text: string, from: number): string {
  const start = text.slice(from, from + 1000);
  return (
    /^(?:([^\w\s])\1{2,}[ \t]*\n)?\S.*\n([^\w\s])\2{2,}[ \t]*\n(?:[ \t]*\n)+(?=[:.])/.exec(start)?.[0] ?? ''
  );
}

function entriesOf(
  text: string,
  from: number,
  line: number,
  shape: RegExp,
): { entries: Entry[]; length: number } {
  const entries: Entry[] = [];
  let length = 0;
  for (const [index, each] of text
    .slice(from, from + limit)
    .split('\n')
    .entries()) {
    const [whole, key = '', value = ''] = shape.exec(each.trimEnd()) ?? [];
    const last = entries.at(-1);
    if (whole !== undefined) entries.push({ key, value, line: line + index, raw: true });
    else if (last && /^[ \t]+\S/.test(each))
      entries[entries.length - 1] = { ...last, value: `${last.value} ${each.trim()}` };
    else break;
    length += each.length + 1;
  }
  return { entries, length: Math.min(length, text.length - from) };
}

/** Characters; more than this describes no article. */
const limit = 65_536;
