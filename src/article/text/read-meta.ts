import type { ReadContext } from '../article.js';
import { endsSentence } from './ends-sentence.js';
import { isFurniture } from './furniture.js';
import { readLabels } from './label.js';
import type { Mark } from './mark.js';
import { readCopyDate } from './read-date.js';
import { readAside, readPart } from './read-part.js';
import { readApart, readTogether } from './read-together.js';
import { splitTags } from './tags.js';

/**
 * Reads a line that is wholly metadata: every part of it must be a date, a byline, a label with its value, or furniture;
 * beside one of these also a bare name or a section. So "By Monday the river had fallen." is none.
 *
 * @param text the line
 * @param line its number
 * @param context for dates
 * @returns nothing where any part of the line says something else
 */
export function readMeta(text: string, line: number, context: ReadContext): Mark[] | undefined {
  if (text.length > longest) return undefined;
  const bare = unwrap(text);
  if (bare === '' || isFurniture(bare, 'edge')) return [{ kind: 'furniture', line }];
  return (
    (isDatedBehindBar(bare, context) ? readParts(bare, line, context) : undefined) ??
    readWhole(bare, line) ??
    readPart(bare, line, context) ??
    readParts(bare, line, context) ??
    readApart(bare, line, context)
  );
}

const longest = 400;
const bars = /\s*[|•·●▪‖¦]\s*|\s+[–—/~-]+\s+|\s+[–—-]+(?=\p{Lu})|\s*;\s+|\t+/u;
const time = /^\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*(?:uhr|hrs|\(?\p{Lu}{2,5}\)?))?$/iu;

/** "Source: Harbour Wire | 14 October 2025": the date is none of what the label announces. */
function isDatedBehindBar(text: string, context: ReadContext): boolean {
  const [, ...behind] = text.split(/\s[|•·]\s/);
  return behind.some((part) => readCopyDate(part.trim(), context) !== undefined);
}

/** The parts of a line between bars, dashes and the like; a time belongs to the date before it. */
function readParts(text: string, line: number, context: ReadContext): Mark[] | undefined {
  const parts: string[] = [];
  for (const part of text
    .split(bars)
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const last = parts.at(-1);
    if (last !== undefined && time.test(part)) parts.splice(-1, 1, `${last} ${part}`);
    else if (last !== undefined && readLabels(last)[0]?.value === '') parts.splice(-1, 1, `${last}: ${part}`);
    else parts.push(part);
  }
  const sure = parts.map((part) => readPart(part, line, context) ?? readTogether(part, line, context));
  if (!sure.some((marks) => marks !== undefined)) return undefined;
  const all = sure.map((marks, index) => marks ?? readAside(parts[index] ?? '', line));
  return all.every((marks) => marks !== undefined) ? all.flat() : undefined;
}

/** The line without bullets, without stars that mark it as bold, without the brackets that are around all of it. */
function unwrap(text: string): string {
  if (/^[\p{P}\p{S}\s]*$/u.test(text)) return '';
  const plain = text
    .replace(/^(?:(?:[-*•·▪◦‣►▶>+–—»←|]+|(?![©®™])\p{Extended_Pictographic}\ufe0f?)\s+){1,2}/u, '')
    .replace(/(?<![\p{L}\p{N}])[*_]{1,3}(?=\S)|[*_]{1,3}(?![\p{L}\p{N}])/gu, '');
  const inner = /^[([](.+)[)\]]$/u.exec(plain.trim())?.[1];
  return (inner === undefined || /[()[\]]/.test(inner) ? plain : inner).trim();
}

/** Labels whose value is the rest of the line, whatever stands in it. */
function readWhole(text: string, line: number): Mark[] | undefined {
  const label = readLabels(text).find(({ colon }) => colon);
  if (!label || label.value === '') return undefined;
  const { field, value } = label;
  if (field === 'title')
    return [{ kind: field, text: value.replace(/^["“”„«]\s*(.+?)\s*["“”»]$/u, '$1'), line }];
  if (field === 'summary' || field === 'language') return [{ kind: field, text: value, line }];
  if (field === 'tags' && value.length <= 200 && !endsSentence(value, 'stop'))
    return [{ kind: field, tags: splitTags(value), line }];
  if (value.length > 160) return undefined;
  return field === 'contact'
    ? [{ kind: field, line }]
    : field === 'other'
      ? [{ kind: 'aside', line }]
      : undefined;
}
