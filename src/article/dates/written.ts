import type { Day } from './civil.js';
import { isFiller } from './fillers.js';
import type { Clock, Zone } from './moment.js';
import { readNumeric } from './numeric.js';
import { chooseDay, type Parts } from './parts.js';
import { readTime } from './time.js';
import { type Token, tokenise } from './tokens.js';
import { meaningOf } from './words.js';
import { readZone } from './zones.js';

/** What a date says; without a zone where it states none. */
export interface Written {
  readonly day: Day;
  readonly clock?: Clock;
  readonly zone?: Zone;
  /** Whether the day was named as seen from another, as "yesterday". */
  readonly relative?: boolean;
}

/** Finds the day that a word such as "yesterday" names. */
export type DayNamed = (phrase: string) => Day | undefined;

/**
 * Reads a date with names or numbers, in any order; every word and mark of the text must have its place in it.
 *
 * @param text the whole date
 * @param dayNamed where such words can be used
 */
export function readWritten(text: string, dayNamed: DayNamed = () => undefined): Written | undefined {
  const tokens = tokenise(text);
  const parts: Parts = { days: [], dayless: false, relative: false, meanings: [], numbers: [] };
  for (let at = 0; at < tokens.length; ) {
    const length = take(parts, tokens, at, dayNamed);
    if (length === 0) return undefined;
    at += length;
  }
  const chosen = chooseDay(parts);
  if (!chosen || (chosen.dayless && parts.clock)) return undefined;
  const { clock, zone, relative } = parts;
  const day = isBuddhist(tokens, chosen.day) ? { ...chosen.day, year: chosen.day.year - 543 } : chosen.day;
  return { day, ...(clock && { clock }), ...(zone !== undefined && { zone }), ...(relative && { relative }) };
}

/** Takes what begins at a token into the parts, and returns how many tokens that was; 0 where it is no part of a date. */
function take(parts: Parts, tokens: readonly Token[], at: number, dayNamed: DayNamed): number {
  const numeric = hasDay(parts) ? undefined : readNumeric(tokens, at);
  if (numeric) {
    parts.days = numeric.days;
    parts.dayless = numeric.dayless;
    return numeric.length;
  }
  const time = parts.clock ? undefined : readTime(tokens, at);
  if (time) {
    parts.clock = time.clock;
    return time.length;
  }
  const complete = parts.days.length > 0 || (parts.numbers.length === 2 && parts.numbers.some(isYear));
  const zone = parts.clock || complete ? readZone(tokens, at, complete) : undefined;
  if (zone) {
    parts.zone = typeof parts.zone === 'number' ? parts.zone : zone.zone;
    return zone.length;
  }
  const kind = tokens[at]?.kind;
  if (kind === 'number') return takeNumber(parts, tokens, at);
  return kind === 'word' ? takeWord(parts, tokens, at, dayNamed) : takeMark(parts, tokens, at);
}

function hasDay({ days, numbers, meanings }: Parts): boolean {
  return days.length > 0 || numbers.length > 0 || meanings.some(({ months }) => months && months.length > 0);
}

function isYear({ text }: { readonly text: string }): boolean {
  return text.length === 4;
}

function takeNumber(parts: Parts, tokens: readonly Token[], at: number): number {
  const text = tokens[at]?.text ?? '';
  const next = tokens[at + 1];
  const behind = next?.kind === 'word' && !next.gap ? next.text : '';
  if (parts.numbers.length === 2 || parts.days.length > 0) return 0;
  if (/^[月월]$/u.test(behind)) {
    parts.meanings.push({ months: [Number(text)] });
    return 2;
  }
  parts.numbers.push({ text, dotted: next?.text === '.' });
  return ordinals.has(behind) ? 2 : 1;
}

/** What can stand right behind the number of a day or of a year. */
const ordinals = new Set('st nd rd th er re e o a ro da do го й ый ое ος η d 日 号 號 일 年 년'.split(' '));

function takeWord(parts: Parts, tokens: readonly Token[], at: number, dayNamed: DayNamed): number {
  const next = tokens[at + 1];
  if (/^(?:thang|thg)$/.test(tokens[at]?.text ?? '') && next?.kind === 'number') {
    parts.meanings.push({ months: [Number(next.text)] });
    return 2;
  }
  for (const { phrase, length } of phrasesAt(tokens, at)) {
    const day = hasDay(parts) ? undefined : dayNamed(phrase);
    const meaning = meaningOf(phrase);
    if (day) {
      parts.days = [day];
      parts.relative = true;
    } else if (parts.meanings.length < 3 && (meaning?.months?.length || meaning?.weekdays?.length)) {
      parts.meanings.push(meaning);
    } else if (!isFiller(phrase)) continue;
    return length;
  }
  return 0;
}

/** The phrases of up to four words that begin at a token, longest first; dots and hyphens part their words too. */
function phrasesAt(tokens: readonly Token[], at: number): { phrase: string; length: number }[] {
  const phrases: { phrase: string; length: number }[] = [];
  const words: string[] = [];
  for (let next = at; next < tokens.length && words.length < 4; next += 1) {
    const token = tokens[next];
    if (token?.kind === 'word') {
      words.push(token.text);
      phrases.unshift({ phrase: words.join(' '), length: next + 1 - at });
    } else if (!token || !/^[-.]$/.test(token.text)) break;
  }
  return phrases;
}

function takeMark(parts: Parts, tokens: readonly Token[], at: number): number {
  const mark = tokens[at]?.text ?? '';
  const next = tokens[at + 1];
  if (mark === '(' && parts.zone !== undefined) {
    const end = tokens.findIndex(({ text }, index) => index > at && text === ')');
    if (end > 0) return end + 1 - at;
  }
  if (mark === ':') return at > 0 && !parts.clock && readTime(tokens, at + 1) ? 1 : 0;
  if (/^['’]$/.test(mark)) return next?.kind === 'number' && next.text.length === 2 ? 1 : 0;
  return separators.has(mark) ? 1 : 0;
}

const separators = new Set([...',.|/·•・-()[]،、؛;@']);

/** Thai dates count years from the Buddha. */
function isBuddhist(tokens: readonly Token[], { year }: Day): boolean {
  return year > 2400 && tokens.some(({ text }) => /\p{Script=Thai}/u.test(text));
}
