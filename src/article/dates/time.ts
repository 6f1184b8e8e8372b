import type { Language } from './language.js';
import type { Clock } from './moment.js';
import { foldWord, type Token } from './tokens.js';

/** A time of day in a date, and how many tokens it takes. */
export interface ClockThere {
  readonly clock: Clock;
  readonly length: number;
}

/**
 * Reads the time of day that begins at a token: `10:30`, `9:05:00.5 pm`, `10.30`, `10h30`, `3 pm`, `下午3:05`, `15時05分`.
 */
export function readTime(tokens: readonly Token[], at: number, language: Language): ClockThere | undefined {
  const early = halfAt(tokens, at, language);
  const start = at + (early?.length ?? 0);
  const bare = readBare(tokens, start);
  if (!bare) return undefined;
  const late = early ? undefined : halfAt(tokens, start + bare.length, language);
  const half = early?.half ?? late?.half;
  if (!half && !bare.evident) return undefined;
  const clock = half ? inHalf(bare.clock, half) : bare.clock;
  return clock && { clock, length: (early?.length ?? 0) + bare.length + (late?.length ?? 0) };
}

interface Bare extends ClockThere {
  /** Whether it is a time even without "pm". */
  readonly evident: boolean;
}

function readBare(tokens: readonly Token[], at: number): Bare | undefined {
  const hour = tokens[at];
  if (hour?.kind !== 'number' || hour.text.length > 2) return undefined;
  const sign = tokens[at + 1];
  const minute = tokens[at + 2];
  const tight = sign?.gap === false && minute?.kind === 'number' && minute.text.length === 2;
  if (sign?.text === ':' && tight) return withSeconds(tokens, at, hour.text, minute.text, ':');
  if (sign?.text === '.' && tight && !minute.gap && !isDotted(tokens, at + 3))
    return withSeconds(tokens, at, hour.text, minute.text, '.');
  if (sign?.kind === 'word' && hourMarks.has(sign.text)) return counted(tokens, at);
  return { clock: clockOf(hour.text), length: 1, evident: false };
}

function withSeconds(tokens: readonly Token[], at: number, hour: string, minute: string, mark: string): Bare {
  const [sign, second, point, fraction] = tokens.slice(at + 3, at + 7);
  if (sign?.text !== mark || second?.kind !== 'number' || second.text.length !== 2)
    return { clock: clockOf(hour, minute), length: 3, evident: true };
  const exact =
    /^[.,]$/.test(point?.text ?? '') && fraction?.kind === 'number' && !point?.gap && !fraction.gap;
  return {
    clock: clockOf(hour, minute, second.text, exact ? fraction.text : ''),
    length: exact ? 7 : 5,
    evident: true,
  };
}

/** `15時05分30秒`, `10h30`, `10 Uhr 30`. */
function counted(tokens: readonly Token[], at: number): Bare {
  const values = ['', '', ''];
  let next = at;
  for (const [index, marks] of [hourMarks, minuteMarks, secondMarks].entries()) {
    const number = tokens[next];
    const mark = tokens[next + 1];
    const marked = mark?.kind === 'word' && marks.has(mark.text);
    const bare = index === 1 && number?.text.length === 2 && number.gap === tokens[next - 1]?.gap;
    if (number?.kind !== 'number' || number.text.length > 2 || !(marked || bare)) break;
    values[index] = number.text;
    next += marked ? 2 : 1;
  }
  const [hour, minute, second] = values;
  return { clock: clockOf(hour ?? '', minute, second), length: next - at, evident: true };
}

const hourMarks = marks('h uhr hrs hours uur oclock heures ч 時 时 点 點 시 นาฬิกา');
const minuteMarks = marks('m min мин 分 분 นาที');
const secondMarks = marks('s sec с 秒 초 วินาที');

/** Counters right behind a number are not folded, other words are. */
function marks(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').flatMap((word) => [word, foldWord(word)]));
}

function clockOf(hour: string, minute = '', second = '', fraction = ''): Clock {
  return {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: Number(fraction.slice(0, 3).padEnd(3, '0')),
  };
}

/** Whether a dot and a number follow, so that what seemed a time begins a date. */
function isDotted(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '.' && tokens[at + 1]?.kind === 'number' && tokens[at + 1]?.text.length === 4;
}

/** "pm", "p. m.", "下午", "μμ". */
function halfAt(
  tokens: readonly Token[],
  at: number,
  language: Language,
): { half: 'am' | 'pm'; length: number } | undefined {
  const [first, dot, second, end] = tokens.slice(at, at + 4);
  if (first?.kind !== 'word') return undefined;
  const behind = dot?.text === '.' ? second : dot;
  if (/^[ap]$/.test(first.text) && behind?.text === 'm') {
    const length = behind === second ? (end?.text === '.' ? 4 : 3) : second?.text === '.' ? 3 : 2;
    return { half: first.text === 'a' ? 'am' : 'pm', length };
  }
  const half = language.meaningOf(first.text)?.half;
  return half && { half, length: dot?.text === '.' ? 2 : 1 };
}

function inHalf(clock: Clock, half: 'am' | 'pm'): Clock | undefined {
  if (clock.hour > 12) return half === 'pm' && clock.hour < 24 ? clock : undefined;
  return { ...clock, hour: (clock.hour % 12) + (half === 'pm' ? 12 : 0) };
}
