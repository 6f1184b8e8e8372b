import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read.js';
import { loadReaders } from '../../src/article/readers.js';

await loadReaders(['any.txt', 'any.md']);

function read(text: string, { path = 'a.md', maxTags }: { path?: string; maxTags?: number } = {}) {
  const context = { path, modified: 0, timezone: 'UTC', ...(maxTags !== undefined && { maxTags }) };
  const { article, problems } = readArticle(new TextEncoder().encode(text), context);
  return { ...article, problems };
}

const matter = (...lines: string[]) => `---\ndate: 2025-10-14\n${lines.join('\n')}\n---\nText of it.\n`;
const lost = (field: string, size: string | number, limit: number) =>
  `Cannot use all of ${field}: ${size} is more than the limit of ${limit}`;

describe('an article may say of itself', () => {
  it.each([
    ['title', 300],
    ['summary', 1000],
  ] as const)('a %s of %d characters', (field, limit) => {
    const { problems, ...article } = read(matter(`${field}: ${'x'.repeat(limit)}`));
    expect(article[field]).toBe('x'.repeat(limit));
    expect(problems).toEqual([]);
  });

  it.each(['tags', 'authors'] as const)('as many %s as the config allows', (field) => {
    const { problems, ...article } = read(matter(`${field}: [Ada, Ben, Cleo]`), { maxTags: 3 });
    expect(article[field]).toHaveLength(3);
    expect(problems).toEqual([]);
  });

  it('nothing of itself, where the config allows no tags', () => {
    const { title, problems } = read(matter('title: Tides'), { maxTags: 0 });
    expect({ title, problems }).toEqual({ title: 'Tides', problems: [] });
  });
});

describe('what is more than that is told of, with its line', () => {
  it.each([
    ['title', 300],
    ['summary', 1000],
  ] as const)('a longer %s, which is shortened where it is shown', (field, limit) => {
    const text = 'x'.repeat(limit + 1);
    const { problems, ...article } = read(matter(`${field}: ${text}`));
    expect(article[field]).toBe(text);
    expect(problems).toMatchObject([
      {
        code: 'cut-off',
        path: 'a.md',
        line: 3,
        message: lost(field, `${limit + 1} characters`, limit),
      },
    ]);
  });

  it('a title of a megabyte, of which no more is kept than may be of use', () => {
    const { title, problems } = read(matter(`title: ${'x'.repeat(60_000)}`));
    expect(title).toBe('x'.repeat(10_000));
    expect(problems).toMatchObject([{ message: lost('title', '60000 characters', 300) }]);
  });

  it('tags and authors, of which the first are kept', () => {
    const text = matter('tags: [tide, weir, lock]', 'authors: [Ada, Ben, Cleo]');
    const { tags, authors, problems } = read(text, { maxTags: 2 });
    expect(tags).toEqual(['tide', 'weir']);
    expect(authors).toEqual([{ name: 'Ada' }, { name: 'Ben' }]);
    expect(problems).toMatchObject([
      { code: 'cut-off', path: 'a.md', line: 3, message: lost('tags', 3, 2) },
      { code: 'cut-off', path: 'a.md', line: 4, message: lost('authors', 3, 2) },
    ]);
  });

  it('a title that only the name of the file gives, without a line', () => {
    const { problems } = read('', { path: `${'tide-'.repeat(80)}tables.md` });
    expect(problems.map(({ code, path, line }) => [code, path?.slice(0, 4), line])).toEqual([
      ['cut-off', 'tide', undefined],
    ]);
    expect(problems[0]).not.toHaveProperty('line');
  });
});
