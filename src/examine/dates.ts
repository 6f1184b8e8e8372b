import { quoted, type Spot, type Tell } from './tell.js';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const weekdays = 'sun mon tue wed thu fri sat'.split(' ');
const zones = 'ut gmt est edt cst cdt mst mdt pst pdt z'.split(' ');
const rfc822 =
  /^(?:([A-Za-z]{3}),\s*)?(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4}|\d{2})\s+(\d\d):(\d\d)(?::(\d\d))?\s+([+-]\d{4}|[A-Za-z]{1,4})$/;
const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-](\d\d):(\d\d))$/;
const w3c = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/;

/** A form that dates have. */
export type Form = 'RFC 822' | 'RFC 3339' | 'W3C';

/**
 * Reads a date, and tells what is wrong with it.
 *
 * @param where how people are told of it
 * @returns the moment, as far as there is one
 */
export function dateIn(value: string, form: Form, where: string, spot: Spot, tell: Tell): number | undefined {
  const text = value.trim();
  if (text === '') {
    tell('feed-value-empty', spot, { where });
    return undefined;
  }
  const read = form === 'RFC 822' ? ofMail(text) : ofInternet(text, form);
  if (typeof read === 'string') {
    tell('feed-date-invalid', spot, { where, value: quoted(text), form });
    return undefined;
  }
  for (const reason of read.doubts) tell('feed-date-doubtful', spot, { where, value: quoted(text), reason });
  return read.at;
}

interface Read {
  readonly at: number | undefined;
  readonly doubts: readonly string[];
}

function ofMail(text: string): Read | 'no date' {
  const [, weekday, day, month = '', year = '', hour, minute, second = '0', zone = ''] =
    rfc822.exec(text) ?? [];
  const index = months.indexOf(month.toLowerCase());
  const name = zone.toLowerCase();
  if (index < 0) return 'no date';
  const isNumeric = /^[+-]/.test(zone);
  if (!isNumeric && !zones.includes(name) && !/^[a-ik-z]$/.test(name)) return 'no date';
  if (weekday && !weekdays.includes(weekday.toLowerCase())) return 'no date';
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);
  const at = momentOf(full, index + 1, Number(day), Number(hour), Number(minute), Number(second));
  if (at === undefined) return 'no date';
  const doubts: string[] = [];
  if (year.length === 2) doubts.push('its year has two digits');
  if (weekday && weekdays[new Date(at).getUTCDay()] !== weekday.toLowerCase())
    doubts.push(
      `that day was a ${weekdays[new Date(at).getUTCDay()]?.replace(/^./, (one) => one.toUpperCase())}`,
    );
  if (
    !isNumeric &&
    !['gmt', 'ut', 'est', 'edt', 'cst', 'cdt', 'mst', 'mdt', 'pst', 'pdt', 'z'].includes(name)
  )
    doubts.push(`zone ${zone} is obsolete, and read in different ways`);
  if (Math.abs(offsetOf(zone)) > 14 * 60) doubts.push(`no place has the zone ${zone}`);
  return { at: at - offsetOf(zone) * 60_000, doubts: [...doubts, ...implausible(full)] };
}

const american: Readonly<Record<string, number>> = {
  ...{ est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
};

/** In minutes. */
function offsetOf(zone: string): number {
  const [, sign, hours = 0, minutes = 0] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  if (sign === undefined) return (american[zone.toLowerCase()] ?? 0) * 60;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function ofInternet(text: string, form: Form): Read | 'no date' {
  if (form === 'W3C' && w3c.test(text)) {
    const [year, month = 1, day = 1] = text.split('-').map(Number);
    const at = momentOf(Number(year), month, day, 0, 0, 0);
    return at === undefined ? 'no date' : { at: undefined, doubts: implausible(Number(year)) };
  }
  const whole = form === 'W3C' ? text.replace(/^(.{10}T\d\d:\d\d)(Z|[+-])/, '$1:00$2') : text;
  const [, year, month, day, hour, minute, second, , hours = 0, minutes = 0] = rfc3339.exec(whole) ?? [];
  if (year === undefined || Number(hours) > 23 || Number(minutes) > 59) return 'no date';
  const at = momentOf(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
  if (at === undefined) return 'no date';
  return { at: Date.parse(whole.replace(/:60(?=[.Z+-])/, ':59')), doubts: implausible(Number(year)) };
}

function implausible(year: number): string[] {
  return year < 1970 ? ['it is before there were computers to write it'] : [];
}

/** A moment of the calendar; nothing where it has no such day or hour. */
function momentOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | undefined {
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 60) return undefined;
  // Date.UTC takes the years from 0 to 99 for those of the last century.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay ? date.setUTCHours(hour, minute, second) : undefined;
}
