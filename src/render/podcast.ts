import type { Entry, Headline } from '../entry/entry.js';
import type { Feed, Show } from '../feed/feed.js';
import { isHosted } from './hosted.js';
import { escapeText } from './text.js';

/** What the head of a document declares that has elements of podcasts. */
export const podcastNamespaces =
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"';

/**
 * The elements by which a channel says what podcast it is: those of Apple (Podcasts RSS feed requirements) and those of
 * the podcast namespace (podcastindex.org/namespace/1.0).
 */
export function podcastChannel({ podcast: show }: Feed<Headline>): string[] {
  if (!show) return [];
  const { author, explicit, categories, owner, image, type, locked, funding, guid, newFeedUrl } = show;
  return [
    element('itunes:author', short(author)),
    ...(owner ? [ownerElement(owner)] : []),
    ...pictureElement(image),
    ...(explicit === undefined ? [] : [element('itunes:explicit', String(explicit))]),
    ...categories.map(([name, within]) =>
      within === undefined
        ? empty('itunes:category', { text: name })
        : `<itunes:category text="${escapeText(name)}">${empty('itunes:category', { text: within })}</itunes:category>`,
    ),
    ...(type ? [element('itunes:type', type)] : []),
    ...(newFeedUrl === undefined ? [] : [element('itunes:new-feed-url', newFeedUrl)]),
    ...(show.complete ? [element('podcast:updateFrequency', 'complete', { complete: 'true' })] : []),
    ...(guid === undefined ? [] : [element('podcast:guid', guid)]),
    element('podcast:medium', 'podcast'),
    ...(locked === undefined
      ? []
      : [element('podcast:locked', locked ? 'yes' : 'no', owner && { owner: owner.email })]),
    ...funding.map(({ url, text }) => element('podcast:funding', short(text, 128), { url })),
  ];
}

/** The elements by which an item says what episode it is; none where it is none. */
export function podcastItem({ episode, enclosures, authors }: Entry): string[] {
  const [recording] = enclosures;
  if (!episode || !recording) return [];
  const { number, season, kind, explicit, subtitle, image, transcripts, chapters } = episode;
  const seconds = recording.duration ? Math.max(1, Math.round(recording.duration)) : 0;
  const apple = [
    ...(seconds > 0 ? [element('itunes:duration', String(seconds))] : []),
    ...(authors.length > 0
      ? [element('itunes:author', short(authors.map(({ name }) => name).join(', ')))]
      : []),
    ...(subtitle ? [element('itunes:subtitle', short(subtitle))] : []),
    ...(season === undefined ? [] : [element('itunes:season', String(season))]),
    ...(number === undefined ? [] : [element('itunes:episode', String(number))]),
    ...(kind ? [element('itunes:episodeType', kind)] : []),
    ...(explicit === undefined ? [] : [element('itunes:explicit', String(explicit))]),
    ...pictureElement(image),
  ];
  return [
    // Of recordings that Apple cannot take, or that nobody can fetch, nothing is to be said in its words.
    ...(appleTakes.test(recording.url) && isHosted(recording.url) ? apple : []),
    ...(season === undefined ? [] : [element('podcast:season', String(season))]),
    ...(number === undefined ? [] : [element('podcast:episode', String(number))]),
    ...transcripts.map(({ url, type, language }) => empty('podcast:transcript', { url, type, language })),
    ...(chapters === undefined
      ? []
      : [empty('podcast:chapters', { url: chapters, type: 'application/json+chapters' })]),
  ];
}

const appleTakes = /\.(?:m4a|mp3|mov|mp4|m4v)(?:[?#]|$)/i;

function pictureElement(image: string | undefined): string[] {
  return image !== undefined && isHosted(image) ? [empty('itunes:image', { href: image })] : [];
}

function ownerElement({ name, email }: NonNullable<Show['owner']>): string {
  return `<itunes:owner>${element('itunes:name', short(name))}${element('itunes:email', email)}</itunes:owner>`;
}

type Attributes = Readonly<Record<string, string | undefined>>;

function element(name: string, text: string, attributes: Attributes = {}): string {
  return `<${name}${written(attributes)}>${escapeText(text)}</${name}>`;
}

function empty(name: string, attributes: Attributes): string {
  return `<${name}${written(attributes)}/>`;
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeText(value ?? '')}"`)
    .join('');
}

/** Apple's limit on most texts, in characters: what is longer is cut off at a word. */
function short(text: string, most = 255): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, cut.lastIndexOf(' ') > most / 2 ? cut.lastIndexOf(' ') : undefined).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
