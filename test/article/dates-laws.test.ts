import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/article/dates.js';

const instants = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 11, 31) });
/** Of recent years, to the minute: what languages are asked to write. */
const minutes = fc
  .integer({ min: Date.UTC(1971, 0, 1) / 60_000, max: Date.UTC(2099, 11, 31) / 60_000 })
  .map((minute) => minute * 60_000);

const languages =
  'en en-GB es de fr pt it ru ja zh zh-TW ar tr pl nl id vi ko cs uk sv hu ro el fi da nb he th bg sk hr sr sl lt lv et hi bn ur ms ca'.split(
    ' ',
  );

describe('laws of dates', () => {
  it('reads every instant back from ISO 8601, whatever the configured zone', () => {
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom('UTC', 'Asia/Karachi', 'America/New_York'),
        (instant, timezone) => {
          const date = readDate(new Date(instant).toISOString(), { timezone });
          expect(date).toEqual({ instant, hasTime: true, relative: false });
        },
      ),
    );
  });

  it('reads the local time of any offset as the same instant', () => {
    const offsets = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);
    fc.assert(
      fc.property(minutes, offsets, fc.boolean(), (instant, offset, colon) => {
        const shown = new Date(instant + offset * 60_000).toISOString().slice(0, 16).replace('T', ' ');
        const size = Math.abs(offset);
        const parts = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
        const text = `${shown} ${offset < 0 ? '-' : '+'}${parts.join(colon ? ':' : '')}`;
        expect(readDate(text, { timezone: 'Asia/Tokyo' })?.instant).toBe(instant);
      }),
    );
  });

  it('reads every day back as the major languages write it out, with and without the time', () => {
    const styles = fc.record({
      language: fc.constantFrom(...languages),
      dateStyle: fc.constantFrom('full' as const, 'long' as const, 'medium' as const),
      timed: fc.boolean(),
    });
    fc.assert(
      fc.property(minutes, styles, (instant, { language, dateStyle, timed }) => {
        const format = new Intl.DateTimeFormat(language, {
          dateStyle,
          ...(timed && { timeStyle: 'short' as const }),
          calendar: 'gregory',
          timeZone: 'UTC',
        });
        const midnight = Math.floor(instant / 86_400_000) * 86_400_000;
        const text = format.format(instant);
        const date = readDate(text, { timezone: 'UTC' });
        expect([text, date?.instant]).toEqual([text, timed ? instant : midnight]);
      }),
      { numRuns: 1500 },
    );
  });

  it('finds the moment at which the clocks of a zone show the time, wherever there is one', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    );
    fc.assert(
      fc.property(minutes, zones, (instant, timezone) => {
        const clock = new Intl.DateTimeFormat('sv', {
          dateStyle: 'short',
          timeStyle: 'medium',
          timeZone: timezone,
        });
        const shown = clock.format(instant);
        const read = readDate(shown, { timezone })?.instant;
        expect(read === undefined ? undefined : clock.format(read)).toBe(shown);
        expect(read).toBeLessThanOrEqual(instant);
      }),
    );
  });

  it('never throws and never makes a date of no real number', () => {
    const words = fc.constantFrom(
      ...'2020 12 31 1 Jan mar di : . - / , T Z + 05 GMT am de 年 月 日 下午 ( ) ago Europe/Berlin ٣'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.constant(' '), fc.string()), { maxLength: 9 }), (parts) => {
        const date = readDate(parts.join(''), { timezone: 'Asia/Karachi', base: 0 });
        expect(date === undefined || Number.isFinite(date.instant)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
