import { readFile, realpath, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { problem } from '../problems.js';
import { ConfigError } from './error.js';
import { type Spot, SyntaxFault, unquoted, type Written } from './written.js';

/** How the files of each name end, and how they are read. What parses them is loaded only where it is needed. */
const readers: Readonly<Record<string, (file: string) => Promise<Written>>> = {
  '.yaml': yaml,
  '.yml': yaml,
  '.json': yaml,
  '.toml': async (file) => (await import('./toml.js')).parseToml(await text(file)),
  '.js': script,
  '.mjs': script,
};

/** The endings of config files, in the order in which they are told to people. */
export const endings = Object.keys(readers);

/** Those of configs that are run. */
export const scriptEndings = endings.filter((ending) => readers[ending] === script);

/**
 * Reads a config file in the format that its name tells.
 *
 * @param file absolute path
 * @param shown the path as people are told it
 * @throws ConfigError where it does not exist, cannot be read, or is not of its format
 */
export async function readConfig(file: string, shown: string): Promise<Written> {
  const read = readers[extname(file).toLowerCase()];
  try {
    if (read === undefined) throw new SyntaxFault(`its name must end in ${endings.join(', ')}`, undefined);
    return await read(file);
  } catch (error) {
    const spot = error instanceof SyntaxFault ? error.spot : undefined;
    const found = problem(
      'config-unreadable',
      { path: shown, ...spot },
      { file: shown, reason: reason(error) },
    );
    throw new ConfigError([found], { cause: error });
  }
}

async function yaml(file: string): Promise<Written> {
  return (await import('./yaml.js')).parseYaml(await text(file));
}

/** Runs a config in JavaScript: the default export, or what it gives back where it is a function. */
async function script(file: string): Promise<Written> {
  try {
    const module: unknown = await import(await freshly(file));
    const given = typeof module === 'object' && module !== null && 'default' in module && module.default;
    if (given === false || given === undefined) throw new Error('it has no default export');
    const value: unknown = typeof given === 'function' ? await given() : given;
    return { value, locate: () => undefined };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const said = error instanceof SyntaxError ? unquoted(error.message) : error.message;
    throw new SyntaxFault(said, spotIn(error, basename(file)), { cause: error });
  }
}

/** The address by which a script is run again where it is not what it was; what it imports is not. */
async function freshly(file: string): Promise<string> {
  const { mtimeMs, ctimeMs, size } = await stat(file);
  // What is written in the old way is kept by its path alone.
  delete createRequire(file).cache[await realpath(file)];
  return `${pathToFileURL(file)}?${mtimeMs}-${ctimeMs}-${size}`;
}

/** Where in a script an error was thrown; nothing where the engine does not tell. */
function spotIn({ stack = '' }: Error, name: string): Spot | undefined {
  const frames = stack.split(name).map((frame) => /^(?:\?[-\d.]+)?:(\d+):(\d+)/.exec(frame));
  const frame = frames.find((found) => found !== null);
  return frame ? { line: Number(frame[1]), column: Number(frame[2]) } : undefined;
}

async function text(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return 'it does not exist';
  if ('code' in error && error.code === 'EACCES') return 'reading it is not permitted';
  if ('code' in error && error.code === 'EISDIR') return 'it is a folder';
  return error.message;
}
