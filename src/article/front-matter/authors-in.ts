import type { Person } from '../article.js';
import { firstOfEach } from '../first-of-each.js';
import { readPeople } from '../people.js';
import type { Keys } from './keys.js';
import type { Value, Values } from './matter.js';
import { personOf } from './person-of.js';

/** The authors that front matter names, with the line. */
export interface AuthorsThere {
  readonly people: readonly Person[];
  readonly line: number;
}

/**
 * Reads the authors: one line of text, a list, tables, or ids of people that are described elsewhere.
 *
 * @param known people by their ids
 */
export function readAuthorsIn(keys: Keys, known: ReadonlyMap<string, Person>): AuthorsThere | undefined {
  for (const { value, line, raw } of keys.family('authors')) {
    const text = typeof value === 'string' && raw ? value.replace(/^(["'])(.*)\1$/, '$2') : value;
    const people = firstOfEach(peopleOf(text, known, 0), ({ name }) => name);
    const [only] = people;
    if (only) return { people: people.length === 1 ? [withAside(only, keys)] : people, line };
  }
  return undefined;
}

function peopleOf(value: Value, known: ReadonlyMap<string, Person>, depth: number): Person[] {
  if (typeof value === 'string') {
    const person = known.get(value.trim());
    if (person) return [person];
    const ids = value.split(',').map((id) => known.get(id.trim()));
    return ids.every((one) => one !== undefined) ? ids : readPeople(value);
  }
  if (value instanceof Map) return tableOf(value, known);
  if (depth > 2) return [];
  return [...value.values()]
    .filter((item) => !isBehalf(item))
    .flatMap((item) => peopleOf(item, known, depth + 1));
}

/** Not an author, but whom the others speak for: `[Russ Cox, for the Go team]`. */
function isBehalf(item: Value): boolean {
  return typeof item === 'string' && /^(?:for|on behalf of) the\s/i.test(item);
}

function tableOf(table: Values, known: ReadonlyMap<string, Person>): Person[] {
  const person = personOf(table, known);
  if (person) return [person];
  return [...table.values()].flatMap((inner) => (inner instanceof Map ? (personOf(inner, known) ?? []) : []));
}

/** What older front matter says of its one author in keys beside the name. */
function withAside(person: Person, keys: Keys): Person {
  const [email, uri, avatar] = asides.map((names) => firstText(keys, names));
  if (!email && !uri && !avatar) return person;
  return {
    ...(email?.includes('@') && { email }),
    ...(uri && /^https?:/i.test(uri) && { uri }),
    ...(avatar && { avatar }),
    ...person,
  };
}

function firstText(keys: Keys, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = keys.text(name);
    if (text) return text;
  }
  return undefined;
}

const asides = [
  ['authoremail', 'email'],
  ['authorurl', 'authoruri', 'authorlink', 'authorwebsite'],
  ['authorimageurl', 'authorimage', 'authoravatar', 'authorphoto'],
];
