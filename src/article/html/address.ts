import { isComment } from 'domhandler';
import type { Clue } from './clue.js';
import type { Page } from './page.js';
import { select } from './select.js';

/**
 * The public addresses that a page gives itself: its canonical link, which the exports of Medium have at the end of the text,
 * and the address a browser saved it from.
 */
export function readAddresses(page: Page): Clue[] {
  const canonical = select('link[rel~=canonical i][href],a.p-canonical[href]', page.root).map((element) => ({
    subject: 'link' as const,
    source: 'meta' as const,
    texts: [(element.attribs.href ?? '').trim()],
    line: page.lineOf(element),
  }));
  return [...canonical, ...savedFrom(page)];
}

/** Browsers and their extensions note where a page came from in a comment near its beginning. */
function savedFrom(page: Page): Clue[] {
  const [html] = select('html', page.root);
  return [...page.root.children, ...(html?.children ?? [])].filter(isComment).flatMap((comment) => {
    const address = noted.exec(comment.data.slice(0, 2000))?.[1];
    return address
      ? [{ subject: 'link' as const, source: 'page' as const, texts: [address], line: page.lineOf(comment) }]
      : [];
  });
}

const noted = /(?:saved from url=\(\d{1,6}\)|\burl:\s{1,4})(https?:\/\/\S{1,1500})/;
