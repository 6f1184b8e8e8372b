import { readDate } from '../dates.js';
import { placeOf } from './families.js';
import { spell } from './keys.js';
import { isKnown } from './known.js';
import { lineOf } from './line-of.js';
import type { Entry, Split } from './matter.js';
import { telling } from './telling.js';
import { readYaml } from './yaml.js';

/**
 * Parts headers without a fence from the body: `Key: value`, perhaps with continuation lines that are set in, up to a
 * blank line (RFC 822, MultiMarkdown, Pelican), or YAML up to a closing fence alone (Hexo). Only where the block at the
 * top plainly is one: a first line of prose with a colon is none.
 *
 * @param text the file, its line ends being LF
 * @param path for problems
 */
export function splitHeaders(text: string, path: string): Split | undefined {
  const before = /^(?:[ \t]*\n)*/.exec(text)?.[0] ?? '';
  if (!header.test(text.slice(before.length, before.length + 200).split('\n')[0] ?? '')) return undefined;
  return splitToFence(text, before.length, path) ?? splitToBlank(text, before.length);
}

const header = /^([\p{L}][\p{L}\p{N}_-]*(?: [\p{L}\p{N}_-]+){0,2})[ \t]?:(?:[ \t]+(.*))?$/u;
/** Characters; more than this describes no article. */
const limit = 65_536;

/** Hexo's form: the first line of three dashes closes, and what is above it must all be YAML. */
function splitToFence(text: string, from: number, path: string): Split | undefined {
  const closing = /(?<=\n)-{3,}[ \t]*(?:\n|$)/g;
  closing.lastIndex = from;
  const end = closing.exec(text.slice(0, from + limit));
  if (!end) return undefined;
  const source = text.slice(from, end.index).trimEnd();
  const lines = source.split('\n');
  const line = lineOf(text, from);
  if (lines.some((each) => !header.test(each) && !/^(?:\s+\S|- |\s*$|#)/.test(each))) return undefined;
  const matter = readYaml(source, line, path);
  if (!matter.entries.some(({ key }) => telling(key))) return undefined;
  const start = closing.lastIndex;
  return { form: 'yaml', matter, body: text.slice(start), bodyLine: lineOf(text, start) };
}

function splitToBlank(text: string, from: number): Split | undefined {
  const blank = /\n[ \t]*(?:\n|$)/g;
  blank.lastIndex = from;
  const end = blank.exec(text);
  const source = text.slice(from, end?.index);
  if (source.length > limit) return undefined;
  const line = lineOf(text, from);
  const entries = entriesOf(source.split('\n'), line);
  if (!entries || !isPlainly(entries)) return undefined;
  const start = end ? blank.lastIndex : text.length;
  return {
    form: 'headers',
    matter: { entries, problems: [] },
    body: text.slice(start),
    bodyLine: lineOf(text, start),
  };
}

function entriesOf(lines: readonly string[], line: number): Entry[] | undefined {
  const entries: Entry[] = [];
  for (const [index, text] of lines.entries()) {
    const [whole, key = '', value = ''] = header.exec(text.trimEnd()) ?? [];
    const last = entries.at(-1);
    if (whole !== undefined)
      entries.push({ key: names.get(spell(key)) ?? key, value, line: line + index, raw: true });
    else if (last && /^[ \t]+\S/.test(text))
      entries[entries.length - 1] = { ...last, value: `${last.value} ${text.trim()}` };
    else return undefined;
  }
  const isMessage = lines.some((text) => /^subject[ \t]?:/i.test(text));
  // Servers are told by it when to drop their copy of a message (RFC 5536, 3.2.5).
  return isMessage ? entries.filter(({ key }) => placeOf(spell(key))?.family !== 'expires') : entries;
}

/** What mail calls the title and the author. */
const names = new Map([
  ['subject', 'title'],
  ['from', 'author'],
]);

/**
 * Several lines are headers where they tell the title and more, or tell something and none reads like prose. A line
 * alone must give a title, a date that is one, or a short author.
 */
function isPlainly(entries: readonly Entry[]): boolean {
  const [first] = entries;
  if (!first || typeof first.value !== 'string') return false;
  const told = entries.map(({ key }) => telling(key)).filter((family) => family !== undefined);
  if (told.length > 1 && told.includes('title')) return true;
  if (entries.length > 1) return told.length > 0 && !entries.some(isProse);
  if (told[0] === 'published') return readDate(first.value, { timezone: 'UTC' }) !== undefined;
  return told[0] === 'title' || (told[0] === 'authors' && first.value.length < 80);
}

function isProse({ key, value }: Entry): boolean {
  return (
    typeof value === 'string' &&
    !isKnown(key) &&
    value.length > 60 &&
    /[.!?]["”’]?$|[.!?]\s+\p{Lu}/u.test(value)
  );
}
