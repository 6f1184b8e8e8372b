import { problem } from '../../problems.js';
import { asValue } from './as-value.js';
import { keyLines } from './key-lines.js';
import type { Matter } from './matter.js';
import { readStrictYaml } from './strict-yaml.js';

/**
 * Reads front matter in JSON, with or without the braces around it. What JSON refuses (a comma at the end, a comment)
 * is tried as YAML, of which JSON is a part.
 *
 * @param source the text between the fences
 * @param line the line of the file on which `source` begins
 * @param path the file, for problems
 */
export function readJson(source: string, line: number, path: string): Matter {
  const bare = /^\s*\{/.test(source) ? source : `{${source}\n}`;
  const values = tryJson(bare);
  if (values) {
    const places = keyLines(source.replace(/^[ \t{]+/gm, ''), line);
    const entries = [...values].map(([key, value]) => ({ key, value, line: places.get(key) ?? line }));
    return { entries, problems: [] };
  }
  const entries = readStrictYaml(bare, line);
  if (entries) return { entries, problems: [] };
  return {
    entries: [],
    problems: [problem('front-matter-invalid', { path, line }, { reason: 'it is not JSON' })],
  };
}

function tryJson(source: string) {
  try {
    const value = asValue(JSON.parse(source));
    return value instanceof Map ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
