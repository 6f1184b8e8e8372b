import type { EpisodeStatements, Transcript } from '../article.js';
import { durationNames, readDuration } from './duration.js';
import type { Keys } from './keys.js';
import type { Entry, Value } from './matter.js';
import { plainText } from './plain-text.js';
import { textOf } from './text-of.js';

/** What front matter says of its article as an episode. */
export interface EpisodeThere {
  /** With the line of the first; nothing where it says nothing. */
  readonly said?: { readonly episode: EpisodeStatements; readonly line: number };
  /** What it says in a way that means nothing to podcasts. */
  readonly unread: readonly {
    readonly line: number;
    readonly key: string;
    readonly value: string;
    readonly expected: string;
  }[];
}

/**
 * Reads what themes and hosts for podcasts write: `episode`, `season`, `itunes_episode`, `itunes: {explicit}`,
 * `podcast: {transcript}`.
 */
export function readEpisodeIn(keys: Keys): EpisodeThere {
  let line: number | undefined;
  const unread: EpisodeThere['unread'][number][] = [];
  const first = <Read>(
    names: string,
    read: (entry: Entry) => Read | undefined,
    expected?: string,
  ): Read | undefined => {
    const entries = names.split(' ').flatMap((name) => keys.entry(name) ?? []);
    for (const entry of entries) {
      const value = read(entry);
      if (value === undefined) continue;
      line = Math.min(line ?? Infinity, entry.line);
      return value;
    }
    const [entry] = entries;
    if (expected !== undefined && typeof entry?.value === 'string' && entry.value.trim() !== '')
      unread.push({ line: entry.line, key: entry.key, value: entry.value.trim().slice(0, 60), expected });
    return undefined;
  };
  const number = first(
    'episode itunesepisode podcastepisode episodenumber episodenum episodeno podcastepisodenumber itunesepisodenumber episodeepisodenumber',
    whole,
    'a whole number above 0',
  );
  const season = first(
    'season itunesseason podcastseason seasonnumber episodeseason episodeseasonnumber',
    whole,
    'a whole number above 0',
  );
  const kind = first(
    'episodetype itunesepisodetype podcastepisodetype episodeitunesepisodetype',
    kindIn,
    'full, trailer or bonus',
  );
  const explicit = first('explicit itunesexplicit podcastexplicit episodeexplicit', yesOrNo, 'true or false');
  const subtitle = first('itunessubtitle podcastsubtitle episodesubtitle subtitle', wordsIn);
  const image = first(
    'episodeimage itunesimage podcastimage itunesimagehref episodecover podcastcover episodeartwork artwork',
    pictureIn,
  );
  const transcripts = first(
    'transcript transcripts transcripturl transcriptfile podcasttranscript podcasttranscripts episodetranscript',
    transcriptsIn,
  );
  const chapters = first(
    'chapters chaptersurl chaptersfile chapterfile podcastchapters episodechapters',
    chaptersIn,
  );
  unread.push(...unreadDuration(keys));
  if (line === undefined) return { unread };
  const said = {
    episode: {
      ...(number !== undefined && { number }),
      ...(season !== undefined && { season }),
      ...(kind && { kind }),
      ...(explicit !== undefined && { explicit }),
      ...(subtitle && { subtitle }),
      ...(image && { image }),
      ...(transcripts && { transcripts }),
      ...(chapters && { chapters }),
    },
    line,
  };
  return { said, unread };
}

/** How long the recording is, is read with the recording; here it is seen whether it can be. */
function unreadDuration(keys: Keys): EpisodeThere['unread'] {
  const [entry] = durationNames.split(' ').flatMap((name) => keys.entry(name) ?? []);
  const value = typeof entry?.value === 'string' ? entry.value.trim() : '';
  if (!entry || value === '' || readDuration(value) !== undefined) return [];
  const { line, key } = entry;
  return [{ line, key, value: value.slice(0, 60), expected: 'a duration as 1:02:03 or 45 min' }];
}

function whole({ value }: Entry): number | undefined {
  const digits = typeof value === 'string' ? /^#?0*([1-9]\d{0,8})$/.exec(value.trim())?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}

function kindIn({ value }: Entry): EpisodeStatements['kind'] {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return (['full', 'trailer', 'bonus'] as const).find((kind) => kind === word);
}

function yesOrNo({ value }: Entry): boolean | undefined {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (['true', 'yes', 'explicit', '1'].includes(word)) return true;
  return ['false', 'no', 'clean', '0', 'none'].includes(word) ? false : undefined;
}

function wordsIn(entry: Entry): string | undefined {
  return plainText(entry) || undefined;
}

function pictureIn({ value }: Entry): string | undefined {
  const text = typeof value === 'string' ? value : value instanceof Map ? textOf(value, places) : undefined;
  return sourceIn(text);
}

function transcriptsIn({ value }: Entry): readonly Transcript[] | undefined {
  const all = (isList(value) ? value : [value]).flatMap(transcriptOf);
  return all.length > 0 ? all : undefined;
}

function transcriptOf(value: Value): Transcript[] {
  const src = sourceIn(
    typeof value === 'string' ? value : value instanceof Map ? textOf(value, places) : undefined,
  );
  if (src === undefined) return [];
  const table = value instanceof Map ? value : new Map<string, Value>();
  const type = textOf(table, 'type mimetype mime');
  const language = textOf(table, 'language lang');
  return [{ src, ...(type?.includes('/') && { type }), ...(language && { language }) }];
}

/** Chapters that are written into front matter themselves are no file. */
function chaptersIn({ value }: Entry): string | undefined {
  return pictureIn({ key: '', value, line: 0 });
}

const places = 'url src href file path link';

/** An address or a path, not a sentence. */
function sourceIn(text: string | undefined): string | undefined {
  const source = text?.trim() ?? '';
  return /^[^\s{}<>]+\.[a-z0-9]+|^https?:\/\/[^\s{}<>]+$/i.test(source) && !/\n/.test(source)
    ? source
    : undefined;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
