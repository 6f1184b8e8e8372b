import type { Settings } from './settings.js';

/** Where a request leads. */
export type Place =
  | { readonly kind: 'document'; readonly name: string }
  /** It is elsewhere for good. */
  | { readonly kind: 'moved'; readonly to: string }
  /** It was there, and is no more. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'absent' }
  /** Nothing can be there. */
  | { readonly kind: 'malformed' };

/** Leads requests to places. */
export class Places {
  readonly #moved: ReadonlyMap<string, string>;
  readonly #ended: ReadonlySet<string>;

  constructor({ moved, ended }: Pick<Settings, 'moved' | 'ended'>) {
    this.#moved = new Map(Object.entries(moved).map(([path, to]) => [pathIn(path) ?? path, address(to)]));
    this.#ended = new Set(ended.map((path) => pathIn(path) ?? path));
  }

  /**
   * Where a request leads.
   *
   * @param target of the request, as it was sent
   * @param has whether there is a document of a name: what is none is never looked at
   */
  find(target: string, has: (name: string) => boolean): Place {
    const path = pathIn(target);
    if (path === undefined) return { kind: 'malformed' };
    const to = this.#moved.get(path);
    if (to !== undefined) return { kind: 'moved', to };
    if (this.#ended.has(path)) return { kind: 'ended' };
    const name = path.slice(1);
    const index = `${name}index.html`;
    if (name === '' || name.endsWith('/'))
      return has(index) ? { kind: 'document', name: index } : { kind: 'absent' };
    if (has(name)) return { kind: 'document', name };
    return has(`${name}/index.html`) ? { kind: 'moved', to: folder(name) } : { kind: 'absent' };
  }
}

/**
 * The path of a request, decoded, from its `/` on, without the query.
 *
 * @returns nothing where it is none: what is decoded twice, or to another separator, is somebody's trick
 */
export function pathIn(target: string): string | undefined {
  const raw = rawPathIn(target);
  if (raw === undefined || !raw.includes('%')) return raw;
  try {
    const steps = raw.split('/').map(decodeURIComponent);
    return steps.some((step) => /[/\\\0]/.test(step)) ? undefined : steps.join('/');
  } catch {
    return undefined;
  }
}

/** Proxies may send whole addresses. */
function rawPathIn(target: string): string | undefined {
  const bare = /[?#]/.test(target) ? target.slice(0, target.search(/[?#]/)) : target;
  if (bare.startsWith('/')) return bare;
  const [, path] = /^https?:\/\/[^/]+(\/.*)?$/i.exec(bare) ?? [undefined, undefined];
  return path ?? (/^https?:\/\/[^/]+$/i.test(bare) ? '/' : undefined);
}

/** An address in characters that a header can hold. */
function address(to: string): string {
  if (!to.startsWith('/')) return new URL(to).href;
  return to.split('/').map(encoded).join('/');
}

/** From where the request is: below which path a proxy shows the documents, nobody knows. */
function folder(name: string): string {
  return `./${encodeURIComponent(name.slice(name.lastIndexOf('/') + 1))}/`;
}

/** What is encoded already stays so. */
function encoded(step: string): string {
  return step.replace(/[^\w.~!$&'()*+,;=:@%-]+/gu, encodeURIComponent);
}
