import { type Family, placeOf } from './families.js';
import type { Entry, Value } from './matter.js';

/** The entries of front matter by their names, nested ones included. */
export class Keys {
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #families = new Map<Family, Ranked[]>();

  constructor(entries: readonly Entry[]) {
    this.#entries = flatten(entries);
    for (const [name, entry] of this.#entries) {
      const place = placeOf(name);
      if (!place || isEmpty(entry.value)) continue;
      const ranked = this.#families.get(place.family);
      if (ranked) ranked.push({ entry, rank: place.rank });
      else this.#families.set(place.family, [{ entry, rank: place.rank }]);
    }
  }

  /** The entry of one name, in the spelling of the families, where it holds something. */
  entry(name: string): Entry | undefined {
    const entry = this.#entries.get(name);
    return entry && !isEmpty(entry.value) ? entry : undefined;
  }

  /** The text of one name; nothing where it holds none. */
  text(name: string): string | undefined {
    const value = this.entry(name)?.value;
    return typeof value === 'string' ? value.trim() : undefined;
  }

  /** All entries of a family that hold something, the most trusted first. */
  family(name: Family): Entry[] {
    const ranked = this.#families.get(name);
    if (ranked === undefined) return [];
    return ranked.sort((one, other) => one.rank - other.rank).map(({ entry }) => entry);
  }

  /** The names of all entries, as they came. */
  names(): Iterable<string> {
    return this.#entries.keys();
  }
}

interface Ranked {
  readonly entry: Entry;
  readonly rank: number;
}

/** The spelling in which names are compared. */
export function spell(key: string): string {
  return /^[a-z]+$/.test(key) ? key : key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Tables that only hold what others have at the top. */
const containers = new Set(
  'extra params meta seo taxonomies post page data metadata frontmatter blog article'.split(' '),
);

function flatten(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const all = new Map<string, Entry>();
  const inside: [string, Entry][] = [];
  for (const entry of entries) {
    const name = spell(entry.key);
    all.set(name, entry);
    for (const [key, value] of pairsOf(entry.value, name)) {
      const nested = { ...entry, key: `${entry.key}.${key}`, value };
      inside.push([`${name}${spell(key)}`, nested]);
      if (containers.has(name)) inside.push([spell(key), nested]);
    }
  }
  for (const [name, entry] of inside) if (!all.has(name)) all.set(name, entry);
  return all;
}

function pairsOf(value: Value, name: string): Iterable<readonly [string, Value]> {
  if (value instanceof Map) return value;
  return name === 'meta' && Array.isArray(value) ? value.flatMap(metaPair) : [];
}

/** `- name: description` with `content: …`, as VuePress has it. */
function metaPair(item: Value): [string, Value][] {
  if (!(item instanceof Map)) return [];
  const name = item.get('name') ?? item.get('property');
  const content = item.get('content');
  return typeof name === 'string' && content !== undefined ? [[name, content]] : [];
}

function isEmpty(value: Value): boolean {
  return typeof value === 'string'
    ? /^\s*(?:~|null)?\s*$/i.test(value)
    : Array.isArray(value) && value.length === 0;
}
