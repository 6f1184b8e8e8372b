import type { Article, Attachment } from '../article/article.js';
import { type Place, type Problem, problem } from '../problems.js';
import { isWeb } from './address.js';
import { clock } from './clock.js';
import type { Enclosure, Illustration } from './entry.js';
import { mediaType } from './media-types.js';
import { placeOf } from './place-of.js';
import { plain } from './plain.js';
import type { Measuring, Target } from './references.js';

/** Finds where a reference leads. */
type Find = (reference: string) => Target | undefined;

/** The lead image that an article states, if it can be shown. */
export function illustration(article: Article, find: Find): Illustration | undefined {
  const target = article.image && find(article.image.src);
  if (!article.image || !target || !isWeb(target.address)) return undefined;
  const type = mediaType(target.address);
  return {
    url: target.address,
    ...(type?.startsWith('image/') && { type }),
    ...(target.file && { length: target.file.size }),
    ...(article.image.alt && { alt: plain(article.image.alt) }),
  };
}

/**
 * The media an article attaches. Length and type of a file in the articles folder are its own; those of a file
 * elsewhere are what the article states.
 *
 * @param measure looks into the files, for what the article does not state; nothing where that is of no matter
 */
export function enclosures(
  article: Article,
  find: Find,
  measure?: Measuring,
): { readonly enclosures: readonly Enclosure[]; readonly problems: readonly Problem[] } {
  const made: Enclosure[] = [];
  const problems: Problem[] = [];
  for (const attachment of article.attachments ?? []) {
    const target = find(attachment.src);
    const place = placeOf(article, 'attachments');
    if (!target || !isWeb(target.address)) {
      const values = { value: attachment.src, reason: 'not an http address' };
      problems.push(problem('attachment-unusable', place, values));
      continue;
    }
    const plainly = enclosure(attachment, target);
    const measured = measure && lasting(plainly, target, attachment.src, measure, place);
    made.push({ ...plainly, ...(measured?.duration !== undefined && { duration: measured.duration }) });
    problems.push(...(measured?.problems ?? []));
  }
  return { enclosures: made, problems };
}

/** How long a recording of the articles folder lasts: as the article states or, where it does not, as the file says. */
function lasting(
  { type, duration: stated }: Enclosure,
  { path }: Target,
  name: string,
  measure: Measuring,
  place: Place,
): { readonly duration?: number; readonly problems: readonly Problem[] } {
  if (path === undefined || !/^(?:audio|video)\//.test(type)) return { problems: [] };
  const real = measure(path)?.seconds;
  if (real === undefined) {
    const isTold = stated || !measurable.test(type);
    return { problems: isTold ? [] : [problem('audio-unreadable', place, { name })] };
  }
  if (!stated) return { duration: Math.round(real * 1000) / 1000, problems: [] };
  if (Math.abs(stated - real) <= Math.max(slack, real / 20)) return { problems: [] };
  const values = { name, stated: clock(stated), real: clock(real) };
  return { problems: [problem('duration-differs', place, values)] };
}

/** Media types of files that say how long they are. */
const measurable = /^audio\/(?:mpeg|mp4|ogg|flac|wav|aac)$|^video\/(?:mp4|quicktime)$/;

/** Seconds by which people round. */
const slack = 10;

function enclosure(attachment: Attachment, target: Target): Enclosure {
  const stated = /^[\w.+!#$&^-]+\/[\w.+!#$&^-]+(?=\s*(?:;|$))/.exec(attachment.type ?? '')?.[0];
  const known = mediaType(target.address);
  const type = target.file ? (known ?? stated) : (stated ?? known);
  const length = target.file?.size ?? attachment.length;
  return {
    url: target.address,
    type: type ?? 'application/octet-stream',
    ...(length !== undefined && { length }),
    ...(attachment.title && { title: plain(attachment.title) }),
    ...(attachment.duration !== undefined && { duration: attachment.duration }),
  };
}
