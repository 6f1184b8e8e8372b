import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { permalink } from '../../src/entry/permalink.js';
import { sampleArticle } from '../support/article.js';

const rules = { site: 'https://example.org/news/', pattern: '/:path/', timezone: 'UTC' };
const published = Date.UTC(2026, 4, 6, 23, 30);

function of(given: Partial<Article>, more: Partial<typeof rules> = {}) {
  return permalink(sampleArticle(given), published, 'harbour', { ...rules, ...more });
}

describe('the permalink of an article that states none follows the pattern', () => {
  it.each([
    ['ferry.md', 'https://example.org/news/ferry/'],
    ['harbour/ferry.txt', 'https://example.org/news/harbour/ferry/'],
    ['harbour/ferry/index.md', 'https://example.org/news/harbour/ferry/'],
    ['_posts/2026-05-06-ferry.md', 'https://example.org/news/2026-05-06-ferry/'],
    ['Fähre & Kai.md', 'https://example.org/news/F%C3%A4hre%20%26%20Kai/'],
    ['100% [draft] #1.md', 'https://example.org/news/100%25%20%5Bdraft%5D%20%231/'],
    ['天気.md', 'https://example.org/news/%E5%A4%A9%E6%B0%97/'],
  ])('%s', (path, address) => {
    expect(of({ path }).address).toBe(address);
  });

  it('with the parts of the date in the configured zone', () => {
    const pattern = '/:year/:month/:day/:slug/';
    expect(of({ path: 'ferry.md' }, { pattern }).address).toBe('https://example.org/news/2026/05/06/ferry/');
    expect(of({ path: 'ferry.md' }, { pattern, timezone: 'Asia/Karachi' }).address).toContain('/2026/05/07/');
    expect(of({ path: 'x.md', slug: 'night-ferry' }, { pattern }).address).toContain('/night-ferry/');
  });
});

describe('the permalink that an article states', () => {
  it('is kept where it is an address', () => {
    expect(of({ link: 'https://other.example/a' }).address).toBe('https://other.example/a');
  });
  it('is a place on the site where it is a path', () => {
    expect(of({ link: '/about/ferries/' }).address).toBe('https://example.org/news/about/ferries/');
    expect(of({ link: 'about' }).address).toBe('https://example.org/news/about');
  });
  it('may be a pattern itself', () => {
    expect(of({ link: '/:year/:title/' }).address).toBe('https://example.org/news/2026/night-ferry-returns/');
  });
  it('is refused, with its line, where nobody could follow it', () => {
    const { address, problems } = of({
      path: 'ferry.md',
      link: 'javascript:alert(1)',
      found: { link: { in: 'front matter', line: 4 } },
    });
    expect(address).toBe('https://example.org/news/ferry/');
    expect(problems).toMatchObject([{ code: 'link-unusable', path: 'ferry.md', line: 4 }]);
  });
});
