/** What a clue speaks of. `site` is the name of the site, which pages append to their titles. */
export type Subject =
  | 'title'
  | 'author'
  | 'published'
  | 'updated'
  | 'summary'
  | 'language'
  | 'link'
  | 'image'
  | 'tag'
  | 'site'
  | 'audio'
  | 'rights'
  | 'license'
  | 'origin';

/** One thing that a page says of its article, as it says it; nothing is judged yet. */
export interface Clue {
  readonly subject: Subject;
  /** Which part of the page says so; a `guess` is read from the names of classes and addresses. */
  readonly source: 'json-ld' | 'meta' | 'microdata' | 'page' | 'guess';
  /** Whether the page says of an author that it is no person. */
  readonly desk?: boolean;
  /** Plain text on one line each; several where the page says the same thing of several, as authors or tags. */
  readonly texts: readonly string[];
  /** The line of the file, from 1. */
  readonly line: number;
}
