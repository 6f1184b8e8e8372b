import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/article/front-matter.js';

const context = { path: 'a.md', modified: Date.UTC(2025, 10, 26, 12), timezone: 'UTC' };
const says = (...lines: string[]) =>
  readFrontMatter(`---\n${lines.join('\n')}\n---\nBody.\n`, context).findings;
const holdOf = (...lines: string[]) => says(...lines).hold;

describe('an article is held back', () => {
  it.each([
    ['draft: on', 'draft'],
    ['draft: "  true  "', 'draft'],
    ['isDraft: 1', 'draft'],
    ['post_status: Pending', 'draft'],
    ['visibility: unlisted', 'hidden'],
    ['build:\n  list: never', 'hidden'],
    ['eleventyExcludeFromCollections: true', 'hidden'],
    ['permalink: false', 'hidden'],
    ['layout: redirect', 'redirect'],
  ])('by %s', (line, hold) => expect(holdOf('title: Tides', line)).toBe(hold));

  it('on the line that says so', () => {
    expect(says('title: Tides', 'tags: sea', 'draft: true').found.hold).toEqual({
      in: 'front matter',
      line: 4,
    });
  });

  it('though its title, its date or its number is the first thing that is said of it', () => {
    for (const first of ['title: 1984', 'date: 20240501', 'id: 12', 'year: 1984', 'step: 3', 'tips: 3'])
      expect(holdOf(first, 'status: draft'), first).toBe('draft');
  });

  it('where a proposal is one in so many words', () => {
    expect(holdOf('PEP: 8', 'Status: Draft', 'draft: true')).toBe('draft');
    expect(holdOf('title: On PEP 8', 'pep: 8', 'status: draft')).toBe('draft');
    expect(holdOf('pep: 8 and 20', 'status: draft')).toBe('draft');
    expect(holdOf('pep: see 8', 'status: draft')).toBe('draft');
  });
});

describe('an article is not held back', () => {
  it.each([
    'draft: not yet',
    'draft: [true]',
    'draft: {in: print}',
    'hidden: of treasures',
    'status: drafted by the board',
    'build:\n  list: always',
    'redirect: false',
    'permalink: /tides/',
  ])('by %s', (line) => expect(holdOf('title: Tides', line)).toBeUndefined());

  it.each(['PEP: 8', 'EIP: 1559', 'rfc: 9110'])('for how far a proposal got: %s', (number) => {
    expect(holdOf(number, 'title: Tides', 'status: Draft')).toBeUndefined();
  });
});

describe('a text in front matter', () => {
  it('is passed over where it is empty', () => {
    expect(says('title: ""', 'headline: Tides').title).toBe('Tides');
    expect(says('title: ""').title).toBeUndefined();
    expect(says('title: ""').found).toEqual({});
  });

  it('is no summary where it only switches one on or off', () => {
    for (const line of ['summary: false', 'excerpt: true', 'description: "TRUE"'])
      expect(says('title: Tides', line).summary, line).toBeUndefined();
    expect(says('summary: true', 'description: On tides').summary).toBe('On tides');
  });

  it('may hold the words that would', () => {
    expect(says('title: "true"').title).toBe('true');
    for (const text of ['Nothing of it is true', 'True stories of the sea'])
      expect(says(`summary: ${text}`).summary).toBe(text);
  });
});

describe('the address of an article', () => {
  it('dates it where nothing else does', () => {
    const { published, found } = says('title: Tides', 'path: /2015/05/15/tides');
    expect([published, found.published]).toEqual([Date.UTC(2015, 4, 15), { in: 'front matter', line: 3 }]);
    expect(says('date: 2016-01-01', 'path: /2015/05/15/tides').published).toBe(Date.UTC(2016, 0, 1));
  });

  it('does not where no day is in it', () => {
    for (const line of ['path: /2015/05/tides', 'path: /tides', 'path: [2015, 5, 15]', 'slug: 2015'])
      expect(says('title: Tides', line).published, line).toBeUndefined();
  });
});
