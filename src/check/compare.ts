import { lstatSync } from 'node:fs';
import { readDocument } from '../disk/document.js';
import { readManifest } from '../disk/manifest.js';
import type { Written } from '../disk/written.js';
import type { MillDisk } from '../mill.js';

/** How the documents on disk stand to those that the articles make now, by their names. */
export interface Comparison {
  readonly missing: string[];
  readonly stale: string[];
  /** Written by an earlier run, and no longer made. */
  readonly leftover: string[];
  /** Those of feeds that are on disk, whatever they hold. */
  readonly feeds: Map<string, Uint8Array>;
}

/**
 * Makes what takes the documents of a mill, and compares them with those on disk.
 *
 * @param output absolute path of the output folder
 * @returns the comparison, which is filled while the documents come, and what they are given to
 */
export function comparer(output: string): {
  readonly comparison: Comparison;
  readonly write: MillDisk['write'];
} {
  const comparison: Comparison = { missing: [], stale: [], leftover: [], feeds: new Map() };
  const known = new Set(readManifest(output).names);
  const write: MillDisk['write'] = async (sheets) => {
    const made = new Set<string>();
    for (const { names, yielding = [], render } of sheets) {
      for (const name of names) made.add(name);
      // What somebody else put there stays, and is not Feedmill's to judge.
      const isForeign = (name: string) =>
        yielding.includes(name) && !known.has(name) && exists(`${output}/${name}`);
      for (const { name, mediaType, bytes } of await render()) {
        if (isForeign(name)) continue;
        const there = await readDocument(output, name).catch(() => undefined);
        if (!there) comparison.missing.push(name);
        else {
          if (!there.bytes.equals(bytes)) comparison.stale.push(name);
          if (/(?:rss|atom)\+xml|feed\+json/.test(mediaType)) comparison.feeds.set(name, there.bytes);
        }
      }
    }
    const left = [...known].filter((name) => !made.has(name) && exists(`${output}/${name}`));
    comparison.leftover.push(...left);
    return nothing();
  };
  return { comparison, write };
}

/** What becomes of documents that nobody looks at. */
export async function passOver(): Promise<Written> {
  return nothing();
}

function nothing(): Written {
  return { written: [], unchanged: [], removed: [], standing: new Map(), problems: [] };
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
