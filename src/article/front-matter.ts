import type { Person, ReadContext } from './article.js';
import { splitBraces } from './front-matter/braces.js';
import { splitComment } from './front-matter/comment.js';
import { splitFenced } from './front-matter/fenced.js';
import { splitFields } from './front-matter/fields.js';
import { splitHeaders } from './front-matter/headers.js';
import type { Form, Split } from './front-matter/matter.js';
import { readStatements, type Stated } from './front-matter/statements.js';

export { readAuthorsFile } from './front-matter/authors-file.js';

/** What the front matter of a file says, and the body that is left. */
export interface FrontMatter extends Stated {
  readonly body: string;
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
  /** How the front matter was written; nothing where there is none. */
  readonly form?: Form;
}

/**
 * Splits off and reads the front matter of an article: YAML, TOML or JSON between fences, JSON at the top, headers
 * without a fence, the fields of reStructuredText and of Nikola, any of these within an HTML comment; or none.
 *
 * @param text the whole file, decoded
 * @param context what every reader is told
 * @param authors people whom articles name by an id
 */
export function readFrontMatter(
  text: string,
  context: ReadContext,
  authors: ReadonlyMap<string, Person> = new Map(),
): FrontMatter {
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const source = unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
  const split = splitFrontMatter(source, context.path);
  if (!split) return { findings: { found: {}, problems: [] }, body: source, bodyLine: 1 };
  const { matter, form, body, bodyLine } = split;
  const { findings, tooSoon } = readStatements(matter, form, context, authors);
  return tooSoon ? { findings, tooSoon, body, bodyLine, form } : { findings, body, bodyLine, form };
}

/**
 * Splits off the front matter of an article, whatever form it has, as it was written.
 *
 * @param source the whole file, decoded, its line ends being LF
 * @param path for problems
 * @returns nothing where there is none
 */
export function splitFrontMatter(source: string, path: string): Split | undefined {
  // Nobody puts it below a page of nothing, and what looks for it goes back over all blank lines.
  if (!/\S/.test(source.slice(0, farthest))) return undefined;
  return (
    splitFenced(source, path) ??
    splitBraces(source, path) ??
    splitComment(source, path) ??
    splitFields(source) ??
    splitHeaders(source, path)
  );
}

/** Characters within which front matter begins. */
const farthest = 10_000;
