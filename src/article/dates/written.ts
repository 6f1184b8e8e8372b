import type { Day } from './civil.js';
import { isFiller } from './fillers.js';
import type { Language } from './language.js';
import type { Clock, Zone } from './moment.js';
import { readNumeric } from './numeric.js';
import { chooseDay, type Parts } from './parts.js';
import { readTime } from './time.js';
import type { Token } from './tokens.js';
import { readZone } from './zones.js';

/** What a date says; without a zone where it states none. */
export interface Written {
  readonly day: Day;
  readonly clock?: Clock;
  readonly zone?: Zone;
  /** Whether the day was named as seen from another, as "yesterday". */
  readonly relative?: boolean;
}

/** What is being read, and what has been found of it. */
interface Reading extends Parts {
  readonly tokens: readonly Token[];
  readonly language: Language;
  /** The day that a word such as "yesterday" names. */
  readonly dayNamed: (phrase: string) => Day | undefined;
}

/**
 * Reads a date with names or numbers, in any order; every word and mark of the text must have its place in it.
 *
 * @param tokens the whole date
 * @param language whose words are understood
 * @param dayNamed finds the day that a word such as "yesterday" names, where such words can be used
 */
export function readWritten(
  tokens: readonly Token[],
  language: Language,
  dayNamed: (phrase: string) => Day | undefined,
): Written | undefined {
  const parts: Parts = { days: [], dayless: false, relative: false, meanings: [], numbers: [] };
  const reading: Reading = { ...parts, tokens, language, dayNamed };
  for (let at = 0; at < tokens.length; ) {
    const length = take(reading, at);
    if (length === 0) return undefined;
    at += length;
  }
  const chosen = chooseDay(reading);
  if (!chosen || (chosen.dayless && reading.clock)) return undefined;
  const { clock, zone, relative } = reading;
  const day = isBuddhist(tokens, chosen.day) ? { ...chosen.day, year: chosen.day.year - 543 } : chosen.day;
  return { day, ...(clock && { clock }), ...(zone !== undefined && { zone }), ...(relative && { relative }) };
}

/** Takes what begins at a token, and returns how many tokens that was; 0 where it is no part of a date. */
function take(reading: Reading, at: number): number {
  const { tokens } = reading;
  const numeric = hasDay(reading) ? undefined : readNumeric(tokens, at);
  if (numeric) {
    reading.days = numeric.days;
    reading.dayless = numeric.dayless;
    return numeric.length;
  }
  const time = reading.clock ? undefined : readTime(tokens, at, reading.language);
  if (time) {
    reading.clock = time.clock;
    return time.length;
  }
  const complete = reading.days.length > 0 || (reading.numbers.length === 2 && reading.numbers.some(isYear));
  const zone = reading.clock || complete ? readZone(tokens, at, complete) : undefined;
  if (zone) {
    reading.zone = typeof reading.zone === 'number' ? reading.zone : zone.zone;
    return zone.length;
  }
  const kind = tokens[at]?.kind;
  if (kind === 'number') return takeNumber(reading, at);
  return kind === 'word' ? takeWord(reading, at) : takeMark(reading, at);
}

function hasDay({ days, numbers, meanings }: Parts): boolean {
  return days.length > 0 || numbers.length > 0 || meanings.some(({ months }) => months && months.length > 0);
}

function isYear({ text }: { readonly text: string }): boolean {
  return text.length === 4;
}

function takeNumber(reading: Reading, at: number): number {
  const { tokens, numbers, days, meanings } = reading;
  const text = tokens[at]?.text ?? '';
  const next = tokens[at + 1];
  const behind = next?.kind === 'word' && !next.gap ? next.text : '';
  if (numbers.length === 2 || days.length > 0) return 0;
  if (/^[月월]$/u.test(behind)) {
    meanings.push({ months: [Number(text)] });
    return 2;
  }
  numbers.push({ text, dotted: next?.text === '.' });
  return ordinals.has(behind) ? 2 : 1;
}

/** What can stand right behind the number of a day or of a year. */
const ordinals = new Set('st nd rd th er re e o a ro da do го й ый ое ος η d 日 号 號 일 年 년'.split(' '));

function takeWord(reading: Reading, at: number): number {
  const { tokens, meanings, language } = reading;
  const next = tokens[at + 1];
  if (/^(?:thang|thg)$/.test(tokens[at]?.text ?? '') && next?.kind === 'number') {
    meanings.push({ months: [Number(next.text)] });
    return 2;
  }
  for (const { phrase, length } of phrasesAt(tokens, at)) {
    const day = hasDay(reading) ? undefined : reading.dayNamed(phrase);
    const meaning = language.meaningOf(phrase);
    if (day) {
      reading.days = [day];
      reading.relative = true;
    } else if (meanings.length < 3 && (meaning?.months?.length || meaning?.weekdays?.length)) {
      meanings.push(meaning);
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

function takeMark({ tokens, zone, clock, language }: Reading, at: number): number {
  const mark = tokens[at]?.text ?? '';
  const next = tokens[at + 1];
  if (mark === '(' && zone !== undefined) {
    const end = tokens.findIndex(({ text }, index) => index > at && text === ')');
    if (end > 0) return end + 1 - at;
  }
  if (mark === ':') return at > 0 && !clock && readTime(tokens, at + 1, language) ? 1 : 0;
  if (/^['’]$/.test(mark)) return next?.kind === 'number' && next.text.length === 2 ? 1 : 0;
  return separators.has(mark) ? 1 : 0;
}

const separators = new Set([...',.|/·•・-()[]،、؛;@']);

/** Thai dates count years from the Buddha. */
function isBuddhist(tokens: readonly Token[], { year }: Day): boolean {
  return year > 2400 && tokens.some(({ text }) => /\p{Script=Thai}/u.test(text));
}
