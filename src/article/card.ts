import type { Article, Found, Hold, Instant } from './article.js';
import { isAudible } from './audible.js';

/** Where a statement of a card was found. */
export type Place = Pick<Found, 'in' | 'relative'>;

/**
 * What is kept at hand of every article, when its text is put away: by it one decides what is public, and finds the entry
 * that it has. A folder has many articles, and a feed shows few.
 */
export interface Card {
  /** The file, relative to the articles folder, with `/`. */
  readonly path: string;
  readonly published: Instant | undefined;
  readonly updated: Instant | undefined;
  readonly expires: Instant | undefined;
  readonly id: string | undefined;
  /** The line on which the id is stated. */
  readonly idLine: number | undefined;
  readonly hold: Hold | undefined;
  /** Whether the body has any text. */
  readonly hasText: boolean;
  readonly found: Places;
}

/** Where those statements were found of which that matters. */
export type Places = Readonly<Record<'title' | 'published' | 'updated', Place | undefined>>;

/** What the headline of an article is made of. */
export type Particulars = Pick<
  Article,
  'path' | 'title' | 'authors' | 'tags' | 'language' | 'link' | 'slug'
> & {
  readonly found: Partial<Record<'link', Found>>;
  /** Whether something to listen to is attached. */
  readonly audible?: true;
};

/** Makes the card of an article. */
export function cardOf({ path, published, updated, expires, id, hold, body, found }: Article): Card {
  const { title, published: first, updated: last } = found;
  return {
    path,
    published,
    updated,
    expires,
    id,
    idLine: found.id?.line,
    hold,
    hasText: /\S/.test(body.text),
    found: { title, published: first, updated: last },
  };
}

/** Takes from an article what its headline is made of. */
export function particularsOf(article: Article): Particulars {
  const particulars: { -readonly [Name in keyof Particulars]: Particulars[Name] } = {
    path: article.path,
    found: article.found.link ? { link: article.found.link } : {},
  };
  if (article.title !== undefined) particulars.title = article.title;
  if (article.authors) particulars.authors = article.authors;
  if (article.tags) particulars.tags = article.tags;
  if (article.language !== undefined) particulars.language = article.language;
  if (article.link !== undefined) particulars.link = article.link;
  if (article.slug !== undefined) particulars.slug = article.slug;
  if (isAudible(article.attachments)) particulars.audible = true;
  return particulars;
}
