import { parse, TomlError } from 'smol-toml';
import { type Problem, problem } from '../../problems.js';
import { isDay } from '../dates/civil.js';
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
  const lines = source.split('\n').map(quoteNoDay);
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

/** A day that does not exist is left as text: the parser would make another of it, of 30 February 2 March. */
function quoteNoDay(line: string): string {
  const [, before = '', date = '', year, month, day, behind = ''] = dated.exec(line) ?? [];
  const exists = isDay({ year: Number(year), month: Number(month), day: Number(day) });
  return date === '' || exists ? line : `${before}"${date}"${behind}`;
}

const dated = /^(\s*["']?[\w.-]+["']?\s*=\s*)((\d{4})-(\d\d)-(\d\d)(?:[Tt ]\d[^\s#,]*)?)(\s*(?:#.*)?)$/;

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
