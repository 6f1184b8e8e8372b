import type { Article } from '../article/article.js';
import { formatOf } from '../article/formats.js';
import type { Resolve } from '../entry/content/attributes.js';
import { mediaType } from '../entry/media-types.js';
import { references, resolver, type Target } from '../entry/references.js';
import type { LintRules } from './article.js';

/** Any address does: what is asked is whether a file is there. */
const site = 'https://feedmill.invalid/';

/** References of an article that are told one by one. */
const most = 100;

/** A reference to a file that is not there, with what may have been meant. */
export interface Broken {
  readonly reference: string;
  readonly hint: string;
}

/** What an article refers to, as it is found when the article is set. */
export class References {
  readonly #rules: Pick<LintRules, 'has' | 'named'>;
  readonly #isBased: boolean;
  readonly #broken = new Set<string>();
  readonly #written = new Map<string, string>();
  readonly #resolve: Resolve;
  /** Finds where one leads. */
  readonly find: (reference: string) => Target | undefined;
  /** Whether what was asked for last would lie in the articles folder, and whether it does. */
  #isHere = false;
  #isThere = false;

  constructor(article: Article, rules: Pick<LintRules, 'has' | 'named'>) {
    this.#rules = rules;
    // What counts from another page does not lie here.
    this.#isBased = article.body.base !== undefined;
    const neighbours = (path: string) => {
      this.#isHere = true;
      if (!rules.has(path)) return undefined;
      this.#isThere = true;
      return { size: 0 };
    };
    this.find = references(article, `${site}article/`, site, neighbours);
    this.#resolve = resolver(this.find);
  }

  /** To be told of every reference. */
  readonly resolve: Resolve = (reference, use) => {
    let address: string | undefined;
    const isLost = this.#isLost(() => {
      address = this.#resolve(reference, use);
    });
    if (address !== undefined) this.#written.set(address, reference.trim());
    if (isLost && namesFile(reference.trim())) this.#broken.add(reference.trim());
    return address;
  };

  /** To be told of a file that an article needs, of whatever kind: one that is named alone lies beside it. */
  need(reference: string): void {
    const name = reference.trim();
    if (/^(?:\.\.?\/|[^/:?#]+$)/.test(name) && this.#isLost(() => this.find(name))) this.#broken.add(name);
  }

  /** Whether what is looked for would lie in the articles folder, and does not. */
  #isLost(look: () => void): boolean {
    this.#isHere = false;
    this.#isThere = false;
    look();
    return this.#isHere && !this.#isThere && !this.#isBased;
  }

  /** What was written where this address came out. */
  writtenAs(address: string): string {
    return this.#written.get(address) ?? address;
  }

  /** Those that lead to no file, the first of very many. */
  broken(): Broken[] {
    const shown = [...this.#broken].slice(0, most);
    const rest = this.#broken.size - shown.length;
    return shown.map((reference, at) => {
      const more = rest > 0 && at === shown.length - 1 ? `; ${rest} more lead nowhere` : '';
      return { reference, hint: this.#hint(reference) + more };
    });
  }

  #hint(reference: string): string {
    const name = pathOf(reference).split('/').at(-1) ?? '';
    const [there] = this.#rules.named(name);
    return there === undefined ? '' : `; there is "${there}"`;
  }
}

/**
 * Whether a reference plainly means a file beside the article: relative, and of a kind that is no page. Where sites keep
 * what begins with "/", and what their pages are called, is their own business.
 */
function namesFile(reference: string): boolean {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/#?@~]|$)/i.test(reference) || /[{}<>$|\\]/.test(reference)) return false;
  const path = pathOf(reference);
  const format = formatOf(path);
  if (format === 'html') return false;
  return format !== undefined || /^(?:image|audio|video)\/|\/pdf$/.test(mediaType(path) ?? '');
}

function pathOf(reference: string): string {
  const path = reference.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
