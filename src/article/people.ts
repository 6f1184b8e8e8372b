import type { Person } from './article.js';

/**
 * Reads the people that one line of text names: "By A and B", "A <a@example.org>", "Last, First; Last, First".
 * A comma parts two people in "A B, C D", but not in "Josh Aas, ISRG Executive Director".
 *
 * @returns each person once, in the order of the text; an empty list where it names nobody
 */
export function readPeople(text: string): Person[] {
  throw new Error(`not yet: ${text}`);
}
