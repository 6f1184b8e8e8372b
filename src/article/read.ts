import { type Problem, problem } from '../problems.js';
import type { Article, BodyFindings, Format, Found, Instant, Person, ReadContext } from './article.js';
import { decode } from './decode.js';
import { formatOf } from './formats.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import { readPath } from './path.js';
import { readers } from './readers.js';

/** An article as read, or none where the bytes are not text; and what is wrong with it. */
export interface Reading {
  readonly article?: Article;
  readonly problems: readonly Problem[];
}

/** What other files say of an article. */
export interface Companions {
  /** Authors that articles may name by an id. */
  readonly people?: ReadonlyMap<string, Person>;
  /** The front matter, where it lies in a file of its own (`slug.meta`, as Nikola has it). */
  readonly sidecar?: { readonly path: string; readonly bytes: Uint8Array };
}

/**
 * Reads an article: decode, split off the front matter, find what the body says, find what the path says. Of all that
 * say the same thing, the front matter is believed first, then the body, then the path. The reader of its format must be
 * loaded; see `loadReaders`.
 *
 * @param bytes the whole file
 * @param context the path decides the format; see `formatOf`
 * @param companions what other files say of it
 */
export function readArticle(bytes: Uint8Array, context: ReadContext, companions: Companions = {}): Reading {
  const { path } = context;
  const decoded = decode(bytes);
  if (!decoded) return { problems: [problem('not-text', { path })] };
  const format = formatOf(path) ?? 'text';
  const front = frontMatterOf(decoded.text, context, companions);
  const { problems: ofFront, found: inFront, ...stated } = front.findings;
  const { problems: ofBody, found: inBody, ...shown } = readBody(format, front, context);
  const { problems: ofPath, found: inPath, ...implied } = readPath(path, context);
  const encoding = [
    ...(decoded.guessed ? [problem('encoding-guessed', { path }, { encoding: decoded.guessed })] : []),
    ...(decoded.doubled ? [problem('encoding-doubled', { path })] : []),
  ];
  const { expires, ...said } = { ...implied, ...shown, ...stated };
  const { expires: end, ...found } = { ...inPath, ...inBody, ...inFront };
  const tooSoon = isTooSoon(expires, said.published, found.published) ? front.tooSoon : undefined;
  const ends = tooSoon === undefined && expires !== undefined && end !== undefined;
  return {
    article: {
      ...said,
      ...(ends && { expires }),
      path,
      format,
      found: { ...found, ...(ends && { expires: end }) },
    },
    problems: [...encoding, ...ofFront, ...(tooSoon ? [tooSoon] : []), ...ofBody, ...ofPath],
  };
}

/**
 * Whether an article would expire before it is published, or at once: one of the two dates is a mistake, and an article
 * too many does less harm than one that never shows. A date that moves with the time of the file proves nothing.
 */
function isTooSoon(
  expires: Instant | undefined,
  published: Instant | undefined,
  place: Found | undefined,
): boolean {
  return expires !== undefined && published !== undefined && !place?.relative && expires <= published;
}

/** The front matter of the file itself, else of the file beside it. */
function frontMatterOf(text: string, context: ReadContext, { people, sidecar }: Companions): FrontMatter {
  const own = readFrontMatter(text, context, people);
  const beside = own.form === undefined && sidecar ? decode(sidecar.bytes) : undefined;
  if (!sidecar || !beside) return own;
  const { findings, tooSoon } = readFrontMatter(beside.text, { ...context, path: sidecar.path }, people);
  return { ...own, findings, ...(tooSoon && { tooSoon }) };
}

function readBody(format: Format, front: FrontMatter, context: ReadContext): BodyFindings {
  const { body, bodyLine, findings } = front;
  const read = readers[format];
  if (read === undefined) throw new Error(`The reader of ${format} is not loaded: see loadReaders`);
  return read(body, context, bodyLine, findings.title);
}
