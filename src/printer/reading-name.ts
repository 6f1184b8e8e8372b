import { publicPath } from '../entry/public-path.js';
import { groupKinds } from '../feed/groups.js';
import { podcastFolder } from '../feed/podcast.js';
import { fileNames } from '../render/formats.js';
import { nameOn } from './name-on.js';

/** Where the page of an entry may lie. */
export interface ReadingRules {
  /** Folder of the pages of entries whose permalinks are no place for them. */
  readonly folder: string;
  /** Public address of the site, where pages lie at the permalinks. */
  readonly site: string | undefined;
  /** Whether there is a feed of episodes alone, with a page. */
  readonly hasPodcast: boolean;
}

/**
 * The name of the page on which an article can be read, relative to the output folder: where its permalink leads, if it is
 * for us to say what is there.
 *
 * @param path of the article
 */
export function readingName(
  path: string,
  permalink: string,
  { folder, site, hasPodcast }: ReadingRules,
): string {
  const place = site === undefined ? undefined : pageAt(permalink, site);
  if (place !== undefined && !isTaken(place, hasPodcast)) return place;
  return [folder, ...publicPath(path).split('/'), 'index.html'].filter((part) => part !== '').join('/');
}

/** The name of the page at an address of the site; nothing where that is elsewhere, or cannot be a page. */
function pageAt(permalink: string, site: string): string | undefined {
  const name = nameOn(permalink, site);
  if (name === undefined) return undefined;
  if (name === '' || name.endsWith('/')) return `${name}index.html`;
  return /\.x?html?$/i.test(name) ? name : `${name}/index.html`;
}

/** Whether a name is, or may become, one of a feed or of what goes with all pages. */
function isTaken(name: string, hasPodcast: boolean): boolean {
  if (hasPodcast && name.toLowerCase() === `${podcastFolder}${fileNames.page}`) return true;
  const [first = '', ...rest] = name.toLowerCase().split('/');
  return rest.length === 0
    ? first === fileNames.page
    : reserved.has(first) || /^(?:logo|podcast)\.[a-z]+$/.test(first);
}

const reserved: ReadonlySet<string> = new Set([...groupKinds, 'archive', ...Object.values(fileNames)]);

/** A name as the address of a link. */
export function hrefOf(name: string): string {
  // Half of a character stands for nothing, and cannot be encoded.
  const whole = name.replace(/\p{Surrogate}/gu, '\uFFFD');
  return whole.split('/').map(encodeURIComponent).join('/');
}
