import { expect, it } from 'vitest';
import { publishOne } from '../support/publish.js';

const dated = (date: string) => `---\ntitle: Dated\ndate: ${date}\n---\nText of it.\n`;

it.each([
  ['30 February', '2026-02-30'],
  ['30 February with a time', '2026-02-30T10:00:00Z'],
  ['29 February of a common year', '2025-02-29'],
  ['the year 0', '0000-01-01'],
  ['the year 99999', '99999-01-01'],
  ['the year 99999 with a sign', '+099999-01-01T00:00:00Z'],
  ['a time after midnight of the next day', '2026-05-06T24:12:03'],
  ['the 25th hour', '2026-05-06T25:00:00Z'],
  ['the 13th month', '2026-13-01'],
  ['the 0th day', '2026-05-00'],
  ['a number beyond all time', '99999999999999999999'],
  ['a word', 'soon'],
  ['not a number', '.nan'],
])('%s is a problem with its line, and the article has another date', async (_, date) => {
  const { entry, problems } = await publishOne('a.md', dated(date));
  expect(entry?.title).toBe('Dated');
  expect(problems).toContainEqual(expect.objectContaining({ code: 'date-unreadable', line: 3 }));
});

it('a zone that does not exist is a problem with its line, and the time counts', async () => {
  const { entry, problems } = await publishOne('a.md', dated('2026-05-06 10:00 Mars/Olympus'));
  expect(entry?.published).toBe('2026-05-06T10:00:00.000Z');
  expect(problems).toContainEqual(expect.objectContaining({ code: 'zone-unknown', line: 3 }));
});

it.each([
  ['epoch seconds', '1767225600', '2026-01-01T00:00:00.000Z'],
  ['epoch milliseconds', '1767225600000', '2026-01-01T00:00:00.000Z'],
  ['a leap second', '2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
  ['midnight at the end of a day', '2026-05-06T24:00:00Z', '2026-05-07T00:00:00.000Z'],
  ['a date long ago', '1850-03-01', '1850-03-01T00:00:00.000Z'],
])('%s means what it says', async (_, date, meant) => {
  const { entry, problems } = await publishOne('a.md', dated(date));
  expect(entry?.published).toBe(meant);
  expect(problems).toEqual([]);
});
