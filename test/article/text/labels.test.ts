import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/article/text.js';

const context = { path: 'a.txt', modified: Date.UTC(2025, 9, 20, 12), timezone: 'UTC' };
const prose =
  'The river had stood higher in the year of the great frost, as the old mark on the bridge still shows.';
const paragraphs = `${prose}\n\n${prose}`;

/** What the lines under a title say; nothing of them may stay in the text. */
function said(lines: string, end = '') {
  const text = `River falls at last\n${lines}\n\n${paragraphs}${end}`;
  const { title, published, authors, tags, language, body, problems } = readText(text, context, 1);
  expect(title).toBe('River falls at last');
  expect(body.text).toBe(paragraphs);
  expect(problems).toEqual([]);
  return {
    ...(published !== undefined && { published: new Date(published).toISOString().slice(0, 10) }),
    ...(authors && { authors: authors.map(({ name }) => name) }),
    ...(tags && { tags }),
    ...(language && { language }),
  };
}

const published = '2025-10-14';

describe('beside a date there may stand', () => {
  it.each([
    [
      'a source, which wrote the article where nobody else did',
      'Source: Harbour Wire',
      { authors: ['Harbour Wire'] },
    ],
    [
      'a source that is no name',
      'Source: the minutes of the ninth meeting of the harbour board, in print',
      {},
    ],
    ['what it is filed under', 'Filed under Harbour', { tags: ['Harbour'] }],
    ['tags', 'Tags: Harbour, Ferries', { tags: ['Harbour', 'Ferries'] }],
    ['the kind of piece that somebody wrote', 'An essay by Nora Quill', { authors: ['Nora Quill'] }],
    ['a Korean reporter', '홍길동 기자 hong@example.org', { authors: ['홍길동'] }],
    ['a bare name', 'Ada Rivers', { authors: ['Ada Rivers'] }],
    ['an address', 'https://example.org/river', {}],
    ['where it happened', 'Location: Bergen', {}],
    ['how to reach the desk', 'Phone: 555 0100', {}],
    ['the number of an issue', 'Issue 12', {}],
    ['a section', 'Harbour', {}],
  ])('%s: %s', (_what, part, expected) => {
    expect(said(`14 October 2025 | ${part}`)).toEqual({ published, ...expected });
    expect(said(`${part} | 14 October 2025`)).toEqual({ published, ...expected });
  });
});

describe('a line alone says', () => {
  it.each([
    ['who wrote it', 'An essay by Nora Quill', { authors: ['Nora Quill'] }],
    ['who wrote it, in Korean', '홍길동 기자', { authors: ['홍길동'] }],
    ['from whom it is', 'Source: Harbour Wire', { authors: ['Harbour Wire'] }],
    ['what it is filed under', 'Filed under Harbour', { tags: ['Harbour'] }],
    ['its language by name', 'Language: English', { language: 'en' }],
    ['its language by code', 'Language: en_GB', { language: 'en-GB' }],
    ['no language that there is', 'Language: of the sea', {}],
    ['no language, though it looks like a code', 'Language: en-a', {}],
  ])('%s: %s', (_what, line, expected) => {
    expect(said(line)).toEqual(expected);
  });
});

describe('below the text', () => {
  it('topics are tags, but not what a page puts among them', () => {
    const long = 'Harbour board of the city and of the county around it, and more';
    expect(said('14 October 2025', '\n\nTopics\nFerries\nHarbour')).toEqual({
      published,
      tags: ['Ferries', 'Harbour'],
    });
    expect(said('14 October 2025', `\n\nTopics\nFerries\nShare\n${long}`)).toEqual({
      published,
      tags: ['Ferries'],
    });
    expect(said('14 October 2025', `\n\nTopics\n${long}`)).toEqual({ published });
  });

  it('other stories are not of this one', () => {
    expect(said('14 October 2025', '\n\nRelated stories\nFerry fares to rise\nDredgers at work')).toEqual({
      published,
    });
  });
});

describe('a text from a library of free books', () => {
  const start = '*** START OF THE PROJECT EBOOK TIDES ***';
  const end = '*** END OF THE PROJECT EBOOK TIDES ***\n\nThe licence, at length.';

  it('is read without its frame, which says what it is', () => {
    const frame = 'The Library: Tides\n\nTitle: The Tides\n\nAuthor: Ada Rivers\n\nLanguage: English';
    const text = `${frame}\n\n${start}\n\nTHE TIDES\n\nby Ada Rivers\n\n${paragraphs}\n\n${end}`;
    const read = readText(text, context, 1);
    expect(read).toMatchObject({ title: 'The Tides', authors: [{ name: 'Ada Rivers' }], language: 'en' });
    expect(read.found.title).toEqual({ in: 'body', line: 3 });
    expect(read.body).toMatchObject({ text: paragraphs, line: 15 });
  });

  it('goes on to its last line where nothing says that it ends', () => {
    const { title, body } = readText(`Title: The Tides\n\n${start}\n\n${paragraphs}`, context, 1);
    expect({ title, text: body.text }).toEqual({ title: 'The Tides', text: paragraphs });
  });
});
