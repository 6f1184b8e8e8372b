import { createHash } from 'node:crypto';
import type { Asset } from '../config/config.js';
import type { Headline } from '../entry/entry.js';
import type { Proof } from '../entry/proofs.js';
import type { Feed } from '../feed/feed.js';
import { artworkName } from '../feed/podcast.js';
import type { Selection } from '../feed/select.js';
import type { Document, Sheet } from '../render/document.js';
import type { Fragments } from '../render/fragments.js';
import { listSheet, sheet } from '../render/sheet.js';
import { fileSheet, filesOf, type Shelves, type ShownFile } from './files.js';
import type { Paging } from './paging.js';
import { Places } from './places.js';
import type { Planned } from './readings.js';

/** What is asked for on the way from a selection to its documents. */
export interface Bench {
  readonly proofOf: (id: string) => Proof | undefined;
  /** Whether documents are what they were when they were written last, by the digest of all that is in them. */
  readonly isSame: (name: string, impression: string, made: readonly Proof[]) => boolean;
  /** Not all that is in these documents was there: they are made again the next time. */
  readonly lacks: (name: string) => void;
  /** Makes entries that are not at hand. What cannot be had is left out. */
  readonly print: (
    proofs: readonly Proof[],
    isKept: (path: string) => boolean,
  ) => Promise<ReadonlyMap<Proof, Fragments>>;
  /** Whether an entry would be what it was when it was made last. */
  readonly isCurrent: (proof: Proof) => boolean;
  readonly files: Shelves;
}

/** The documents of a selection, and the paths of the articles whose entries they show. */
export interface Sheets {
  /** Those first that others lead to. */
  readonly sheets: readonly Sheet[];
  /** Shown by feeds, which change often. */
  readonly kept: ReadonlySet<string>;
  /** Shown by pages of archives, which seldom do. */
  readonly known: ReadonlySet<string>;
}

/** Pages to read that are made together. */
const handful = 50;

/**
 * Lays out the documents of a selection.
 *
 * @param title of the site
 * @param paging pages for people; nothing where there are to be none
 * @param artwork picture of the podcasts among the feeds
 */
export async function sheetsOf(
  { feeds, pages }: Selection,
  title: string,
  bench: Bench,
  paging: Paging | undefined,
  artwork: Asset | undefined,
): Promise<Sheets> {
  const pathsIn = (some: readonly Feed<Headline>[]) =>
    new Set(some.flatMap(({ entries }) => entries.flatMap(({ id }) => bench.proofOf(id)?.path ?? [])));
  const kept = pathsIn(feeds);
  const known = pathsIn(pages);
  const isKept = (path: string) => kept.has(path);

  const readings = [...(paging?.readings ?? [])];
  // Which files an entry shows is known when it is made.
  for (const some of handfuls(readings.filter(({ proof }) => !bench.isCurrent(proof))))
    await bench.print(
      some.map(({ proof }) => proof),
      isKept,
    );

  const feedSheet = (feed: Feed<Headline>): Sheet => {
    const made = feed.entries.flatMap(({ id }) => bench.proofOf(id) ?? []);
    let printed: ReadonlyMap<string, Fragments> = new Map();
    const entries = async () => {
      const fragments = await bench.print(made, isKept);
      if (fragments.size < made.length) bench.lacks(feed.folder);
      printed = new Map([...fragments].map(([proof, one]) => [proof.headline.id, one]));
      return [...printed.values()];
    };
    const pages = async (fragments: readonly Fragments[]) => {
      const shown = { ...feed, entries: feed.entries.filter(({ id }) => printed.has(id)) };
      return paging?.pages(shown, fragments) ?? [];
    };
    const impression = impressionOf([{ ...feed, entries: [] }, paging?.around(feed)], made);
    const isSame = bench.isSame(feed.folder, impression, made);
    return sheet(
      feed,
      isSame,
      entries,
      paging && { names: paging.namesFor(feed), note: () => paging.note(feed), render: pages },
    );
  };

  const readingSheets = (feed: Feed<Headline>): Sheet[] => {
    const same: Planned[] = [];
    const other: Planned[] = [];
    for (const planned of paging?.take(feed) ?? []) {
      const { name, proof, older, newer } = planned;
      const impression = impressionOf([older, newer], [proof]);
      (bench.isSame(name, impression, [proof]) ? same : other).push(planned);
    }
    return [
      ...same.map((planned) => readingSheet([planned], true)),
      ...handfuls(other).map((some) => readingSheet(some, false)),
    ];
  };

  const readingSheet = (planned: readonly Planned[], isSame: boolean): Sheet => {
    const names = planned.map(({ name }) => name);
    return {
      names,
      isSame,
      yielding: names,
      render: async () => {
        const proofs = planned.map(({ proof }) => proof);
        const fragments = await bench.print(proofs, isKept);
        const documents: Document[] = [];
        for (const one of planned) {
          const document = await paging?.reading(one, fragments.get(one.proof));
          if (document) documents.push(document);
          else bench.lacks(one.name);
        }
        return documents;
      },
    };
  };

  const ofFeeds = feeds.flatMap((feed) => [...readingSheets(feed), feedSheet(feed)]);
  const ofPages = [...pages].sort(byAge).flatMap((feed) => [...readingSheets(feed), feedSheet(feed)]);
  const styles = paging ? [paging.styles(bench.isSame('*', '', []))] : [];
  const hasPodcast = artwork && feeds.some(({ podcast }) => podcast);
  const pictures = hasPodcast ? [artworkSheet(artwork, bench.isSame(artwork.file, '', []))] : [];
  const listed = feeds.filter(({ folder, entries }) => folder === '' || entries.length > 0);
  const list = feeds.length > 1 ? [listSheet(title, listed)] : [];
  const documents = [...styles, ...pictures, ...ofPages, ...ofFeeds, ...list];
  const ofFiles = placed(filesOf(readings, bench.files), documents).map((file) =>
    fileSheet(file, bench.isSame(file.name, file.stamp, []), bench.files, () => bench.lacks(file.name)),
  );
  return { sheets: [...ofFiles, ...documents], kept, known };
}

/** The picture to which podcasts refer. It is what the config says, as style sheets are. */
function artworkSheet({ file, bytes }: Asset, isSame: boolean): Sheet {
  const name = artworkName(file);
  return { names: [name], isSame, yielding: [name], render: async () => [{ name, mediaType: '', bytes }] };
}

/** The files that take no place of a document. */
function placed(files: readonly ShownFile[], documents: readonly Sheet[]): readonly ShownFile[] {
  if (files.length === 0) return files;
  const places = new Places();
  for (const { names } of documents) for (const name of names) places.take(name, name);
  return files.filter(({ name, path }) => places.take(name, path) === undefined);
}

/** A digest of what stands around entries, and of what these are made of. */
function impressionOf(around: unknown, made: readonly Proof[]): string {
  const digest = createHash('sha256').update(JSON.stringify(around));
  for (const { mark } of made) digest.update(mark);
  return digest.digest('base64url');
}

/** Pages of one time lie together, so that an entry which several of them show is completed once for all. */
function byAge(one: Feed<Headline>, other: Feed<Headline>): number {
  return latestOf(one) - latestOf(other);
}

function latestOf({ entries }: Feed<Headline>): number {
  return entries.reduce((latest, { nth }) => Math.max(latest, nth), 0);
}

function handfuls<Thing>(things: readonly Thing[]): Thing[][] {
  return Array.from({ length: Math.ceil(things.length / handful) }, (_, at) =>
    things.slice(at * handful, (at + 1) * handful),
  );
}
