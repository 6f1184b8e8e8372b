import type { Attachment } from './article.js';

/** Whether an author attaches a recording to listen to: then the article can be an episode of a podcast. */
export function isAudible(attachments: readonly Attachment[] = []): boolean {
  return attachments.some(
    ({ src, type }) =>
      /^audio\//i.test(type ?? '') || /\.(?:mp3|m4a|m4b|ogg|oga|opus|wav|flac|aac|weba)(?:[?#]|$)/i.test(src),
  );
}
