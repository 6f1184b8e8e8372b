import type { Instant, Person } from '../article/article.js';
import { clean } from '../characters.js';
import type { Entry, Headline } from '../entry/entry.js';
import type { Feed } from '../feed/feed.js';
import { jsonCredit } from './credit.js';
import { fileNames } from './formats.js';
import type { Frame } from './frame.js';

/** Renders what stands around the items of a feed in JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFrame(feed: Feed<Headline>): Frame {
  const previous = feed.history?.previous;
  const head = stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.base + fileNames.json,
    // JSON Feed pages on to what is older.
    next_url: previous === undefined ? undefined : previous + fileNames.json,
    description: feed.description,
    icon: feed.podcast?.image,
    language: feed.language,
    authors: feed.authors.length > 0 ? feed.authors.map(person) : undefined,
    hubs: feed.hubs?.map((url) => ({ type: 'WebSub', url })),
    _credit: jsonCredit(feed),
  });
  return { head: `${head.slice(0, -1)},"items":[`, between: ',', tail: '\n]}\n' };
}

/** The item of an entry, on a line of its own. */
export function jsonItem(entry: Entry): string {
  return `\n${stringify({
    id: entry.id,
    url: entry.permalink,
    external_url: entry.origin?.url,
    title: entry.title,
    ...(entry.content ? { content_html: entry.content } : { content_text: entry.summary }),
    summary: entry.content ? entry.summary || undefined : undefined,
    image: entry.image?.url,
    date_published: date(entry.published),
    date_modified: date(entry.updated),
    authors: entry.authors.length > 0 ? entry.authors.map(person) : undefined,
    tags: entry.tags.length > 0 ? entry.tags : undefined,
    language: entry.language,
    attachments:
      entry.enclosures.length > 0
        ? entry.enclosures.map(({ url, type, length, title, duration }) => ({
            url,
            mime_type: type,
            title,
            size_in_bytes: length,
            duration_in_seconds: duration,
          }))
        : undefined,
    _credit: jsonCredit(entry),
  })}`;
}

function person({ name, uri, avatar }: Person) {
  return { name, url: uri, avatar };
}

function date(instant: Instant): string {
  return new Date(instant).toISOString();
}

/** To clean each string on the way takes many times as long, and hardly any needs it. */
function stringify(value: unknown): string {
  const text = JSON.stringify(value);
  if (!suspicious.test(text)) return text;
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? clean(part) : part));
}

/** What JSON makes of all that `clean` takes out: it escapes control characters and lone surrogates. */
const suspicious = /[\u007F-\u009F\uDFFE\uDFFF\uFDD0-\uFDEF\uFFFD-\uFFFF]|\\[bfru]/;
