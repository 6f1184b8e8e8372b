import type { Person } from '../../article/article.js';
import type { Entry } from '../../entry/entry.js';
import { escapeText } from '../text.js';
import { address, linked } from './address.js';
import { attachments } from './attachments.js';
import { day } from './days.js';
import { fitted } from './fitted.js';
import type { Look } from './look.js';
import { readingHead } from './reading-head.js';
import { rightsLine } from './rights.js';
import { say } from './say.js';
import { sectioned } from './sectioned.js';
import { shows } from './shown.js';

/** What of a reading page is the entry's own. */
export interface Reading {
  /** Title, description, address, and what other sites show of it. */
  readonly head: string;
  /** The article. */
  readonly body: string;
}

/** Renders an entry to be read. */
export function reading(entry: Entry, look: Look): Reading {
  return { head: readingHead(entry, look), body: article(entry, look) };
}

function article(entry: Entry, look: Look): string {
  const content = entry.content
    ? sectioned(fitted(entry.content, entry.language), entry.permalink)
    : `<p>${escapeText(entry.summary)}</p>`;
  return [
    '<article>',
    `<header>\n<p class="meta">${days(entry, look)}</p>\n<h1>${escapeText(entry.title)}</h1>\n${byline(entry.authors)}</header>`,
    leadImage(entry),
    `<div class="prose">\n${content}\n</div>`,
    attachments(entry),
    entry.tags.length > 0
      ? `<ul class="tags">${entry.tags.map((tag) => `<li><bdi>${escapeText(tag)}</bdi></li>`).join(' ')}</ul>`
      : '',
    credit(entry),
    '</article>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** Whose the entry is, and where it comes from, where it says so itself. */
function credit(entry: Entry): string {
  const { origin, language } = entry;
  const name = origin && (origin.title ?? origin.url ?? origin.feed);
  const from = name
    ? `${say('source', language)} ${linked(origin.url ?? origin.feed, `<bdi>${escapeText(name)}</bdi>`)}`
    : '';
  const all = [from, rightsLine(entry, language)].filter(Boolean).join(' · ');
  return all && `<p class="credit">${all}</p>`;
}

/** When it was published and, where that is another day, when it was changed last. */
function days(entry: Entry, look: Look): string {
  const published = day(entry.published, look, entry.language);
  const updated = day(entry.updated, look, entry.language);
  const text = (time: string) => time.slice(time.indexOf('>'));
  return text(published) === text(updated)
    ? published
    : `${published} <span>${say('updated', entry.language)} ${updated}</span>`;
}

function byline(authors: readonly Person[]): string {
  if (authors.length === 0) return '';
  const names = authors.map(({ name, uri }) =>
    linked(uri, `<bdi>${escapeText(name)}</bdi>`, ' rel="author"'),
  );
  return `<ul class="byline">${names.map((name) => `<li>${name}</li>`).join(' ')}</ul>\n`;
}

/** The lead image, where the article does not show it itself. */
function leadImage({ image, content }: Entry): string {
  const source = image && address(image.url);
  if (image === undefined || source === undefined || shows(content, image.url)) return '';
  return `<figure class="lead"><img src="${source}" alt="${escapeText(image.alt ?? '')}" decoding="async"></figure>`;
}
