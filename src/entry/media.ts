import type { Article, Attachment } from '../article/article.js';
import { type Problem, problem } from '../problems.js';
import { isWeb } from './address.js';
import type { Enclosure, Illustration } from './entry.js';
import { mediaType } from './media-types.js';
import { plain } from './plain.js';
import type { Target } from './references.js';

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
 */
export function enclosures(
  article: Article,
  find: Find,
): { readonly enclosures: readonly Enclosure[]; readonly problems: readonly Problem[] } {
  const made: Enclosure[] = [];
  const problems: Problem[] = [];
  for (const attachment of article.attachments ?? []) {
    const result = enclosure(attachment, find);
    if (typeof result !== 'string') made.push(result);
    else {
      const place = {
        path: article.path,
        ...(article.found.attachments?.line && { line: article.found.attachments.line }),
      };
      problems.push(problem('attachment-unusable', place, { value: attachment.src, reason: result }));
    }
  }
  return { enclosures: made, problems };
}

/** An enclosure, or the reason why there can be none. */
function enclosure(attachment: Attachment, find: Find): Enclosure | string {
  const target = find(attachment.src);
  if (!target || !isWeb(target.address)) return 'not an http address';
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
