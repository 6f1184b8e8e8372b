import type { Entry } from '../../entry/entry.js';
import { escapeText } from '../text.js';
import { address, linked, onSite } from './address.js';
import { day } from './days.js';
import { languageAttributes } from './language.js';
import type { Look } from './look.js';

/**
 * An entry in a list of entries.
 *
 * @param href where it is read: relative to the output folder, or absolute
 */
export function card(entry: Entry, href: string, look: Look): string {
  const picture = pictureOf(entry, look);
  // The day stays where days are, whichever way the title runs.
  const own = languageAttributes(entry.language, look.language);
  const said = [
    day(entry.published, look),
    ...entry.authors.map(({ name }) => `<bdi>${escapeText(name)}</bdi>`),
  ];
  return [
    `<article class="card${picture && ' pictured'}">`,
    `<h3${own}>${linked(href, `<bdi>${escapeText(entry.title)}</bdi>`)}</h3>`,
    `<p class="meta">${said.join(' ')}</p>`,
    entry.summary && entry.summary !== entry.title
      ? `<p class="summary"${own}>${escapeText(entry.summary)}</p>`
      : '',
    entry.tags.length > 0 ? `<ul class="tags"${own}>${tags(entry)}</ul>` : '',
    picture,
    '</article>',
  ]
    .filter(Boolean)
    .join('\n');
}

function tags(entry: Entry): string {
  return entry.tags
    .slice(0, mostTags)
    .map((tag) => `<li><bdi>${escapeText(tag)}</bdi></li>`)
    .join(' ');
}

/** Of an entry with more tags, a card shows the first. */
const mostTags = 6;

/** The lead image, where it lies on the site itself: a page asks no other host for anything. */
function pictureOf({ image }: Entry, { home }: Look): string {
  const source = image && onSite(image.url, home);
  const safe = source === undefined ? undefined : address(source);
  if (safe === undefined) return '';
  return `<img src="${safe}" alt="${escapeText(image?.alt ?? '')}" width="3" height="2" loading="lazy" decoding="async" referrerpolicy="no-referrer">`;
}
