import type { Written } from './written.js';

/** Reads the common shape of ISO 8601 and RFC 3339, the day alone or with a time; quickly, as most dates have it. */
export function readIso(text: string): Written | undefined {
  if (common.test(text)) return readCommon(text);
  const match = shape.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second = '0', fraction = '', zone, sign, hours, minutes] = match;
  const date = { day: { year: Number(year), month: Number(month), day: Number(day) } };
  if (hour === undefined) return date;
  const clock = {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: Number(fraction.slice(0, 3).padEnd(3, '0')),
  };
  if (zone === undefined) return { ...date, clock };
  const offset = hours === undefined ? 0 : Number(hours) * 60 + Number(minutes);
  if (Number(minutes ?? 0) > 59 || offset > 14 * 60) return undefined;
  return { ...date, clock, zone: sign === '-' ? 0 - offset : offset };
}

/** The day alone, or with a time to the second, in UTC or without a zone: each part has its place. */
const common = /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d:\d\d[Zz]?)?$/;

function readCommon(text: string): Written {
  const part = (from: number, to: number) => Number(text.slice(from, to));
  const day = { year: part(0, 4), month: part(5, 7), day: part(8, 10) };
  if (text.length === 10) return { day };
  const clock = { hour: part(11, 13), minute: part(14, 16), second: part(17, 19), millisecond: 0 };
  return text.length === 19 ? { day, clock } : { day, clock, zone: 0 };
}

const shape =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?: ?([Zz]|([+-])(\d\d):?(\d\d)))?)?$/;
