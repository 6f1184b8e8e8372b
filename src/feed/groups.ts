import type { ResolvedConfig } from '../config/config.js';
import type { Headline } from '../entry/entry.js';
import { slugs } from './slug.js';

/** Entries that share a tag, an author, a section or a language. */
export interface Group {
  /** Below the output folder, as `tags/sport/`. */
  readonly folder: string;
  /** As most of its entries write it. */
  readonly label: string;
  readonly headlines: readonly Headline[];
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

interface Kind {
  readonly kind: keyof ResolvedConfig['feeds'];
  readonly labels: (headline: Headline) => readonly string[];
}

function group(kind: string, headlines: readonly Headline[], labels: Kind['labels']): Group[] {
  const members = new Map<string, { spellings: Map<string, number>; headlines: Headline[] }>();
  for (const headline of headlines) {
    for (const label of labels(headline)) {
      const key = label.normalize('NFC').toLowerCase();
      const group = members.get(key) ?? { spellings: new Map<string, number>(), headlines: [] };
      members.set(key, group);
      group.spellings.set(label, (group.spellings.get(label) ?? 0) + 1);
      if (group.headlines.at(-1) !== headline) group.headlines.push(headline);
    }
  }
  const folders = slugs([...members.keys()]);
  return [...members]
    .map(([key, { spellings, headlines }]) => ({
      folder: `${kind}/${folders.get(key) ?? key}/`,
      label: commonest(spellings),
      headlines,
    }))
    .sort((one, other) => (one.folder < other.folder ? -1 : 1));
}

function commonest(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}
