import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/article/text.js';

const context = { path: 'a.txt', modified: Date.UTC(2025, 9, 14, 12), timezone: 'UTC' };
const prose =
  'The river had stood higher in the year of the great frost, as the old mark on the bridge still shows.';
const rest = `${prose}\n\n${prose}`;

/** What copy says that begins with these lines, less what it does not say. */
function read(head: string) {
  const { title, summary, authors, published, body } = readText(`${head}\n\n${rest}`, context, 1);
  return {
    title,
    ...(summary !== undefined && { summary }),
    ...(authors && { names: authors.map(({ name }) => name) }),
    ...(published !== undefined && { published: new Date(published).toISOString().slice(0, 10) }),
    ...(body.text !== rest && { text: body.text }),
  };
}

const title = 'Board to dredge the channel';
const names = ['Jonas Lind'];
const published = '2025-10-13';

describe('above the title may stand', () => {
  it.each([
    ['a section', 'Opinion'],
    ['a section with a colon', 'Opinion:'],
    ['a section with a colon apart', 'Opinion :'],
    ['a section with bars', 'Opinion | |'],
    ['a section that a bullet marks', '- Opinion'],
    ['a section of a section', 'World | Asia'],
    ['the name of the paper', 'The Daily Courier'],
    ['a shout', 'BREAKING'],
    ['a shout of two words', 'HARBOUR WATCH'],
    ['a word', 'Ferries'],
    ['two words', 'Northern ferries'],
  ])('%s, which is not the title', (_what, line) => {
    expect(read(`${line}\n${title}`)).toEqual({ title });
    expect(read(`${line}\n${title}\n\nBy Jonas Lind`)).toEqual({ title, names });
  });

  it('a word on top of a title of three', () => {
    expect(read('Ferries\nFares to rise\n\nBy Jonas Lind')).toEqual({ title: 'Fares to rise', names });
  });

  it('one or two words on their own, where title and subtitle follow', () => {
    for (const line of ['Ferries', 'Northern ferries', 'FERRIES'])
      expect(read(`${line}\n\n${title}\n\nCharts of 1911 are no help\n\nBy Jonas Lind`)).toEqual({
        title,
        summary: 'Charts of 1911 are no help',
        names,
      });
    expect(
      read('Ferries\n\nBoard dredges the channel\n\nCharts of 1911 are no help\n\nBy Jonas Lind').title,
    ).toBe('Board dredges the channel');
  });

  it.each([
    ['a bullet', `- Jonas Lind\n${title}`, {}],
    ['a bullet, the date below', `- Jonas Lind\n${title}\n- October 13, 2025`, { published }],
    [
      'a bullet, though it has four words',
      `- Ana de la Cruz\n${title}\n- October 13, 2025`,
      { names: ['Ana de la Cruz'], published },
    ],
    ['the desk', `Jonas Lind\nWeb Desk\n${title}`, {}],
    ['a date', `Jonas Lind\nOctober 13, 2025\n${title}`, { published }],
    [
      'a date, and how long it takes to read',
      `Jonas Lind\nOctober 13, 2025 | 3 min read\n${title}`,
      { published },
    ],
    ['a date behind a bullet', `- Jonas Lind\n- October 13, 2025\n- ${title}`, { published }],
    ['what they are', `Jonas Lind\nSenior Correspondent\n${title}`, {}],
    ['where they are reached', `Jonas Lind\njonas@example.org\n${title}`, {}],
  ])('a name, which %s makes the author', (_what, head, more) => {
    expect(read(head)).toEqual({ title, names, ...more });
  });
});

describe('a first line is the title all the same where', () => {
  it.each([
    ['the text follows it', 'Ferries', {}],
    ['the text follows it, and it is a name', 'Jonas Lind', {}],
    ['the text follows it, and it shouts', 'LOW WATER', {}],
    ['a date follows it', 'Jonas Lind\nOctober 13, 2025', { published }],
    ['a date follows it, and it is a word', 'Ferries\nOctober 13, 2025', { published }],
    ['a byline follows it', 'Tides\nBy Jonas Lind', { names }],
    ['a name follows it', 'Tides\nJonas Lind\nOctober 13, 2025', { names, published }],
    [
      'a byline follows it, and it might be a name',
      'Low Water\nBy Jonas Lind\nOf boats that lie in the mud',
      { names, text: `Of boats that lie in the mud\n\n${rest}` },
    ],
    [
      'what follows is too short to be one',
      'Low water\nBoats in mud\n\nBy Jonas Lind',
      { names, summary: 'Boats in mud' },
    ],
    [
      'it has more words than a name',
      '- October 13, 2025\n- Ferry Fares Rise Across Bergen\n- Charts of 1911 are no help\n- By Jonas Lind',
      { title: 'Ferry Fares Rise Across Bergen', names, published, summary: 'Charts of 1911 are no help' },
    ],
    [
      'it has three words and more',
      'Ferries run aground\nCharts of 1911 are no help\n\nBy Jonas Lind',
      { names, summary: 'Charts of 1911 are no help' },
    ],
  ])('%s', (_where, head, more) => {
    expect(read(head)).toEqual({ title: head.split('\n')[0], ...more });
  });

  it('verses follow it', () => {
    const verses = 'The boats lie in the mud\nThe gulls walk round about them\nAnd nobody goes out';
    for (const line of ['Tides', 'Low water']) {
      const { title, body } = readText(`${line}\n${verses}\n\n${verses}`, context, 1);
      expect([title, body.text]).toEqual([line, `${verses}\n\n${verses}`]);
    }
  });

  it('the author is named below the text', () => {
    const { title, authors, body } = readText(`Ferries\n\n${rest}\n\nBy Jonas Lind`, context, 1);
    expect([title, authors, body.text]).toEqual(['Ferries', [{ name: 'Jonas Lind' }], rest]);
  });
});

it('a section is no title, though there be no other', () => {
  const { title, problems, body } = readText(`Opinion\n\n${rest}`, context, 1);
  expect(title).toMatch(/^The river had stood higher/);
  expect(problems).toMatchObject([{ code: 'title-missing' }]);
  expect(body.text).toBe(rest);
});
