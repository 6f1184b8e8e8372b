import { describe, expect, it } from 'vitest';
import type { BodyFindings } from '../../../src/article/article.js';
import { readText } from '../../../src/article/text.js';

const context = { path: 'a.txt', modified: Date.UTC(2025, 9, 14, 12), timezone: 'Asia/Karachi' };
const prose =
  'The river had stood higher in the year of the great frost, as the old mark on the bridge still shows.';

function read(head: string, stated?: string): BodyFindings {
  return readText(`${head}\n\n${prose}\n\n${prose}`, context, 1, stated);
}

function names({ authors }: BodyFindings): string[] | undefined {
  return authors?.map(({ name }) => name);
}

describe('the title', () => {
  it.each([
    ['on the first line', 'River falls at last'],
    ['in quotes', '“We lost the shop”'],
    ['in capitals', 'RIVER FALLS AT LAST'],
    ['a question', 'Will the river fall? What we know so far'],
    ['a sentence', 'The river is falling.'],
    ['that begins with "By"', 'By boat to the polls'],
    ['with a colon', 'Analysis: what the river tells us'],
  ])('is read %s', (_, title) => {
    expect(read(`${title}\n\n14 October 2025`)).toMatchObject({
      title,
      body: { text: `${prose}\n\n${prose}` },
    });
  });

  it.each([
    ['# River falls at last'],
    ['**River falls at last**'],
    ['*** River falls at last ***'],
    ['River falls at last\n~~~~~~~~~~~~~~~~~~~'],
    ['===================\nRiver falls at last\n==================='],
    ['Opinion |\nRiver falls at last'],
    ['Home » News » Rivers\nRiver falls at last'],
    ['The Daily Courier\n\nRiver falls at last'],
    ['River falls\nat last'],
    ['River falls at last | The Daily Courier'],
    ['Title: "River falls at last"'],
    ['HEADLINE: River falls at last\nDESK: Foreign\nBODY:'],
  ])('stands by itself in %j', (head) => {
    const { title, body } = read(`${head}\n\nBy Jonas Lind`);
    expect(title).toBe('River falls at last');
    expect(body.text).toBe(`${prose}\n\n${prose}`);
  });

  it('is not a heading further down, underlined or not', () => {
    const text = `My year on the river\n\nBy Jonas Lind\n\nSpring\n------\n\n${prose}\n\nSummer\n------\n\n${prose}`;
    const { title, body } = readText(text, context, 1);
    expect(title).toBe('My year on the river');
    expect(body.text).toBe(`Spring\n------\n\n${prose}\n\nSummer\n------\n\n${prose}`);
  });

  it('leaves what stands above it in the text where that is a paragraph', () => {
    const text = `${prose}\n\nRiver falls at last\n\n${prose}`;
    expect(readText(text, context, 1, 'River falls at last').body.text).toBe(text);
  });

  it('is nothing where there is no text', () => {
    const { title, problems, body } = readText(' \n\n', context, 5);
    expect({ title, problems, body }).toEqual({
      title: undefined,
      problems: [],
      body: { markup: 'text', text: '', line: 5 },
    });
  });

  it('stays in the text where the front matter states another', () => {
    expect(read('At the weir', 'River falls at last').body.text).toBe(`At the weir\n\n${prose}\n\n${prose}`);
    expect(read('River falls at last', 'River falls at last').body.text).toBe(`${prose}\n\n${prose}`);
  });
});

describe('dates', () => {
  it('count in the time zone of the site', () => {
    expect(read('River falls\n\nOctober 13, 2025').published).toBe(Date.UTC(2025, 9, 12, 19));
  });

  it('count from the time of the file where they are relative', () => {
    const { published, found } = read('River falls\n2 hours ago');
    expect(published).toBe(Date.UTC(2025, 9, 14, 10));
    expect(found.published).toEqual({ in: 'body', line: 2, relative: true });
    expect(read('River falls\nUpdated: yesterday, 10:30').found.updated?.relative).toBe(true);
  });

  it('are believed when absolute rather than relative, wherever they stand', () => {
    const { published, found } = read('River falls\n2 hours ago\nOct 13, 2025 12:00 UTC');
    expect(published).toBe(Date.UTC(2025, 9, 13, 12));
    expect(found.published).toEqual({ in: 'body', line: 3 });
  });

  it.each([
    'Published October 13, 2025 12:00 UTC Updated October 14, 2025 08:00 UTC',
    'Updated October 14, 2025 08:00 UTC | Published October 13, 2025 12:00 UTC',
    'Published\nOctober 13, 2025 12:00 UTC\nUpdated\nOctober 14, 2025 08:00 UTC',
    '(Published on 13 October 2025 – 12:00 UTC)\nLast updated: 14 October 2025 08:00 UTC',
  ])('of publication and change are told apart in %j', (line) => {
    expect(read(`River falls at last\n${line}`)).toMatchObject({
      published: Date.UTC(2025, 9, 13, 12),
      updated: Date.UTC(2025, 9, 14, 8),
      body: { text: `${prose}\n\n${prose}` },
    });
  });

  it('are taken from the dateline of a press release, which stays', () => {
    const { published, body } = readText(`River Falls\n\nBERGEN, March 12, 2025 — ${prose}`, context, 1);
    expect(published).toBe(Date.UTC(2025, 2, 11, 19));
    expect(body.text).toBe(`BERGEN, March 12, 2025 — ${prose}`);
  });
});

describe('authors', () => {
  it.each([
    ['By Jonas Lind', ['Jonas Lind']],
    ['BY: Jonas Lind and Amira Haddad', ['Jonas Lind', 'Amira Haddad']],
    ['By Jonas Lind, Amira Haddad and Li Wei', ['Jonas Lind', 'Amira Haddad', 'Li Wei']],
    ['By Jonas Lind in Bergen', ['Jonas Lind']],
    ['By Jonas Lind, Senior Correspondent', ['Jonas Lind']],
    ['Jonas Lind, Staff Writer\nOctober 13, 2025', ['Jonas Lind']],
    ['By Jonas Lind October 13, 2025 9:15 AM', ['Jonas Lind']],
    ['Jonas Lind | October 13, 2025', ['Jonas Lind']],
    ['Jonas Lind\nBBC News, Bergen\nOctober 13, 2025', ['Jonas Lind']],
    ['By\nJonas Lind', ['Jonas Lind']],
    ['Posted by Jonas Lind on October 13, 2025', ['Jonas Lind']],
    ['Interview by Jonas Lind', ['Jonas Lind']],
    ['Jonas Lind', ['Jonas Lind']],
    ['- Jonas Lind\n- October 13, 2025\n- Jonas Lind', ['Jonas Lind']],
    ['Reuters\nOctober 13, 2025', ['Reuters']],
    ['By Jonas Lind\nWeb Desk', ['Jonas Lind']],
    ['Door Pieter de Vries', ['Pieter de Vries']],
    ['Автор: Анна Петрова', ['Анна Петрова']],
  ])('are read from %j', (line, expected) => {
    const findings = read(`The river falls at last\n${line}`);
    expect(names(findings)).toEqual(expected);
    expect(findings.body.text).toBe(`${prose}\n\n${prose}`);
  });

  it('are read above the title too', () => {
    const findings = read('Jonas Lind\nOctober 13, 2025\n\nThe river falls at last');
    expect(names(findings)).toEqual(['Jonas Lind']);
    expect(findings.title).toBe('The river falls at last');
  });

  it.each([
    ['Author: Jonas Lind'],
    ['(Reporting by Jonas Lind in Bergen; Editing by Li Wei)'],
    ['Jonas Lind\nBergen, 13 October 2025'],
    ['— Jonas Lind'],
  ])('are read below the text from %j', (line) => {
    const findings = readText(`The river falls\n\n${prose}\n\n${line}\n`, context, 1);
    expect(names(findings)).toEqual(['Jonas Lind']);
    expect(findings.body.text).toBe(prose);
  });
});

describe('tags and language', () => {
  it('are read where they are labelled', () => {
    const head = 'The river falls\nTags: rivers, weather\nCategory: News\nLanguage: English';
    expect(read(head)).toMatchObject({ tags: ['rivers', 'weather', 'News'], language: 'en' });
  });

  it('are read from a row of hashtags', () => {
    expect(readText(`The river falls\n\n${prose}\n\n#rivers #weather`, context, 1).tags).toEqual([
      'rivers',
      'weather',
    ]);
  });
});
