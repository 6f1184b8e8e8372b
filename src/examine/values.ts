import { quoted, type Spot, type Tell } from './tell.js';

/** What a value must look like, and how people are told that. */
interface Kind {
  readonly pattern: RegExp;
  readonly expected: string;
}

const kinds = {
  whole: { pattern: /^\d+$/, expected: 'a whole number' },
  positive: { pattern: /^0*[1-9]\d*$/, expected: 'a whole number above 0' },
  number: { pattern: /^[+-]?(?:\d+\.?\d*|\.\d+)$/, expected: 'a number' },
  language: { pattern: /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i, expected: 'a language, as en or pt-BR' },
  mediaType: {
    pattern: /^[\w.+!#$&^-]+\/[\w.+!#$&^*-]+\s*(?:;.*)?$/,
    expected: 'a media type, as audio/mpeg',
  },
  hour: { pattern: /^(?:0?\d|1\d|2[0-4])$/, expected: 'an hour from 0 to 23' },
  day: {
    pattern: /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/,
    expected: 'a day, as Monday',
  },
  boolean: { pattern: /^(?:true|false)$/, expected: 'true or false' },
  width: { pattern: /^(?:[1-9]\d?|1[0-3]\d|14[0-4])$/, expected: 'a number from 1 to 144' },
  height: { pattern: /^(?:[1-9]\d?|[1-3]\d\d|400)$/, expected: 'a number from 1 to 400' },
  period: {
    pattern: /^(?:hourly|daily|weekly|monthly|yearly)$/,
    expected: 'hourly, daily, weekly, monthly or yearly',
  },
  email: { pattern: /^[^\s@<>()]+@[^\s@<>()]+$/, expected: 'an e-mail address' },
  textType: { pattern: /^(?:text|html|xhtml)$/, expected: 'text, html or xhtml' },
  explicit: { pattern: /^(?:true|false|yes|no|clean|explicit)$/i, expected: 'true or false' },
  episodeType: { pattern: /^(?:full|trailer|bonus)$/i, expected: 'full, trailer or bonus' },
  showType: { pattern: /^(?:episodic|serial)$/i, expected: 'episodic or serial' },
  yesOrNo: { pattern: /^(?:yes|no)$/i, expected: 'yes or no' },
  duration: { pattern: /^\d+(?::[0-5]?\d){0,2}$/, expected: 'seconds, or 1:02:03' },
} as const satisfies Record<string, Kind>;

/** The kinds of values that are checked by how they look. */
export type ValueKind = keyof typeof kinds;

/** Checks a value, and tells what is wrong with it. */
export function checkValue(value: string, kind: ValueKind, where: string, spot: Spot, tell: Tell): boolean {
  const text = value.trim();
  const { pattern, expected } = kinds[kind];
  if (text === '') tell('feed-value-empty', spot, { where });
  else if (!pattern.test(text)) tell('feed-value-invalid', spot, { where, value: quoted(text), expected });
  else return true;
  return false;
}
