import { hash } from 'node:crypto';
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
  const [only] = files;
  const file = digest(only !== undefined && files.length === 1 ? only : Buffer.concat(files));
  const said = digest(saidIn(article));
  const words = sketch(`${title ?? ''}\n${body.text}`, body.markup === 'html');
  if (title === undefined || found.title?.in === 'path') return { file, said, sketch: words };
  return { file, said, title: titleOf(title), sketch: words };
}

/**
 * What an edit has to touch to be one: what the author says, but for what says so itself (`updated`), what holds the
 * article back, its id, and what is only read off its path. JSON has no line break of its own, so that the body behind
 * one cannot be mistaken for anything else, and need not be escaped.
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
  ];
  return `${JSON.stringify(statements)}\n${body.text.trim()}`;
}

/** Most titles have nothing to be cleaned of, which is seen sooner than it is done. */
function titleOf(title: string): string {
  return (/^[ -~]*$/.test(title) ? title : clean(title)).slice(0, longestTitle);
}

/** 96 bits: enough for what happens by chance, and short in the ledger. */
function digest(content: string | Uint8Array): string {
  return hash('sha256', content, 'buffer').toString('base64url', 0, 12);
}
