import { createHash } from 'node:crypto';
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
  return {
    file: hash(files),
    said: hash([JSON.stringify(saidIn(article))]),
    ...(title !== undefined && found.title?.in !== 'path' && { title: clean(title).slice(0, longestTitle) }),
    sketch: sketch(`${title ?? ''}\n${body.text}`, body.markup === 'html'),
  };
}

/**
 * What an edit has to touch to be one: what the author says, but for what says so itself (`updated`), what holds the
 * article back, its id, and what is only read off its path.
 */
function saidIn(article: Article): unknown[] {
  const { found, body } = article;
  const stated = <Value>(value: Value, place: (typeof found)['title']) =>
    place?.in === 'path' ? undefined : value;
  return [
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
    body.text.trim(),
  ];
}

/** 96 bits: enough for what happens by chance, and short in the ledger. */
function hash(parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest().subarray(0, 12).toString('base64url');
}
