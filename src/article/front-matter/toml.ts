import { parse, TomlError } from 'smol-toml';
import { type Problem, problem } from '../../problems.js';
import { asValue } from './as-value.js';
import { keyLines } from './key-lines.js';
import type { Entry, Matter } from './matter.js';

/**
 * Reads front matter in TOML. A line that TOML refuses is read as it was meant, with a note, or left out, with a
 * problem; the others are read without it.
 *
 * @param source the lines between the fences
 * @param line the line of the file on which `source` begins
 * @param path the file, for problems
 */
export function readToml(source: string, line: number, path: string): Matter {
  const lines = source.split('\n');
  const mended: Entry[] = [];
  const problems: Problem[] = [];
  for (let attempt = 0; attempt < most; attempt += 1) {
    const read = tryToml(lines.join('\n'));
    if (!(read instanceof TomlError)) {
      const places = keyLines(source, line);
      const entries = Object.entries(read).map(([key, value]) => ({
        key,
        value: asValue(value),
        line: places.get(key) ?? line,
      }));
      return { entries: [...entries, ...mended], problems };
    }
    const at = read.line - 1;
    const place = { path, line: line + at };
    const [, key, value] = /^\s*([\w-]+)\s*[=:]\s*(.*?)\s*$/.exec(lines[at] ?? '') ?? [];
    if (key !== undefined && value !== undefined) {
      mended.push({ key, value, line: place.line, raw: true });
      problems.push(problem('front-matter-mended', place, { key }));
    } else {
      problems.push(problem('front-matter-invalid', place, { reason: reasonOf(read) }));
    }
    if (lines[at] === undefined || lines[at] === '') break;
    lines[at] = '';
  }
  return { entries: mended, problems };
}

/** With more faults than this, it is not TOML at all. */
const most = 20;

function tryToml(source: string): object | TomlError {
  try {
    return parse(source, { maxDepth: 20, integersAsBigInt: 'asNeeded' });
  } catch (error) {
    if (error instanceof TomlError) return error;
    throw error;
  }
}

function reasonOf(error: TomlError): string {
  return error.message.replace('Invalid TOML document: ', '').split('\n')[0] ?? 'it is not TOML';
}
