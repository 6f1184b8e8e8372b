import type { Article } from '../article/article.js';
import type { Measure } from '../measure/measure.js';
import { absolute, fileAddress, isWeb } from './address.js';
import type { Resolve } from './content/attributes.js';

/** What a path in the articles folder is: another article with its permalink, or a file of that many bytes. */
export interface Neighbour {
  readonly permalink?: string;
  readonly size: number;
}

/** Looks a path of the articles folder up. */
export type Neighbourhood = (path: string) => Neighbour | undefined;

/** A reference made absolute, with the file it leads to where that lies in the articles folder. */
export interface Target {
  readonly address: string;
  readonly file?: Neighbour;
  /** Of that file, in the articles folder. */
  readonly path?: string;
}

/** Looks into a file of the articles folder; nothing where that cannot be done, or tells nothing. */
export type Measuring = (path: string) => Measure | undefined;

/**
 * Makes an article's references absolute. What lies in the articles folder is found first: another article by its
 * permalink, a file by its place on the site. Everything else counts from the permalink (RFC 3986, 5), or from what
 * the body says it counts from.
 *
 * @param article whose references these are
 * @param permalink of its entry
 * @param site public address of the articles folder, ending in `/`
 * @param neighbours what lies in the articles folder
 */
export function references(
  article: Article,
  permalink: string,
  site: string,
  neighbours: Neighbourhood,
): (reference: string) => Target | undefined {
  const stated = article.body.base && absolute(article.body.base, permalink);
  const base = stated && stated.length <= longestBase ? stated : permalink;
  return (reference) => {
    const written = reference.trim();
    if (!written) return undefined;
    // A file may have the very signs in its name that part an address.
    const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(written) ?? [];
    for (const [name, more] of hasScheme(written) ? [] : [[written, ''] as const, [path, rest] as const]) {
      const local = localPath(name, article.path);
      const file = local === undefined ? undefined : neighbours(local);
      if (local === undefined || !file) continue;
      const place = file.permalink ?? placeOf(local, article.path, permalink, site);
      return { address: absolute(more, place) ?? place, ...(!file.permalink && { file, path: local }) };
    }
    const address = absolute(written, isRooted(written) ? site : base);
    return address === undefined ? undefined : { address };
  };
}

/** Every relative reference becomes longer by it. In characters. */
const longestBase = 2048;

/** What readers may follow, and what they may load. */
export function resolver(find: (reference: string) => Target | undefined): Resolve {
  return (reference, use) => {
    const address = find(reference)?.address;
    if (address === undefined || isWeb(address)) return address;
    const schemes = use === 'link' ? followed : loaded;
    return schemes.test(address) ? address : undefined;
  };
}

const followed = /^(?:mailto|tel|sms|xmpp|irc|ircs|ftp|magnet|gopher|gemini|geo):[^\s]/i;
const loaded = /^data:image\/(?:png|gif|jpeg|webp|avif);base64,[a-z0-9+/=]+$/i;

function hasScheme(reference: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(reference);
}

function isRooted(reference: string): boolean {
  return reference.startsWith('/') && !reference.startsWith('//');
}

/** The path in the articles folder that a reference names, counted from the article's own folder or from the top. */
function localPath(reference: string, from: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(reference);
  } catch {
    return undefined;
  }
  const segments = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) return undefined;
    } else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

/**
 * The public address of a file that an article refers to. The files of a bundle (`slug/index.md`) are published beside its
 * page; others keep their place on the site.
 *
 * @param local path of the file in the articles folder
 * @param path of the article
 */
export function placeOf(local: string, path: string, permalink: string, site: string): string {
  const [, folder] = /^(.*\/)index\.[^/]+$/i.exec(path) ?? [];
  const within = folder !== undefined && local.startsWith(folder) ? local.slice(folder.length) : undefined;
  return within === undefined ? fileAddress(local, site) : fileAddress(within, permalink);
}
