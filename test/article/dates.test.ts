import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/article/dates.js';

const base = Date.UTC(2025, 10, 26, 12);

/** What a text is read as, in ISO 8601; `-` where it is no date. */
function read(text: string, timezone = 'UTC'): string {
  const date = readDate(text, { timezone, base });
  if (!date) return '-';
  const iso = new Date(date.instant).toISOString().replace('.000Z', 'Z');
  return date.hasTime ? iso : iso.replace('T00:00:00Z', '');
}

describe('a date as writers write it', () => {
  it.each([
    ['2013-05-06', '2013-05-06'],
    ['2013-05-06T16:00:00.250Z', '2013-05-06T16:00:00.250Z'],
    ['2013-05-06 10:00:00 -0800', '2013-05-06T18:00:00Z'],
    ['2013-5-6 9:00:00 +0900', '2013-05-06T00:00:00Z'],
    ['2012-03-30 23:00:00 UTC-03:00', '2012-03-31T02:00:00Z'],
    ['2015-03-17 10:00:00 -4', '2015-03-17T14:00:00Z'],
    ['13-Jun-2000', '2000-06-13'],
    ['Jul 08 2022', '2022-07-08'],
    ['8 Nov 2019', '2019-11-08'],
    ['November 26th, 2025 at 3:05 p.m. PKT', '2025-11-26T10:05:00Z'],
    ['Wed, 26 Nov 2025 10:30:00 -0800 (PST)', '2025-11-26T18:30:00Z'],
    ['Wed Nov 26 2025 10:30:00 GMT+0500 (Pakistan Standard Time)', '2025-11-26T05:30:00Z'],
    ['Wed Nov 26 10:30:00 EST 2025', '2025-11-26T15:30:00Z'],
    ['26/Nov/2025:10:30:00 +0500', '2025-11-26T05:30:00Z'],
    ['10:30 GMT, 26 November 2025', '2025-11-26T10:30:00Z'],
    ['Wednesday · 26 November 2025 - 10:30 am', '2025-11-26T10:30:00Z'],
    ['2025-11-26T10:30:00+05:00[Asia/Karachi]', '2025-11-26T05:30:00Z'],
    ['2025-01-26 10:30 Europe/Berlin', '2025-01-26T09:30:00Z'],
    ['20251126', '2025-11-26'],
    ['20251126103000', '2025-11-26T10:30:00Z'],
    ['1764151500', '2025-11-26T10:05:00Z'],
    ['1764151500000', '2025-11-26T10:05:00Z'],
    ['May 2013', '2013-05-01'],
    ['2013-05', '2013-05-01'],
    ["26 Nov '25", '2025-11-26'],
    ['26 Nov 99', '1999-11-26'],
    ['26 Nov 2025, 10:30:00.5', '2025-11-26T10:30:00.500Z'],
    ['26 November 2025 9:05:00,25 pm', '2025-11-26T21:05:00.250Z'],
    ['10:30:00. 26 Nov 2025', '2025-11-26T10:30:00Z'],
    ['26 Nov 2025, 10.30.', '2025-11-26T10:30:00Z'],
    ['26 Nov 2025, 3 a.m.', '2025-11-26T03:00:00Z'],
    ['26 Nov 2025, 3 p.m', '2025-11-26T15:00:00Z'],
    ['26 Nov 2025, 3 p m', '2025-11-26T15:00:00Z'],
    ['26 Nov 2025, 3 pm.', '2025-11-26T15:00:00Z'],
    ['26 Nov 2025 12:05 a.m.', '2025-11-26T00:05:00Z'],
    ['26 Nov 2025 13:05 pm', '2025-11-26T13:05:00Z'],
    ['26 Nov 2025 13:05 am', '-'],
    ['26 Nov 2025 24:05 pm', '-'],
  ])('reads "%s"', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['26.11.2025, 10.30 Uhr', '2025-11-26T10:30:00Z'],
    ['le 26 novembre 2025 à 10h30', '2025-11-26T10:30:00Z'],
    ['1er mai 2020', '2020-05-01'],
    ['26 de noviembre de 2025 a las 3:05 p. m.', '2025-11-26T15:05:00Z'],
    ['2025年11月26日星期三 下午3:05', '2025-11-26T15:05:00Z'],
    ['2025年11月26日(水)15時05分', '2025-11-26T15:05:00Z'],
    ['2025년 11월 26일 오후 3시 5분', '2025-11-26T15:05:00Z'],
    ['26 تشرين الثاني 2025', '2025-11-26'],
    ['٢٦ نوفمبر ٢٠٢٥', '2025-11-26'],
    ['26 พฤศจิกายน 2568', '2025-11-26'],
    ['26 tháng 11 năm 2025', '2025-11-26'],
    ['2025. november 26., szerda 15:05', '2025-11-26T15:05:00Z'],
  ])('reads "%s" in its language', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['3/4/2025', '2025-04-03'],
    ['26/11/2025', '2025-11-26'],
    ['11/26/2025', '2025-11-26'],
    ['Tue 3/4/2025', '2025-03-04'],
    ['3.4.2025', '2025-04-03'],
  ])('puts the day first in "%s", unless the date itself says otherwise', (text, expected) =>
    expect(read(text)).toBe(expected),
  );

  it('takes a month that two languages write alike as the punctuation or the weekday has it', () => {
    expect(read('26 listopada 2025')).toBe('2025-11-26');
    expect(read('26. listopada 2025.')).toBe('2025-10-26');
    expect(read('nedjelja, 26 listopada 2025')).toBe('2025-10-26');
  });

  it.each([
    ['2 Hours ago', '2025-11-26T10:00:00Z'],
    ['an hour ago', '2025-11-26T11:00:00Z'],
    ['5 mins ago', '2025-11-26T11:55:00Z'],
    ['vor 2 Stunden', '2025-11-26T10:00:00Z'],
    ['il y a 2 heures', '2025-11-26T10:00:00Z'],
    ['2時間前', '2025-11-26T10:00:00Z'],
    ['hace 3 días', '2025-11-23T12:00:00Z'],
    ['2 months ago', '2025-09-26T12:00:00Z'],
    ['yesterday at 10:30', '2025-11-25T10:30:00Z'],
    ['heute, 10:30 Uhr', '2025-11-26T10:30:00Z'],
  ])('counts "%s" from its base', (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(readDate(text, { timezone: 'UTC', base })?.relative).toBe(true);
    expect(readDate(text, { timezone: 'UTC' })).toBeUndefined();
  });

  it('ends a month that is too short on its last day when it counts in months', () => {
    const date = readDate('1 month ago', { timezone: 'UTC', base: Date.UTC(2025, 2, 31) });
    expect(date?.instant).toBe(Date.UTC(2025, 1, 28));
  });

  it.each([
    '2014-02-30',
    '0000-01-01',
    '99999-01-01',
    '12026-05-06',
    '12026-05-06T10:00:00Z',
    '6 May 12026',
    '2026-13-45',
    '9999-12-31T23:00:00-05:00',
    '01 January 0001',
    '2020-01-01 25:00',
    '2020-01-01 10:60',
    '2020-01-01 10:00 XYZ',
    '2020-01-01 10:00 Mars/Olympus',
    '2020-01-01 10:00 +99:00',
    '2020-01-01T10:00:00+25:00',
    '2020-01-01T10:00:00-25:00',
    '2013',
    '10:30',
    'May 5',
    '26. Nov.',
    '1-3 May 2013',
    'May - June 2013',
    'May 2013 and more',
    'The house by the lake',
    'Last Modified',
    '',
  ])('refuses "%s"', (text) => expect(read(text)).toBe('-'));

  it('takes the end of a day for the beginning of the next', () =>
    expect(read('2013-12-31 24:00')).toBe('2014-01-01T00:00:00Z'));
});

describe('the time zone of a date that states none', () => {
  it('is the configured one', () => {
    expect(read('2025-11-26 10:00', 'Asia/Karachi')).toBe('2025-11-26T05:00:00Z');
    expect(read('2025-07-01', 'America/New_York')).toBe('2025-07-01T04:00:00Z');
  });

  it('gives the first of two moments that clocks show alike, and goes on where they skip one', () => {
    expect(read('2025-11-02 01:30', 'America/New_York')).toBe('2025-11-02T05:30:00Z');
    expect(read('2025-03-09 02:30', 'America/New_York')).toBe('2025-03-09T07:30:00Z');
    expect(read('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T10:00:00Z');
  });

  it('must exist', () =>
    expect(() => readDate('2025-11-26', { timezone: 'Mars/Olympus' })).toThrow(RangeError));
});
