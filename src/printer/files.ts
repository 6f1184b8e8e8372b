import { formatOf, isPeopleFile, isSidecar } from '../article/formats.js';
import type { Proof } from '../entry/proofs.js';
import { placeOf } from '../entry/references.js';
import type { Sheet } from '../render/document.js';
import { nameOn } from './name-on.js';
import type { Planned } from './readings.js';
import type { Asked } from './typeset.js';

/** Where the files are that articles show. */
export interface Shelves {
  /** Public address of the site. */
  readonly site: string;
  /** What was asked of the neighbourhood when an entry was made last. */
  readonly askedFor: (proof: Proof) => Asked | undefined;
  /** How a file stands; nothing where it is gone. */
  readonly stampOf: (path: string) => string | undefined;
  /** Reads a file; nothing where that cannot be done, which is told. */
  readonly read: (path: string) => Uint8Array | undefined;
}

/** A file of the articles folder that a page shows or leads to. */
export interface ShownFile {
  /** Relative to the output folder: where the page looks for it. */
  readonly name: string;
  /** In the articles folder. */
  readonly path: string;
  readonly stamp: string;
}

/**
 * The files that go with pages on which entries can be read, each once. Never an article, which has a page where it is
 * public and is nobody's business where it is not; nor what is written for programs alone.
 */
export function filesOf(readings: readonly Planned[], { site, askedFor, stampOf }: Shelves): ShownFile[] {
  const files = new Map<string, ShownFile>();
  for (const { proof } of readings)
    for (const [path, found] of askedFor(proof) ?? []) {
      const stamp = found && isShown(path) ? stampOf(path) : undefined;
      if (stamp === undefined) continue;
      const name = nameOn(placeOf(path, proof.path, proof.headline.permalink, site), site);
      if (name !== undefined) files.set(name, { name, path, stamp });
    }
  return [...files.values()];
}

/** Brings a file to the pages that show it. */
export function fileSheet(
  { name, path }: ShownFile,
  isSame: boolean,
  { read }: Shelves,
  onLack: () => void,
): Sheet {
  return {
    names: [name],
    isSame,
    yielding: [name],
    render: async () => {
      const bytes = read(path);
      if (bytes) return [{ name, mediaType: '', bytes }];
      onLack();
      return [];
    },
  };
}

/** Whether a file is there to be seen, as pictures and recordings are. */
function isShown(path: string): boolean {
  const isOfPrograms =
    isSidecar(path) || isPeopleFile(path) || /(?:^|\/)feedmill\.config\.[a-z]+$/i.test(path);
  return formatOf(path) === undefined && !isOfPrograms;
}
