import type { Person } from '../article.js';
import { personOf } from './person-of.js';
import { readYaml } from './yaml.js';

/**
 * Reads a file that describes people by ids, as Docusaurus and Material for MkDocs have it (`authors.yml`): a table for
 * each id, at the top or within `authors`.
 */
export function readAuthorsFile(text: string): ReadonlyMap<string, Person> {
  const people = new Map<string, Person>();
  const { entries } = readYaml(text.replace(/^---[ \t]*\r?\n/, '').replace(/\r\n?/g, '\n'), 1, '');
  for (const { key, value } of entries) {
    if (!(value instanceof Map)) continue;
    const inner = key === 'authors' ? [...value] : [[key, value] as const];
    for (const [id, table] of inner) {
      const person = table instanceof Map ? personOf(table, people) : undefined;
      if (person) people.set(id, person);
    }
  }
  return people;
}
