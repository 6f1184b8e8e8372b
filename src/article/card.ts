import type { Article, Field, Found, Statements } from './article.js';

/** Statements that only completing an entry needs: with the text, they are read again when an entry is made. */
type Bulk = 'summary' | 'image' | 'attachments';

/** Statements of which it matters later where they were found. */
type Traced = 'title' | 'published' | 'updated' | 'id' | 'link';

/**
 * What is kept of an article when its text is put away: by it one decides what is public, recognises what was moved,
 * and makes the headline. A folder has many articles, and a feed shows few.
 */
export interface Card extends Omit<Statements, Bulk> {
  /** The file, relative to the articles folder, with `/`. */
  readonly path: string;
  /** Whether the body has any text. */
  readonly hasText: boolean;
  readonly found: Partial<Record<Traced, Found>>;
}

/** A card but for what needs the text. */
export type Particulars = Omit<Card, 'hasText'>;

/** Makes the card of an article. */
export function cardOf(article: Article): Card {
  const { body, format: _, summary: __, image: ___, attachments: ____, found, ...stated } = article;
  const traced: { [Name in Traced]?: Found } = {};
  for (const name of places) if (found[name]) traced[name] = found[name];
  return { ...stated, hasText: /\S/.test(body.text), found: traced };
}

const places: readonly (Traced & Field)[] = ['title', 'published', 'updated', 'id', 'link'];
