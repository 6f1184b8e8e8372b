import type { EpisodeStatements, Transcript } from '../article.js';
import type { Keys } from './keys.js';
import type { Entry, Value } from './matter.js';
import { plainText } from './plain-text.js';
import { textOf } from './text-of.js';

/** What front matter says of its article as an episode, with the line of the first. */
export interface EpisodeThere {
  readonly episode: EpisodeStatements;
  readonly line: number;
}

/**
 * Reads what themes and hosts for podcasts write: `episode`, `season`, `itunes_episode`, `itunes: {explicit}`,
 * `podcast: {transcript}`.
 */
export function readEpisodeIn(keys: Keys): EpisodeThere | undefined {
  let line: number | undefined;
  const first = <Read>(names: string, read: (entry: Entry) => Read | undefined): Read | undefined => {
    for (const name of names.split(' ')) {
      const entry = keys.entry(name);
      const value = entry && read(entry);
      if (value === undefined) continue;
      line = Math.min(line ?? Infinity, entry?.line ?? Infinity);
      return value;
    }
    return undefined;
  };
  const number = first(
    'episode itunesepisode podcastepisode episodenumber episodenum episodeno podcastepisodenumber itunesepisodenumber episodeepisodenumber',
    whole,
  );
  const season = first(
    'season itunesseason podcastseason seasonnumber episodeseason episodeseasonnumber',
    whole,
  );
  const kind = first('episodetype itunesepisodetype podcastepisodetype episodeitunesepisodetype', kindIn);
  const explicit = first('explicit itunesexplicit podcastexplicit episodeexplicit', yesOrNo);
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
  if (line === undefined) return undefined;
  return {
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
