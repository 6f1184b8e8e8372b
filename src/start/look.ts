import { lstatSync } from 'node:fs';
import { extname } from 'node:path';
import { SyntaxFault } from '../config/written.js';
import { readSource } from '../disk/read.js';
import { type Problem, problem } from '../problems.js';

/** What a data file holds: keys, with anything. */
export type Table = Readonly<Record<string, unknown>>;

/** A folder, as far as it is looked at to find out what it is. Paths are relative to it, with `/`. */
export interface Look {
  readonly isFile: (path: string) => boolean;
  readonly isFolder: (path: string) => boolean;
  /** The text of a file; nothing where there is none, or it cannot be had. */
  readonly text: (path: string) => string | undefined;
  /** What a file in YAML, TOML or JSON holds; nothing of it where it is not that. Nothing where there is no such file. */
  readonly data: (path: string) => Promise<Table | undefined>;
  /** What was found at fault, with the file. */
  readonly problems: readonly Problem[];
}

/** Largest file that is looked into, in bytes: those who set up a site write less. */
const largest = 500_000;

/**
 * Looks at a folder. No link is followed, and nothing is run.
 *
 * @param folder absolute path
 */
export function lookAt(folder: string): Look {
  const problems: Problem[] = [];
  const kind = (path: string) => lstatSync(`${folder}/${path}`, { throwIfNoEntry: false });
  const leftOut = (path: string, reason: string) => {
    problems.push(problem('generator-unused', { path }, { reason }));
    return undefined;
  };
  const isFile = (path: string) => whereAllowed(() => kind(path)?.isFile());
  const text = (path: string) => {
    if (!isFile(path)) return undefined;
    const reading = readSource(folder, path, largest);
    return 'bytes' in reading
      ? new TextDecoder().decode(reading.bytes)
      : leftOut(path, reading.problem.message);
  };
  const data = async (path: string) => {
    if (!isFile(path)) return undefined;
    const written = text(path) ?? '';
    try {
      const value = await parse(path, written);
      return typeof value === 'object' && value !== null ? { ...value } : {};
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error;
      leftOut(path, error.spot ? `cannot parse line ${error.spot.line}, ${error.message}` : error.message);
      return {};
    }
  };
  return { isFile, isFolder: (path) => whereAllowed(() => kind(path)?.isDirectory()), text, data, problems };
}

/** What may not be looked at, or lies below a file, is not there. */
function whereAllowed(look: () => boolean | undefined): boolean {
  try {
    return look() ?? false;
  } catch {
    return false;
  }
}

/** What parses is loaded only where it is needed. */
async function parse(path: string, text: string): Promise<unknown> {
  if (extname(path) === '.toml') return (await import('../config/toml.js')).parseToml(text).value;
  return (await import('../config/yaml.js')).parseYaml(text).value;
}
