import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../disk/document.js';
import { readManifest } from '../disk/manifest.js';
import type { Written } from '../disk/written.js';
import { examineFeed } from '../examine/examine.js';
import type { MillDisk } from '../mill.js';
import type { Problem } from '../problems.js';

/** How the documents on disk stand to those that the articles make now, by their names. */
export interface Comparison {
  readonly missing: string[];
  readonly stale: string[];
  /** Written by an earlier run, and no longer made. */
  readonly leftover: string[];
  /** What is wrong with the feeds among those on disk, by the rules for feeds of anybody's. */
  problems: readonly Problem[];
  /** Whether any of those that the articles make is there. */
  isBuilt: boolean;
}

/**
 * Makes what takes the documents of a mill, and compares them with those on disk.
 *
 * @param output absolute path of the output folder
 * @param now milliseconds since 1970-01-01T00:00:00Z
 * @returns the comparison, which is filled while the documents come, and what they are given to
 */
export function comparer(
  output: string,
  now: number,
): {
  readonly comparison: Comparison;
  readonly write: MillDisk['write'];
} {
  const comparison: Comparison = { missing: [], stale: [], leftover: [], problems: [], isBuilt: false };
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
        if (!there) {
          comparison.missing.push(name);
          continue;
        }
        comparison.isBuilt = true;
        if (!there.bytes.equals(bytes)) comparison.stale.push(name);
        if (/(?:rss|atom)\+xml|feed\+json/.test(mediaType))
          comparison.problems = comparison.problems.concat(
            examineFeed(there.bytes, { path: join(output, name), now }),
          );
      }
    }
    for (const name of known)
      if (!made.has(name) && exists(`${output}/${name}`)) comparison.leftover.push(name);
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
