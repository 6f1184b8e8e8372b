import type { ResolvedConfig } from '../config/config.js';
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
 * What a feed says of itself as a podcast. It is one if all that it shows can be listened to; where the config says what
 * the podcast is, one episode among articles makes it one, so that it does not cease to be one with the next article.
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
    : entries.length > 0 && entries.every(isEpisode);
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
  const { artwork, author, categories, explicit, owner = ownerOf(config), type, locked, complete } = podcast;
  const isWhole = folder === '' || folder === podcastFolder;
  const place = new URL(podcast.asked ? `${podcastFolder}rss.xml` : 'rss.xml', site).href;
  const guid = podcast.guid ?? (siteGiven ? podcastGuid(place) : undefined);
  const makers =
    author ??
    byline(config.authors)
      .map(({ name }) => name)
      .join(', ');
  return {
    author: plain(makers) || plain(config.title),
    ...(explicit !== undefined && { explicit }),
    categories,
    ...(owner && { owner: { email: owner.email, ...(owner.name && { name: plain(owner.name) }) } }),
    ...(artwork !== undefined && {
      image: typeof artwork === 'string' ? artwork : new URL(artworkName(artwork.file), site).href,
    }),
    ...(type && { type }),
    ...(locked !== undefined && { locked }),
    funding: podcast.funding.map(({ url, text }) => ({ url, text: plain(text) })),
    ...(isWhole && guid !== undefined && { guid }),
    ...(complete !== undefined && { complete }),
    ...(isWhole && podcast.newFeedUrl !== undefined && { newFeedUrl: podcast.newFeedUrl }),
  };
}

/** The name of the picture of the podcast in the output folder. */
export function artworkName(file: string): string {
  return `podcast${/\.[a-z]+$/i.exec(file)?.[0].toLowerCase() ?? ''}`;
}

/** An author of the config whose e-mail address is known is somebody to write to. */
function ownerOf({ authors }: ResolvedConfig): { readonly name: string; readonly email: string } | undefined {
  const author = byline(authors).find(({ email }) => email);
  return author?.email === undefined ? undefined : { name: author.name, email: author.email };
}
