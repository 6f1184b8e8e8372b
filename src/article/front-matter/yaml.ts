import { readLooseYaml } from './loose-yaml.js';
import type { Matter } from './matter.js';
import { readPlainYaml } from './plain-yaml.js';
import { readStrictYaml } from './strict-yaml.js';

/**
 * Reads front matter in YAML 1.2, or in what its author took for it.
 *
 * @param source the lines between the fences
 * @param line the line of the file on which `source` begins
 * @param path the file, for problems
 */
export function readYaml(source: string, line: number, path: string): Matter {
  const entries = readPlainYaml(source, line) ?? readStrictYaml(source, line);
  return entries ? { entries, problems: [] } : readLooseYaml(source, line, path);
}
