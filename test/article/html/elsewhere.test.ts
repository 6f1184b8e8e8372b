import { describe, expect, it } from 'vitest';
import { page, text } from './page.js';
import { read } from './read.js';

const line = '<p class="byline">By Otto Other, <time datetime="2001-01-01">1 January 2001</time></p>';

/** Who wrote a page, and when, that shows a byline beside its headline. */
function signed(beside: string, article = (inner: string) => inner) {
  const { authors, published } = read(page('', article(`<h1>Boats come home</h1>${beside}${text}`)));
  return [authors?.map(({ name }) => name), published && new Date(published).getUTCFullYear()];
}

describe('a byline is not of the article that stands', () => {
  it.each([
    ['in a way through the site', `<nav>${line}</nav>`],
    ['in an aside', `<aside>${line}</aside>`],
    ['at the foot of the page', `<footer>${line}</footer>`],
    ['in a sidebar', `<div class="sidebar">${line}</div>`],
    ['in a box of the site', `<div id="widget-3">${line}</div>`],
    ['among related stories', `<div class="related">${line}</div>`],
    ['in a list of such boxes', `<div class="related"><ul><li><div>${line}</div></li></ul></div>`],
    ['among comments', `<section id="comments">${line}${line}</section>`],
    ['in an aside that has a name', `<aside class="teaser">${line}</aside>`],
  ])('%s', (_where, beside) => expect(signed(beside)).toEqual([undefined, undefined]));
});

describe('a byline is of the article that stands', () => {
  const within = (inner: string) => `<article>${inner}</article>`;

  it.each([
    ['beside the headline', line, undefined],
    ['in an aside that speaks of it', `<aside class="post-meta">${line}</aside>`, undefined],
    ['in a way through it', `<nav class="article-info">${line}</nav>`, undefined],
    ['at its foot', `<footer>${line}</footer>`, within],
    ['at the foot of its head', `<header><footer>${line}</footer></header>`, within],
    ['at its foot, which its name tells', `<div class="story"><footer>${line}</footer></div>`, undefined],
    ['in a menu of its own', `<div class="menu">${line}</div>`, within],
    [
      'in a page that is called a sidebar as a whole',
      line,
      (inner: string) => `<div class="sidebar">${inner}</div>`,
    ],
  ])('%s', (_where, beside, article) => expect(signed(beside, article)).toEqual([['Otto Other'], 2001]));
});
