import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Article } from '../article/article.js';
import { clean } from '../characters.js';
import type { Fingerprint } from './remembered.js';
import { sketch } from './sketch.js';

/** More of a title tells no more. */
const longestTitle = 100;

/**
 * Takes the fingerprint of an article.
 *
 * @param article as read
 * @param files the bytes of its file, and of the one beside it that holds its front matter, if any
 */
export function fingerprint(article: Article, files: readonly Uint8Array[]): Fingerprint {
  const { title, found, body } = article;
  const file = fileMark(files);
  const said = saidIn(article);
  const words = sketch(`${title ?? ''}\n${body.text}`, body.markup === 'html');
  if (title === undefined || found.title?.in === 'path') return { file, said, sketch: words };
  return { file, said, title: titleOf(title), sketch: words };
}

/**
 * By what the files of an article are known for the same: 96 bits, enough for what happens by chance, and short in the
 * ledger.
 */
export function fileMark(files: readonly Uint8Array[]): string {
  const [only] = files;
  const bytes = only !== undefined && files.length === 1 ? only : Buffer.concat(files);
  return hash('sha256', bytes, 'buffer').toString('base64url', 0, 12);
}

/**
 * What an edit has to touch to be one: what the author says, but for what says so itself (`updated`), what holds the
 * article back, its id, and what is only read off its path. Only what one author wrote before and after is compared by
 * it, so that the checksums of the statements and of the text, with its length, tell enough, at a fifth of the cost.
 */
function saidIn(article: Article): string {
  const { found, body } = article;
  const stated = <Value>(value: Value, place: (typeof found)['title']) =>
    place?.in === 'path' ? undefined : value;
  const statements = [
    stated(article.title, found.title),
    found.published?.in === 'front matter' && !found.published.relative ? article.published : undefined,
    article.authors,
    article.tags,
    stated(article.language, found.language),
    article.summary,
    article.link,
    stated(article.slug, found.slug),
    article.image,
    article.attachments,
    body.markup,
    ...(article.episode ? [article.episode] : []),
  ];
  const text = body.text.trim();
  sums.writeUInt32LE(crc32(JSON.stringify(statements)), 0);
  sums.writeUInt32LE(crc32(text), 4);
  sums.writeUInt32LE(text.length, 8);
  return sums.toString('base64url');
}

const sums = Buffer.alloc(12);

/** Most titles have nothing to be cleaned of, which is seen sooner than it is done. */
function titleOf(title: string): string {
  return (/^[ -~]*$/.test(title) ? title : clean(title)).slice(0, longestTitle);
}
