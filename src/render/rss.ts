import { Feed as Layout } from 'feed';
import { asHtml } from '../characters.js';
import type { Enclosure, Entry, Headline } from '../entry/entry.js';
import type { Feed } from '../feed/feed.js';
import { type Amendment, amend } from './amend.js';
import { archiveElements } from './archive.js';
import { rssCredit, rssLicense } from './credit.js';
import { form } from './form.js';
import { fileNames, generator } from './formats.js';
import type { Frame } from './frame.js';
import { isHosted } from './hosted.js';
import { hubElements } from './hub.js';
import { mediaContent } from './media.js';
import { podcastChannel, podcastItem, podcastNamespaces } from './podcast.js';
import { SlotDate } from './slot-date.js';
import { Slots } from './slots.js';
import { cdata, escapeText } from './text.js';

/** Renders what stands around the items of a feed in RSS 2.0 (RSS Advisory Board specification and Best Practices Profile). */
export function rssFrame(feed: Feed<Headline>): Frame {
  const channel = renderChannel(feed);
  const end = channel.lastIndexOf('    </channel>');
  const more = [
    ...rssLicense(feed),
    ...hubElements(feed, 'atom:link'),
    ...archiveElements(feed, 'rss'),
    ...podcastChannel(feed),
  ].map((element) => `        ${element}\n`);
  return { head: channel.slice(0, end) + more.join(''), between: '', tail: `${channel.slice(end)}\n` };
}

function renderChannel(feed: Feed<Headline>): string {
  const slots = new Slots();
  const channel = new Layout({
    title: slots.text(feed.title),
    link: slots.text(feed.home),
    description: slots.text(feed.description),
    language: slots.text(feed.language),
    feedLinks: { rss: slots.text(feed.base + fileNames.rss) },
    updated: new Date(feed.updated),
    generator,
    ...(feed.rights === undefined ? {} : { copyright: slots.text(feed.rights) }),
  });
  const namespaces = feed.podcast ? [...always, podcastNamespaces] : always;
  return slots.fill(amend(channel.rss2(), [namespacesMissing(namespaces)]));
}

const always = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
];

function namespacesMissing(namespaces: readonly string[]): Amendment {
  return {
    name: 'namespaces are declared only where an entry of the same call needs them, and not all',
    wrong: 'xmlns:atom="http://www.w3.org/2005/Atom"',
    right: namespaces.join(' '),
  };
}

/**
 * The `<item>` of an entry.
 *
 * @param isInPodcast whether it is for a feed that is a podcast, so that it says what episode it is
 */
export function rssItem(entry: Entry, isInPodcast = false): string {
  const slots = new Slots();
  const address = soleAddress(entry);
  const creators = address
    ? []
    : entry.authors.map(({ name }) => `<dc:creator>${escapeText(name)}</dc:creator>`);
  const enclosure = isInPodcast ? recordingOf(entry) : entry.enclosures.find(fitsRss);
  const others = entry.enclosures.filter(({ url }) => url !== enclosure?.url);
  const laid = itemForm(
    {
      title: slots.text(entry.title),
      link: slots.text(entry.permalink),
      guid: slots.text(entry.id),
      published: slots.markup(new Date(entry.published).toUTCString()),
      // RSS takes a description for HTML, so plain text is made HTML first.
      description: slots.text(asHtml(entry.summary || entry.title)),
      ...(entry.content && { content: slots.markup(cdata(entry.content)) }),
      category: entry.tags.map((tag) => ({ name: slots.text(tag) })),
      ...(address && { author: [{ name: slots.text(address.name), email: slots.text(address.email) }] }),
      ...(enclosure && {
        enclosure: {
          url: slots.text(enclosure.url),
          type: slots.text(enclosure.type),
          length: slots.text(String(enclosure.length)),
        },
      }),
    },
    slots,
  );
  const episode = isInPodcast ? podcastItem(entry) : [];
  const more = [...creators, ...rssCredit(entry), ...mediaContent(entry, others), ...episode].map(
    (element) => `            ${element}\n`,
  );
  return `${laid}${more.join('')}        </item>\n`;
}

type Item = Parameters<Layout['addItem']>[0];

/** What is asked of the package for an item: slots in place of all that differs. */
type Asked = Omit<Item, 'date' | 'published' | 'enclosure'> & {
  readonly published: string;
  readonly enclosure?: { readonly url: string; readonly type: string; readonly length: string };
};

const itemForm = form(({ published, enclosure, ...asked }: Asked) => {
  const layout = new Layout({ title: '', link: 'slot:none', generator: false });
  const date = new SlotDate(published);
  layout.addItem({
    ...asked,
    date,
    published: date,
    ...(enclosure && { enclosure: { ...enclosure, length: 0 } }),
  });
  const document = layout.rss2();
  const laid = document.slice(document.indexOf('        <item>'), document.indexOf('        </item>'));
  return amend(
    laid,
    enclosure
      ? [{ name: 'a length is no slot', wrong: 'length="0"', right: `length="${enclosure.length}"` }]
      : [],
  );
});

/** RSS's `author` is an e-mail address with a name as a comment; all other authors are `dc:creator`. */
function soleAddress({ authors }: Entry) {
  const [author] = authors;
  const fits = author?.email && authors.length === 1 && !/[(),"\\<>@;:]/.test(author.name);
  return fits ? { name: author.name, email: author.email } : undefined;
}

/**
 * An enclosure states its length (RSS 2.0) and can be fetched by its full host name (RSS Advisory Board); other media
 * go out as Media RSS.
 */
function fitsRss(enclosure: Enclosure): enclosure is Fitting {
  return isHosted(enclosure.url) && enclosure.length !== undefined;
}

type Fitting = Enclosure & { readonly length: number };

/** Programs for podcasts know nothing but the enclosure; a length that nobody knows is 0 there (RSS Advisory Board). */
function recordingOf({ enclosures: [recording] }: Entry): Fitting | undefined {
  return recording && isHosted(recording.url) ? { ...recording, length: recording.length ?? 0 } : undefined;
}
