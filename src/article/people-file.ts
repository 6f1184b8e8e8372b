import type { Person } from './article.js';
import { decode } from './decode.js';
import { readAuthorsFile } from './front-matter.js';

/** Whether a file describes the people whom articles name by an id (`authors.yml`, as Docusaurus and Jekyll have it). */
export function isPeopleFile(path: string): boolean {
  return /(?:^|\/)authors\.ya?ml$/i.test(path);
}

/** The people that such a file describes, by their ids; none where it is not text. */
export function readPeopleFile(bytes: Uint8Array): ReadonlyMap<string, Person> {
  const decoded = decode(bytes);
  return decoded ? readAuthorsFile(decoded.text) : new Map();
}
