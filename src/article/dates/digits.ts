import type { Written } from './written.js';

/** Reads a date that is digits only: seconds or milliseconds since 1970, or `20251126103000`. */
export function readDigits(text: string): number | Written | undefined {
  const epoch = /^(\d{10})(?:\.(\d{1,9}))?$|^(\d{13})$/.exec(text);
  if (epoch) return epoch[3] ? Number(epoch[3]) : Math.floor(Number(text) * 1000);
  const match = /^(\d{4})(\d\d)(\d\d)[Tt]?(\d\d)(\d\d)(\d\d)?([Zz])?$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second = '0', zone] = match;
  return {
    day: { year: Number(year), month: Number(month), day: Number(day) },
    clock: { hour: Number(hour), minute: Number(minute), second: Number(second), millisecond: 0 },
    ...(zone && { zone: 0 }),
  };
}
