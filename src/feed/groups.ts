import type { ResolvedConfig } from '../config/config.js';
import type { Headline } from '../entry/entry.js';
import { slugs } from './slug.js';

/** Entries that share a tag, an author, a section or a language. */
export interface Group {
  /** Below the output folder, as `tags/sport/`. */
  readonly folder: string;
  /** What some of its entries share, as most of them write it. */
  readonly labelOf: (headlines: readonly Headline[]) => string;
  readonly headlines: readonly Headline[];
  /** What its feed is called, where that is not the title of the site with the label. */
  readonly title?: string;
  readonly description?: string;
  /** Whether its feed shows all entries, however many there are. */
  readonly isWhole?: boolean;
}

/**
 * Groups entries as the config asks.
 *
 * @param headlines in order; each group keeps it
 * @param wanted which kinds of group to make
 * @returns the groups, kind by kind, each kind by name
 */
export function groups(headlines: readonly Headline[], wanted: ResolvedConfig['feeds']): Group[] {
  return kinds
    .filter(({ kind }) => wanted[kind])
    .flatMap(({ kind, labels }) => group(kind, headlines, labels));
}

const kinds: readonly Kind[] = [
  { kind: 'tags', labels: ({ tags }) => tags },
  { kind: 'authors', labels: ({ authors }) => authors.map(({ name }) => name) },
  { kind: 'sections', labels: ({ section }) => (section === undefined ? [] : [section]) },
  { kind: 'languages', labels: ({ language }) => [language] },
];

/** The folders of the groups, which bear the names of their kinds. */
export const groupKinds: readonly Kind['kind'][] = kinds.map(({ kind }) => kind);

interface Kind {
  readonly kind: keyof ResolvedConfig['feeds'];
  readonly labels: (headline: Headline) => readonly string[];
}

function group(kind: string, headlines: readonly Headline[], labels: Kind['labels']): Group[] {
  const members = new Map<string, Headline[]>();
  for (const headline of headlines) {
    for (const label of labels(headline)) {
      const key = keyOf(label);
      const group = members.get(key);
      if (!group) members.set(key, [headline]);
      else if (group.at(-1) !== headline) group.push(headline);
    }
  }
  const folders = slugs(inOrder(members));
  return [...members]
    .map(([key, headlines]) => ({
      folder: `${kind}/${folders.get(key) ?? key}/`,
      labelOf: (some: readonly Headline[]) =>
        commonest(some.flatMap((headline) => labels(headline).filter((label) => keyOf(label) === key))),
      headlines,
    }))
    .sort((one, other) => (one.folder < other.folder ? -1 : 1));
}

/** The group of the earliest entry first, so that no later one takes the name of its folder. */
function inOrder(members: ReadonlyMap<string, readonly Headline[]>): string[] {
  const first = (headlines: readonly Headline[]) =>
    headlines.reduce((least, { nth }) => Math.min(least, nth), Infinity);
  return [...members]
    .map(([key, headlines]) => ({ key, nth: first(headlines) }))
    .sort((one, other) => one.nth - other.nth || (one.key < other.key ? -1 : 1))
    .map(({ key }) => key);
}

/** Labels that differ in capitals alone are one. There are few labels, and each is asked for once an entry. */
function keyOf(label: string): string {
  const known = keys.get(label);
  if (known !== undefined) return known;
  if (keys.size === most) keys.clear();
  const key = label.normalize('NFC').toLowerCase();
  keys.set(label, key);
  return key;
}

const keys = new Map<string, string>();
const most = 10_000;

function commonest(labels: readonly string[]): string {
  const spellings = new Map<string, number>();
  for (const label of labels) spellings.set(label, (spellings.get(label) ?? 0) + 1);
  const [first] = [...spellings].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}
