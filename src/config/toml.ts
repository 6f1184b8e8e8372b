import { parse, TomlError } from 'smol-toml';
import { type KeyPath, type Spot, SyntaxFault, unquoted, type Written } from './written.js';

/**
 * Parses a config file in TOML.
 *
 * @throws SyntaxFault where the text is not TOML
 */
export function parseToml(source: string): Written {
  try {
    const value = parse(source, { maxDepth: 20, unsafeKeyBehaviour: 'throw' });
    const places = keyPlaces(source);
    return { value, locate: (path) => locate(places, path) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = 'it is not TOML'] = error.message.replace('Invalid TOML document: ', '').split('\n');
    throw new SyntaxFault(unquoted(reason), { line: error.line, column: error.column }, { cause: error });
  }
}

/**
 * Finds the line on which each key stands: tables and `key =` at the beginning of a line, which is how configs are
 * written. Keys of an inline table are found at their table.
 */
function keyPlaces(source: string): ReadonlyMap<string, Spot> {
  const places = new Map<string, Spot>();
  const counts = new Map<string, number>();
  let table: KeyPath = [];
  for (const [index, line] of source.split('\n').entries()) {
    const indent = line.length - line.trimStart().length;
    const spot = { line: index + 1, column: indent + 1 };
    const heading = /^(\[\[?)([^\]]+)\]/.exec(line.trimStart());
    const name = heading?.[2] ?? (line.includes('=') ? line.slice(0, line.indexOf('=')) : undefined);
    if (name === undefined) continue;
    const path = name.split('.').map((part) => part.trim().replace(/^["']|["']$/g, ''));
    if (heading === null) {
      places.set(id([...table, ...path]), spot);
      continue;
    }
    table = path;
    if (heading[1] === '[[') {
      const count = counts.get(id(path)) ?? 0;
      counts.set(id(path), count + 1);
      table = [...path, count];
    }
    places.set(id(table), spot);
  }
  return places;
}

/** The place of the key, or of the nearest one that holds it. */
function locate(places: ReadonlyMap<string, Spot>, path: KeyPath): Spot | undefined {
  for (let length = path.length; length > 0; length--) {
    const spot = places.get(id(path.slice(0, length)));
    if (spot !== undefined) return spot;
  }
  return undefined;
}

function id(path: KeyPath): string {
  return JSON.stringify(path.map(String));
}
