import { encode } from './encode.js';
import { type Coding, chooseCoding } from './encoding.js';
import { isFeed, isSubscribable, isXml, type Kind, type MediaType, mediaTypeOf } from './media-type.js';
import { policyOf } from './policy.js';
import type { Part } from './range.js';

/** By what a document is told. */
export interface Terms {
  /** Public address of the site, ending in `/`: documents say that they are below it. */
  readonly site: string;
  /** Addresses of WebSub servers. */
  readonly hub: readonly string[];
  /** Seconds for which an answer need not be asked for again. */
  readonly maxAge: number;
}

/** The facts of a version of a document. */
export interface InstanceFacts {
  /** Relative to the output folder, with `/`. */
  readonly name: string;
  /** Never changed afterwards. */
  readonly bytes: Buffer;
  /** What stands in its entity tags, the same for the same bytes. */
  readonly mark: string;
  /** When the document became what it is, in milliseconds since 1970, in whole seconds. */
  readonly modified: number;
  /** Whether no other version of it was there in the same second. */
  readonly isSharp: boolean;
  /**
   * What kind of answer it is: the document, what of it is new to a client, a page that follows the articles, or a feed
   * that a browser shows.
   */
  readonly form: 'whole' | 'delta' | 'live' | 'shown';
}

/** A version of a document in one coding, ready to be sent. */
export interface Variant {
  readonly bytes: Buffer;
  /** Names and values by turns. */
  readonly headers: readonly string[];
}

/** One version of a document, with all that is said of it: made once, and never changed, so that no answer is ever torn. */
export class Instance {
  readonly status: 200 | 226;
  readonly facts: InstanceFacts;
  readonly media: MediaType;
  /** The entity tags of its codings, with their quotes. */
  readonly tags: Readonly<Record<Coding, string>>;
  /** Told of each variant that is made: how many bytes it takes. */
  onGrown: (bytes: number) => void = () => undefined;
  readonly #common: readonly string[];
  readonly #body: readonly string[];
  readonly #variants = new Map<Coding, Variant | Promise<Variant>>();
  readonly #unmodified = new Map<Coding, readonly string[]>();

  constructor(facts: InstanceFacts, terms: Terms) {
    const { name, bytes, form, modified } = facts;
    this.facts = facts;
    this.media = mediaTypeOf(name);
    const tagOf = (coding: Coding) => `"${facts.mark}${marks[coding]}"`;
    this.tags = { identity: tagOf('identity'), br: tagOf('br'), gzip: tagOf('gzip') };
    this.status = form === 'delta' ? 226 : 200;
    this.#common = [
      'Last-Modified',
      new Date(modified).toUTCString(),
      'Cache-Control',
      cacheControl(form, terms.maxAge),
      'Vary',
      varyOf(this.media.kind),
      ...linkOf(name, this.media, terms),
      ...(this.media.kind === 'json' || this.media.kind === 'fragment' ? allowAll : []),
      ...(this.hasParts ? ['Accept-Ranges', 'bytes'] : []),
    ];
    this.#body = [
      'Content-Type',
      form === 'shown' ? 'application/xml; charset=utf-8' : this.media.type,
      ...(form === 'delta' ? ['IM', 'feed'] : []),
      'X-Content-Type-Options',
      'nosniff',
      ...policyOf(this.media, form === 'live'),
    ];
    this.#variants.set('identity', this.#variant('identity', bytes));
  }

  /** Whether somebody may want a part of it: of what is played, and of all else that takes long. */
  get hasParts(): boolean {
    return !this.media.isText;
  }

  /** A part of the document, or that there is no such part. */
  part(part: Part | 'beyond'): {
    readonly status: number;
    readonly headers: readonly string[];
    readonly bytes: Buffer;
  } {
    const { bytes } = this.facts;
    const isThere = part !== 'beyond';
    const sent = isThere ? bytes.subarray(part.from, part.to + 1) : bytes.subarray(0, 0);
    const place = isThere ? `bytes ${part.from}-${part.to}/${bytes.length}` : `bytes */${bytes.length}`;
    const length = ['Content-Length', String(sent.length), 'Content-Range', place];
    const headers = [...this.#body, ...length, ...this.unmodified('identity')];
    return { status: isThere ? 206 : 416, headers, bytes: sent };
  }

  /** The coding in which a client gets the document; nothing where it takes none. */
  codingFor(accepted: string | undefined): Coding | undefined {
    return chooseCoding(accepted, this.media.isText);
  }

  /** What is said to a client that has this version. */
  unmodified(coding: Coding): readonly string[] {
    let headers = this.#unmodified.get(coding);
    if (!headers) {
      headers = ['ETag', this.tags[coding], ...this.#common];
      this.#unmodified.set(coding, headers);
    }
    return headers;
  }

  /** The document in a coding: made when it is asked for first, for all who ask for it. */
  variant(coding: Coding): Variant | Promise<Variant> {
    const known = this.#variants.get(coding);
    if (known || coding === 'identity') return known ?? this.#variant(coding, this.facts.bytes);
    const made = encode(this.facts.bytes, coding).then((bytes) => {
      const variant = this.#variant(coding, bytes);
      this.#variants.set(coding, variant);
      this.onGrown(bytes.length);
      return variant;
    });
    this.#variants.set(coding, made);
    made.catch(() => this.#variants.delete(coding));
    return made;
  }

  #variant(coding: Coding, bytes: Buffer): Variant {
    const encoding = coding === 'identity' ? [] : ['Content-Encoding', coding];
    const length = ['Content-Length', String(bytes.length)];
    return { bytes, headers: [...this.#body, ...encoding, ...length, ...this.unmodified(coding)] };
  }
}

/** What tells the tags of the codings apart. */
const marks: Readonly<Record<Coding, string>> = { identity: '', br: '-br', gzip: '-gz' };

/** What stands in a tag for the bytes of any coding. */
export function markIn(tag: string): string {
  return tag.replace(/^"|(?:-br|-gz)?"$/g, '');
}

const allowAll = ['Access-Control-Allow-Origin', '*', 'Access-Control-Expose-Headers', 'ETag, Link'];

/** By what of a request answers differ. */
function varyOf(kind: Kind): string {
  if (isXml(kind)) return 'Accept-Encoding, A-IM, Accept';
  return isFeed(kind) ? 'Accept-Encoding, A-IM' : 'Accept-Encoding';
}

function cacheControl(form: InstanceFacts['form'], maxAge: number): string {
  // A cache that does not know what a delta is must not keep it; one that does may (RFC 3229, 10.6).
  if (form === 'delta') return 'no-store, im';
  // It differs by who asks.
  return form === 'live' ? 'private, no-cache' : `public, max-age=${maxAge}`;
}

/** By what address subscribers know a feed, and who tells them of changes (WebSub, 4). */
function linkOf(name: string, { kind }: MediaType, { site, hub }: Terms): string[] {
  if (!isFeed(kind)) return [];
  const self = `<${new URL(name, site).href}>; rel="self"`;
  const hubs = isSubscribable(name, kind) ? hub.map((address) => `<${address}>; rel="hub"`) : [];
  return ['Link', [self, ...hubs].join(', ')];
}
