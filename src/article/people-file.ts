import type { Person } from './article.js';
import { decode } from './decode.js';
import { readAuthorsFile } from './front-matter.js';

/** The people that a file describes (see `isPeopleFile`), by their ids; none where it is not text. */
export function readPeopleFile(bytes: Uint8Array): ReadonlyMap<string, Person> {
  const decoded = decode(bytes);
  return decoded ? readAuthorsFile(decoded.text) : new Map();
}
