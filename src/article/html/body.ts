import render from 'dom-serializer';
import { isDirective } from 'domhandler';
import { removeElement } from 'domutils';
import type { Body } from '../article.js';
import { dropAnnouncements } from './announcements.js';
import { baseOf } from './base.js';
import type { Facts } from './facts.js';
import { showLazyImages } from './lazy-images.js';
import { leadOf } from './lead.js';
import type { Page } from './page.js';
import { paragraphsOf } from './paragraphs.js';
import { dropRepeated, type Shown } from './repeated.js';
import { select } from './select.js';

/**
 * Gives the markup of the article's text: of a page, its content without furniture, without links to other articles
 * and without what readers are shown beside it; of a fragment, everything but the last. Takes elements out of the page.
 *
 * @param text the whole markup
 * @param line the line of the file on which it begins
 */
export function bodyOf(page: Page, facts: Facts, text: string, line: number): Body {
  const base = baseOf(page, facts.findings.link);
  const own = page.excess
    ? { text: paragraphsOf(text), line }
    : page.whole
      ? ofPage(page, facts)
      : { text: ofFragment(page, facts, text), line };
  return { markup: 'html', ...own, ...(base !== undefined && { base }) };
}

function ofPage(page: Page, facts: Facts): { text: string; line: number } {
  const { element, isFurniture } = facts.content;
  const root = element ?? select('body', page.root)[0] ?? page.root;
  const line = page.lineOf(root);
  const lead = leadOf(facts.lines, facts.heading, facts.content);
  const standfirst = lead.map((block) => `<p>${render(block.children, options).trim()}</p>\n`);
  for (const one of select('*', root)) if (isFurniture(one)) removeElement(one);
  dropRepeated(root, shown(facts));
  dropAnnouncements(root);
  showLazyImages(root);
  const rest = root.children.filter((child) => !isDirective(child));
  return { text: standfirst.join('') + render(rest, options).trim(), line };
}

/** A fragment stays as its author wrote it, to the letter, but for what is taken off. */
function ofFragment(page: Page, facts: Facts, text: string): string {
  let rest = text;
  for (const { startIndex, endIndex } of dropRepeated(page.root, shown(facts)).reverse()) {
    if (startIndex !== null && endIndex !== null) rest = rest.slice(0, startIndex) + rest.slice(endIndex + 1);
  }
  return rest.length < text.length ? rest.trimStart() : text;
}

function shown({ heading, findings }: Facts): Shown {
  const authors = (findings.authors ?? []).map(({ name }) => name);
  return { heading, authors, dated: findings.published !== undefined };
}

const options = { encodeEntities: 'utf8' } as const;
