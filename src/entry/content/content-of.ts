import type { Article } from '../../article/article.js';
import { linesIn } from '../../article/front-matter/lines-in.js';
import { lengthWithin, ofMarkup, ofPlainText } from '../../article/within.js';
import { clean } from '../../characters.js';
import { type Problem, problem } from '../../problems.js';
import type { Resolve } from './attributes.js';
import { Excess } from './excess.js';
import { htmlOf, textToHtml } from './html-of.js';
import { safeHtml } from './safe.js';

const reason = 'its markup nests too deep, or would become far longer than it is';

/** The content of an entry, and what of the body is not in it. */
export interface Content {
  readonly html: string;
  readonly problems: readonly Problem[];
}

/**
 * Makes safe HTML of the body of an article, in bounded time and memory, whatever it holds.
 *
 * @param resolve told of every reference
 * @param limit how much of it can be set, in letters; the rest is cut off
 */
export function contentOf(
  { path, body }: Pick<Article, 'path' | 'body'>,
  resolve: Resolve,
  limit: number,
): Content {
  const length = lengthWithin(body.text, limit, body.markup === 'text' ? ofPlainText : ofMarkup);
  const problems: Problem[] = [];
  if (length < body.text.length) {
    const line = body.line + linesIn(body.text, length);
    problems.push(
      problem(
        'cut-off',
        { path, line },
        { field: 'text', size: `${body.text.length} characters`, limit: length },
      ),
    );
  }
  const kept = length < body.text.length ? { ...body, text: body.text.slice(0, length) } : body;
  let isPlain = false;
  const plainly = (html: string) => {
    isPlain = true;
    return html;
  };
  const html = setAs(
    () => htmlOf(kept),
    () => plainly(textToHtml(kept.text)),
  );
  const safe = safeHtml(html, resolve, plainly);
  if (isPlain) problems.push(problem('html-too-deep', { path, line: body.line }, { reason }));
  return { html: clean(safe).trim(), problems };
}

function setAs(make: () => string, otherwise: () => string): string {
  try {
    return make();
  } catch (error) {
    if (error instanceof Excess) return otherwise();
    throw error;
  }
}
