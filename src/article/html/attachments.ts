import type { Attachment } from '../article.js';
import type { Clue } from './clue.js';
import type { Page } from './page.js';
import type { Said } from './said.js';
import { select } from './select.js';

/** The media files that the page attaches in so many words: links of the kind `enclosure`, or the audio it states. */
export function chooseAttachments(
  page: Page,
  clues: readonly Clue[],
): Said<readonly Attachment[]> | undefined {
  const links = select('[rel~=enclosure i][href]', page.root);
  const [first] = links;
  if (first) return { value: links.map(({ attribs }) => attached(attribs)), line: page.lineOf(first) };
  const audio = clues.find(
    ({ subject, texts }) => subject === 'audio' && /^https?:\/\//i.test(texts[0] ?? ''),
  );
  return audio && { value: audio.texts.slice(0, 1).map((src) => ({ src })), line: audio.line };
}

function attached({ href = '', type, length, title }: Readonly<Record<string, string>>): Attachment {
  const bytes = /^\d{1,15}$/.test(length ?? '') ? Number(length) : undefined;
  return {
    src: href,
    ...(type && { type }),
    ...(bytes !== undefined && { length: bytes }),
    ...(title && { title }),
  };
}
