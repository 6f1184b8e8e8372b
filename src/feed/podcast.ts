import type { ResolvedConfig } from '../config/config.js';
import { absolute } from '../entry/address.js';
import { byline } from '../entry/byline.js';
import type { Headline } from '../entry/entry.js';
import { podcastGuid } from '../entry/identity.js';
import { plain } from '../entry/plain.js';
import type { Show } from './feed.js';
import type { Group } from './groups.js';

/** The folder of the feed with the episodes alone. */
export const podcastFolder = 'podcast/';

/** The group of all episodes, where the config asks for a podcast, and there are any. */
export function episodes(headlines: readonly Headline[], config: ResolvedConfig): Group[] {
  const mine = config.podcast?.asked ? headlines.filter(isEpisode) : [];
  return mine.length > 0 ? [groupOf(mine, config)] : [];
}

/** The group of these episodes, or of none where the last one was withdrawn. */
export function groupOf(headlines: readonly Headline[], { podcast, ...config }: ResolvedConfig): Group {
  const title = plain(podcast?.title ?? '') || plain(config.title);
  return {
    folder: podcastFolder,
    labelOf: () => title,
    headlines,
    title,
    description: plain(podcast?.description ?? '') || plain(config.description),
    isWhole: true,
  };
}

/**
 * What a feed says of itself as a podcast. The main feed is one if all that it shows can be listened to. Where the config
 * says what the podcast is, one episode among articles makes any feed one, so that it does not cease to be one with the next
 * article.
 *
 * @param folder of the feed
 * @param entries that it shows
 * @returns nothing where it is none
 */
export function showOf(
  folder: string,
  entries: readonly Headline[],
  config: ResolvedConfig,
): Show | undefined {
  const isOne = config.podcast?.asked
    ? folder === podcastFolder || entries.some(isEpisode)
    : folder === '' && entries.length > 0 && entries.every(isEpisode);
  return isOne ? show(folder, config) : undefined;
}

/** The most that a feed may say of itself as a podcast, whichever of its entries it shows. */
export function largestShowOf(
  folder: string,
  headlines: readonly Headline[],
  config: ResolvedConfig,
): Show | undefined {
  return headlines.some(isEpisode) ? show(folder, config) : undefined;
}

function isEpisode({ isEpisode }: Headline): boolean {
  return isEpisode === true;
}

function show(folder: string, config: ResolvedConfig): Show | undefined {
  const { podcast, site, siteGiven } = config;
  if (!podcast) return undefined;
  const { artwork, author, categories, explicit, type, locked, complete } = podcast;
  const isWhole = folder === '' || folder === podcastFolder;
  const place = new URL(podcast.asked ? `${podcastFolder}rss.xml` : 'rss.xml', site).href;
  const guid = podcast.guid ?? (siteGiven ? podcastGuid(place) : undefined);
  const names = byline(config.authors).map(({ name }) => name);
  const makers = plain(author ?? names.join(', ')) || plain(config.title);
  const owner = ownerOf(config, makers);
  const picture =
    typeof artwork === 'object' ? new URL(artworkName(artwork.file), site).href : addressOf(artwork);
  const next = addressOf(podcast.newFeedUrl);
  return {
    author: makers,
    ...(explicit !== undefined && { explicit }),
    categories,
    ...(owner && { owner }),
    ...(picture !== undefined && { image: picture }),
    ...(type && { type }),
    ...(locked !== undefined && { locked }),
    funding: podcast.funding.flatMap(({ url, text }) => {
      const address = addressOf(url);
      return address === undefined ? [] : [{ url: address, text: plain(text) || address }];
    }),
    ...(isWhole && guid !== undefined && { guid }),
    ...(complete !== undefined && { complete }),
    ...(isWhole && next !== undefined && { newFeedUrl: next }),
  };
}

/** The name of the picture of the podcast in the output folder. */
export function artworkName(file: string): string {
  return `podcast${/\.[a-z]+$/i.exec(file)?.[0].toLowerCase() ?? ''}`;
}

/** Whom the config names; else an author of whom it gives an e-mail address is somebody to write to. */
function ownerOf({ podcast, authors }: ResolvedConfig, makers: string): Show['owner'] {
  const { name = makers, email } = podcast?.owner ?? {};
  const people = email === undefined ? authors : [{ name, email }];
  const owner = byline(people).find((person) => person.email !== undefined);
  return owner?.email === undefined ? undefined : { name: owner.name, email: owner.email };
}

/** An address as validators take it. */
function addressOf(written: string | undefined): string | undefined {
  return written === undefined ? undefined : absolute(written, written);
}
