import { type Problem, problem } from '../problems.js';
import type { Article, BodyFindings, Format, Person, ReadContext } from './article.js';
import { decode } from './decode.js';
import { formatOf } from './formats.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import { readHtml } from './html.js';
import { readMarkdown } from './markdown.js';
import { readPath } from './path.js';
import { readRestructured } from './restructured.js';
import { readText } from './text.js';

/** An article as read, or none where the bytes are not text; and what is wrong with it. */
export interface Reading {
  readonly article?: Article;
  readonly problems: readonly Problem[];
}

/**
 * Reads an article: decode, split off the front matter, find what the body says, find what the path says. Of all that
 * say the same thing, the front matter is believed first, then the body, then the path.
 *
 * @param bytes the whole file
 * @param context the path decides the format; see `formatOf`
 * @param people authors that articles may name by an id
 */
export function readArticle(
  bytes: Uint8Array,
  context: ReadContext,
  people: ReadonlyMap<string, Person> = new Map(),
): Reading {
  const { path } = context;
  const decoded = decode(bytes);
  if (!decoded) return { problems: [problem('not-text', { path })] };
  const format = formatOf(path) ?? 'text';
  const front = readFrontMatter(decoded.text, context, people);
  const { problems: ofFront, found: inFront, ...stated } = front.findings;
  const { problems: ofBody, found: inBody, ...shown } = readBody(format, front, context);
  const { problems: ofPath, found: inPath, ...implied } = readPath(path, context);
  const encoding = decoded.guessed
    ? [problem('encoding-guessed', { path }, { encoding: decoded.guessed })]
    : [];
  return {
    article: { ...implied, ...shown, ...stated, path, format, found: { ...inPath, ...inBody, ...inFront } },
    problems: [...encoding, ...ofFront, ...ofBody, ...ofPath],
  };
}

function readBody(format: Format, front: FrontMatter, context: ReadContext): BodyFindings {
  const { body, bodyLine, findings } = front;
  if (format === 'html') return readHtml(body, context, bodyLine, findings.title);
  if (format === 'markdown') return readMarkdown(body, context, bodyLine, findings.title);
  if (format === 'restructured') return readRestructured(body, context, bodyLine);
  return readText(body, context, bodyLine);
}
