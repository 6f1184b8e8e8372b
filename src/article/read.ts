import { type Problem, problem } from '../problems.js';
import type {
  Article,
  BodyFindings,
  Field,
  Findings,
  Format,
  Instant,
  Person,
  ReadContext,
} from './article.js';
import { bound } from './bounds.js';
import { decode } from './decode.js';
import { type Draft, say } from './draft.js';
import { formatOf } from './formats.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import { readPath } from './path.js';
import { readers } from './readers.js';
import { standalone } from './standalone.js';

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
  const shown = readBody(format, front, context);
  const implied = readPath(path, context);
  const article: Draft & Article = { path, format, body: shown.body, found: {} };
  for (const findings of [implied, shown, front.findings]) {
    for (const name of Object.keys(findings.found) as Field[])
      if (name !== 'expires') believe(article, name, findings);
  }
  const tooSoon = isTooSoon(front.findings.expires, article) ? front.tooSoon : undefined;
  if (!tooSoon) believe(article, 'expires', front.findings);
  const problems: Problem[] = [];
  if (decoded.guessed) problems.push(problem('encoding-guessed', { path }, { encoding: decoded.guessed }));
  if (decoded.doubled) problems.push(problem('encoding-doubled', { path }));
  problems.push(...front.findings.problems);
  if (tooSoon) problems.push(tooSoon);
  problems.push(...shown.problems, ...implied.problems, ...bound(article, context));
  return { article, problems: standalone(problems) };
}

/** Takes a statement over from one part of a file, instead of what was said by a part that is believed less. */
function believe(article: Draft, name: Field, findings: Findings): void {
  const place = findings.found[name];
  if (place) say(article, name, standalone(findings[name]), place);
}

/**
 * Whether an article would expire before it is published, or at once: one of the two dates is a mistake, and an article
 * too many does less harm than one that never shows. A date that moves with the time of the file proves nothing.
 */
function isTooSoon(expires: Instant | undefined, { published, found }: Article): boolean {
  return (
    expires !== undefined && published !== undefined && !found.published?.relative && expires <= published
  );
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
