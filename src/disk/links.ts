import { realpathSync, type Stats, statSync } from 'node:fs';
import { sep } from 'node:path';
import { problem } from '../problems.js';
import { parentOf } from './changes.js';
import { codeOf, reasonOf } from './reason.js';
import { identityOfRoot } from './root.js';
import { alwaysSkipped, type Skip } from './skip.js';
import { type Source, twinOf } from './source.js';
import { sourceOf } from './stamp.js';
import { type Findings, walk } from './walk.js';

/** How far the links of the articles folder are followed. */
export interface Follow {
  /** Only to what lies in the articles folder, hidden files too, or anywhere. */
  readonly where: 'inside' | 'anywhere';
  /** Real paths, with `/`, of folders that are never entered by way of a link: what Feedmill writes itself. */
  readonly never: readonly string[];
}

/** Why a link is not followed that could be. */
const refusals = {
  all: 'links are not followed',
  out: 'it leads out of the articles folder',
  own: 'it leads to what Feedmill writes',
  again: 'what it leads to is met under another path',
};

/**
 * Follows the links that a walk has met, in the order of their paths, and those that are met on the way. Each folder is
 * met once, so that no circle has a second round. A file that is met already is listed under its second name, too, for
 * others to refer to it, but as a twin. A link that leads nowhere may lead somewhere again: what lay behind it is not
 * known to be gone.
 *
 * @param root the articles folder
 * @param options what to leave out, and how far to follow; without `follow` each link is a problem, and forgotten
 * @param into where the findings of the walk are, and go
 */
export function followLinks(
  root: string,
  { skip, follow }: { readonly skip: Skip; readonly follow?: Follow },
  into: Findings,
): void {
  if (into.links.size === 0) return;
  if (follow !== undefined) {
    new Trail(root, skip, follow, into).follow();
    return;
  }
  for (const path of into.links)
    into.problems.push(problem('link-skipped', { path }, { reason: refusals.all }));
  into.links.clear();
}

/** The way behind the links. */
class Trail {
  readonly #root: string;
  /** Where the articles folder is itself. */
  readonly #home: string;
  readonly #skip: Skip;
  readonly #follow: Follow;
  readonly #into: Findings;
  /** Identities of the folders that were met, and of those that are never entered. */
  readonly #met: Set<string>;
  /** Real paths of the files that were met behind links. */
  readonly #files = new Set<string>();

  constructor(root: string, skip: Skip, follow: Follow, into: Findings) {
    this.#root = root;
    this.#home = realPath(root);
    this.#skip = skip;
    this.#follow = follow;
    this.#into = into;
    const never = follow.never.flatMap((folder) => identityOfRoot(folder) ?? []);
    this.#met = new Set([...into.folders.values(), ...never]);
  }

  follow(): void {
    let waiting = this.#into.links;
    while (waiting.size > 0) {
      const found = new Set<string>();
      for (const path of [...waiting].sort()) this.#step(path, found);
      for (const path of found) this.#into.links.add(path);
      waiting = found;
    }
  }

  /** Follows one link; links that are met behind it are added to `found`. */
  #step(path: string, found: Set<string>): void {
    const place = `${this.#root}/${path}`;
    let real: string;
    let stats: Stats;
    try {
      real = realPath(place);
      stats = statSync(place);
    } catch (error) {
      this.#into.unreadable.add(path);
      this.#into.problems.push(
        problem('file-unreadable', { path }, { reason: lost[codeOf(error)] ?? reasonOf(error) }),
      );
      return;
    }
    const { where, never } = this.#follow;
    if (where === 'inside' && !liesBelow(real, this.#home)) this.#refuse(path, refusals.out);
    else if (never.some((folder) => liesBelow(real, folder))) this.#refuse(path, refusals.own);
    else if (stats.isDirectory()) this.#enter(path, real, identityOfRoot(place) ?? '', found);
    else if (stats.isFile()) this.#list(path, real, sourceOf(path, stats));
    else this.#into.problems.push(problem('file-special', { path }));
  }

  #refuse(path: string, reason: string): void {
    this.#into.problems.push(problem('link-skipped', { path }, { reason }));
  }

  #enter(path: string, real: string, id: string, found: Set<string>): void {
    const isNew = (identity: string) => !this.#met.has(identity) && this.#met.add(identity).size > 0;
    if (!isNew(id)) {
      this.#refuse(path, refusals.again);
      return;
    }
    const sources = {
      set: (file: string, source: Source) => this.#list(file, `${real}${file.slice(path.length)}`, source),
    };
    // Folders behind links are none of the articles folder's own: nobody listens to them.
    const into = { ...this.#into, sources, folders: new Map<string, string>(), links: found };
    walk(this.#root, { path, id }, this.#skip, into, (folder) => isNew(folder.id));
  }

  #list(path: string, real: string, source: Source): void {
    const isMet = this.#files.has(real) || this.#isListed(real);
    this.#files.add(real);
    this.#into.sources.set(path, isMet ? twinOf(source) : source);
  }

  /** Whether a file is listed under its own path. */
  #isListed(real: string): boolean {
    if (!liesBelow(real, this.#home)) return false;
    const path = real.slice(this.#home.length + 1);
    return this.#into.folders.has(parentOf(path)) && !alwaysSkipped(path, false) && !this.#skip(path, false);
  }
}

const lost: Readonly<Record<string, string>> = {
  ENOENT: 'it is a link that leads nowhere',
  ENOTDIR: 'it is a link that leads nowhere',
  ELOOP: 'it is a link that leads in a circle',
};

/**
 * Whether a real path is a place or lies below it.
 *
 * @param path absolute, with `/`, without links
 * @param folder absolute, with `/`, without links
 */
export function liesBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/**
 * The path without links of what is there, absolute and with `/`.
 *
 * @throws what the file system says
 */
export function realPath(path: string): string {
  return realpathSync.native(path).split(sep).join('/');
}
