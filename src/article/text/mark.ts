import type { Person } from '../article.js';
import type { ReadDate } from '../dates.js';

/** What a line of metadata states. The line it stands on is kept beside it. */
export type Mark = (
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'summary'; readonly text: string }
  | { readonly kind: 'language'; readonly text: string }
  | { readonly kind: 'tags'; readonly tags: readonly string[] }
  | {
      readonly kind: 'date';
      readonly of: 'published' | 'updated';
      readonly labelled: boolean;
      readonly date: ReadDate;
    }
  | { readonly kind: 'authors'; readonly people: readonly Person[]; readonly trust: Trust }
  | { readonly kind: 'unreadable'; readonly field: 'published' | 'updated'; readonly text: string }
  /** `aside`: belongs to the page; `contact`: how to reach somebody, which is text at the end of a press release. */
  | { readonly kind: 'furniture' | 'aside' | 'contact' }
) & { readonly line: number };

/** How surely somebody wrote the article: a byline is believed before a bare name, that before a desk, that before a source. */
export type Trust = 'byline' | 'name' | 'desk' | 'source';
