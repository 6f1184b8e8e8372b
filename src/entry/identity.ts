import { createHash } from 'node:crypto';

/**
 * The permanent id that an article states (RFC 4287, 4.2.6): an absolute IRI in ASCII, the same on every machine and for
 * every site address. An IRI stands as it is; what else an author calls an id becomes a `urn:uuid` (RFC 9562, version 5).
 *
 * @returns nothing where the article states none
 */
export function statedId({ id }: { readonly id?: string | undefined }): string | undefined {
  if (id === undefined) return undefined;
  return isPermanent(id) ? id : urn(`id:${id}`);
}

/**
 * The permanent id made from the path at which an article is first published: the same on every machine.
 *
 * @param attempt more than 0 where the ids before it are taken
 */
export function pathId(path: string, attempt = 0): string {
  return urn(attempt === 0 ? `path:${path.normalize('NFC')}` : `path:${path}#${attempt}`);
}

/**
 * The permanent id of a feed: its place on the site where there is one, else made from its title.
 *
 * @param folder of the feed's documents, below the output folder
 */
export function feedId(site: string | undefined, title: string, folder: string): string {
  return site === undefined ? urn(`feed:${title}:${folder}`) : new URL(folder, site).href;
}

/** Whether a stated id can stand in every format as it is: what readers may compare must never be rewritten. */
function isPermanent(id: string): boolean {
  if (/^https?:/.test(id)) {
    const plain =
      /^https?:\/\/(?:[\w-]+\.)+[a-z\d-]+(?::\d+)?\/(?:[\w;/?:@&=+$.!~*'(),-]|%[\da-f]{2})*(?:#[\w;/?:@&=+$.!~*'(),%-]*)?$/i;
    return plain.test(id) && URL.canParse(id) && new URL(id).href === id;
  }
  if (/^urn:uuid:/.test(id)) return /^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);
  return /^(?:tag:[\w.@-]+,\d{4}(?:-\d\d){0,2}:|urn:[a-z\d][a-z\d-]{1,31}:)(?:[\w()+,.:=@;$!*'/?-]|%[\da-f]{2})+$/i.test(
    id,
  );
}

/** The name space of Feedmill's own ids: never change it, or every reader shows every article again. */
const namespace = Buffer.from('0b6f0d4c9c8e5f5b8a6a3d1d7d0e6c21', 'hex');

/**
 * The id of a podcast that states none, as Podcast Index makes it: from the address of its feed, without the scheme and
 * without slashes at the end.
 */
export function podcastGuid(feed: string): string {
  return uuid(podcasts, feed.replace(/^[a-z]+:\/\//i, '').replace(/\/+$/, ''));
}

/** The name space of Podcast Index. */
const podcasts = Buffer.from('ead4c236bf5858c6a2c6a6b28d128cb6', 'hex');

function urn(name: string): string {
  return `urn:uuid:${uuid(namespace, name)}`;
}

/** RFC 9562, version 5. */
function uuid(namespace: Uint8Array, name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return parts.join('-');
}
