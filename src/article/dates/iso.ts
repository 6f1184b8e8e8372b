import type { Written } from './written.js';

/** Reads the common shape of ISO 8601 and RFC 3339, the day alone or with a time; quickly, as most dates have it. */
export function readIso(text: string): Written | undefined {
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

const shape =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?: ?([Zz]|([+-])(\d\d):?(\d\d)))?)?$/;
