import type { Article, ReadContext } from '../article/article.js';
import { type Card, cardOf } from '../article/card.js';
import { type Companions, readArticle } from '../article/read.js';
import { fingerprint } from '../ledger/fingerprint.js';
import { pressed } from '../ledger/print.js';
import { type Problem, problem } from '../problems.js';
import type { Leaf } from './leaf.js';

/** What reading an article file gave: its leaf for the catalogue, or none where it is no article; and what is wrong. */
export interface Reading {
  readonly leaf?: Leaf;
  /** What the leaf says, where it was just written. */
  readonly card?: Card;
  readonly problems: readonly Problem[];
}

/**
 * Reads an article file, keeps what has to be known of it, and puts its text away. Never throws.
 *
 * @param bytes the whole file
 * @param context what every reader is told
 * @param companions what other files say of it
 */
export function readLeaf(bytes: Uint8Array, context: ReadContext, companions: Companions = {}): Reading {
  try {
    const { article, problems } = readArticle(bytes, context, companions);
    if (!article) return { problems };
    const card = cardOf(article);
    const print = markOf(article, bytes, companions);
    return { leaf: { card: JSON.stringify({ ...card, path: undefined }), print }, card, problems };
  } catch (error) {
    return { problems: [problem('article-failed', { path: context.path }, { reason: String(error) })] };
  }
}

/**
 * Reads an article again for its text.
 *
 * @param print of the article as it is known
 * @returns nothing where the file is not what it was
 */
export function reread(
  bytes: Uint8Array,
  context: ReadContext,
  companions: Companions,
  print: string,
): Article | undefined {
  const { article } = readArticle(bytes, context, companions);
  return article && markOf(article, bytes, companions) === print ? article : undefined;
}

function markOf(article: Article, bytes: Uint8Array, { sidecar }: Companions): string {
  return pressed(fingerprint(article, sidecar ? [bytes, sidecar.bytes] : [bytes]));
}
