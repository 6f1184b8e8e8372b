import type { Article, EpisodeStatements } from '../article/article.js';
import { artworkFault } from '../measure/artwork.js';
import { type Problem, problem } from '../problems.js';
import { isWeb } from './address.js';
import type { Enclosure, Episode, Transcript } from './entry.js';
import { known } from './language.js';
import { mediaType } from './media-types.js';
import { placeOf } from './place-of.js';
import { plain } from './plain.js';
import type { Measuring, Target } from './references.js';

/** Finds where a reference leads. */
type Find = (reference: string) => Target | undefined;

/**
 * What podcasts tell of an entry.
 *
 * @param attached what the article attaches
 * @param measure looks into files of the articles folder
 * @returns nothing where there is nothing to listen to; else what is attached with the recording first
 */
export function episodeOf(
  article: Article,
  attached: readonly Enclosure[],
  find: Find,
  measure: Measuring,
):
  | {
      readonly episode: Episode;
      readonly enclosures: readonly Enclosure[];
      readonly problems: readonly Problem[];
    }
  | undefined {
  const recording = attached.find(({ type }) => everywhere.test(type)) ?? attached.find(isRecording);
  if (!recording) return undefined;
  const { number, season, kind, explicit, subtitle = '', transcripts = [], chapters } = article.episode ?? {};
  const picture = pictureOf(article, find, measure);
  const chaptersAt = chapters === undefined ? undefined : find(chapters)?.address;
  return {
    episode: {
      ...(number !== undefined && { number }),
      ...(season !== undefined && { season }),
      ...(kind && { kind }),
      ...(explicit !== undefined && { explicit }),
      ...(subtitle && { subtitle: plain(subtitle) }),
      ...(picture.url !== undefined && { image: picture.url }),
      transcripts: transcripts.flatMap((transcript) => transcriptOf(transcript, find)),
      ...(chaptersAt !== undefined && isWeb(chaptersAt) && { chapters: chaptersAt }),
    },
    enclosures: [recording, ...attached.filter((other) => other !== recording)],
    problems: [...lengthProblems(article, recording, find), ...picture.problems],
  };
}

/** What is played everywhere: of several formats, Apple takes these alone. */
const everywhere = /^audio\/(?:mpeg|mp4|x-m4a)$/;

function isRecording({ type }: Enclosure): boolean {
  return type.startsWith('audio/');
}

/** Programs that fetch recordings are told how much there is to fetch. */
function lengthProblems(article: Article, { url, length }: Enclosure, find: Find): Problem[] {
  if (length !== undefined) return [];
  const name = article.attachments?.find(({ src }) => find(src)?.address === url)?.src ?? url;
  const reason = /^(?:https?:)?\/\//i.test(name)
    ? 'the article does not say, and what lies elsewhere is not fetched'
    : 'there is no such file in the articles folder';
  return [problem('audio-length-unknown', placeOf(article, 'attachments'), { name, reason })];
}

/** The picture that is stated for the episode; else the lead image, where it is known to be fit for that. */
function pictureOf(
  article: Article,
  find: Find,
  measure: Measuring,
): { readonly url?: string; readonly problems: readonly Problem[] } {
  const stated = article.episode?.image;
  const name = stated ?? article.image?.src;
  const target = name === undefined ? undefined : find(name);
  if (name === undefined || !target || !isWeb(target.address)) return { problems: [] };
  const type = mediaType(target.address);
  const fault = target.path === undefined ? undefined : artworkFault(measure(target.path));
  if (stated === undefined) {
    const isFit = target.path !== undefined && fault === undefined;
    return { ...(isFit && { url: target.address }), problems: [] };
  }
  const reason =
    fault ?? (type !== undefined && !/^image\/(?:jpeg|png)$/.test(type) ? `it is ${type}` : undefined);
  const problems =
    reason === undefined
      ? []
      : [problem('artwork-unsuitable', placeOf(article, 'episode'), { name, reason })];
  return { url: target.address, problems };
}

/** A transcript that is an article itself is read on its page. */
function transcriptOf(
  { src, type, language }: NonNullable<EpisodeStatements['transcripts']>[number],
  find: Find,
): Transcript[] {
  const target = find(src);
  if (!target || !isWeb(target.address)) return [];
  const stated = /^[\w.+-]+\/[\w.+-]+/.exec(type ?? '')?.[0];
  const ending = /\.([a-z0-9]+)(?:[?#].*)?$/i.exec(target.address)?.[1]?.toLowerCase() ?? '';
  const spoken = known(language);
  return [
    {
      url: target.address,
      type: stated ?? transcriptTypes[ending] ?? 'text/html',
      ...(spoken !== undefined && { language: spoken }),
    },
  ];
}

/** As the podcast namespace has them. */
const transcriptTypes: Readonly<Record<string, string>> = {
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  json: 'application/json',
  txt: 'text/plain',
};
