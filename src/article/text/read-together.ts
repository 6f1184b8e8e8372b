import type { ReadContext } from '../article.js';
import { isName } from './is-name.js';
import type { Mark } from './mark.js';
import { readCopyDate } from './read-date.js';
import { readAside, readPart } from './read-part.js';

/**
 * Reads statements that nothing parts: "By A B November 26, 2025", "A B Published May 1, 2025 Updated May 2, 2025".
 *
 * @param text a part of a line
 * @param line the number of its line
 * @param context for dates
 * @param depth how many statements may follow each other
 */
export function readTogether(
  text: string,
  line: number,
  context: ReadContext,
  depth = 4,
): Mark[] | undefined {
  if (depth === 0 || text.length > 140 || !/\d|\bago\b|[:：]/.test(text)) return undefined;
  for (const { left, rest } of beginnings(text, line, context)) {
    const signed = rest.replace(/^by\s+/i, 'Author: ');
    const right =
      readPart(rest, line, context) ??
      (left[0]?.kind === 'date' ? readPart(signed, line, context) : undefined) ??
      readTogether(rest, line, context, depth - 1);
    const named = left.every((mark) => mark.kind === 'authors' && mark.trust === 'name');
    const proven = !named || right?.some((mark) => mark.kind === 'date' && mark.labelled);
    if (right && proven) return [...left, ...right];
  }
  return undefined;
}

/** Every statement that a text may begin with; a date is the longer one ("May 1, 2025 3:45 PM", not "May 1, 2025 3:45"). */
function beginnings(text: string, line: number, context: ReadContext): { left: Mark[]; rest: string }[] {
  const found = [...text.matchAll(/,?\s+/g)].slice(0, 24).flatMap((space) => {
    const before = text.slice(0, space.index);
    const left = readPart(before, line, context) ?? readName(before, line);
    const usable = left && left.length > 0 && !left.some(({ kind }) => kind === 'furniture');
    return usable ? [{ left, rest: text.slice(space.index + space[0].length) }] : [];
  });
  const isDate = ({ left }: (typeof found)[number]) => left[0]?.kind === 'date';
  return [...found.filter(isDate).toReversed(), ...found.filter((one) => !isDate(one))];
}

function readName(text: string, line: number): Mark[] | undefined {
  return isName(text) && text.includes(' ')
    ? readAside(text, line)?.filter(({ kind }) => kind === 'authors')
    : undefined;
}

/**
 * Reads a date with a place or a name before it and a comma between: "Nairobi, 26 November 2025".
 *
 * @param text a line
 * @param line its number
 * @param context for dates
 */
export function readApart(text: string, line: number, context: ReadContext): Mark[] | undefined {
  for (const comma of [...text.matchAll(/[,:]\s+/g)].slice(0, 3)) {
    const before = text.slice(0, comma.index);
    if (!/^\p{Lu}/u.test(before) || before.split(' ').length > 6) return undefined;
    const date = readCopyDate(text.slice(comma.index + comma[0].length), context);
    if (!date) continue;
    const [first = '', ...rest] = before.split(/,\s+/);
    const signed = rest.length === 1 && rest[0]?.includes(' ') && !isPlace(first) ? first : before;
    const aside = isPlace(signed) ? [] : readAside(signed, line);
    return aside && [{ kind: 'date', of: 'published', labelled: false, date, line }, ...aside];
  }
  return undefined;
}

function isPlace(text: string): boolean {
  return text.includes(',') || places.test(text) || (!text.includes(' ') && isName(text));
}

/** How the names of cities of two words and more commonly begin. */
const places =
  /^(?:New|San|Santa|Los|Las|São|Sao|Rio|Tel|Abu|Hong|Buenos|Cape|Kuala|Port|Saint|St\.?|Mexico|El|La|Le|Addis|Dar|Phnom|Ulan|Sri|North|South|East|West|Washington|United|Saudi)\s/u;
