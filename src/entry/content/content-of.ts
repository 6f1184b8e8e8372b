import type { Article } from '../../article/article.js';
import { ofMarkup, ofPlainText, within } from '../../article/within.js';
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
  const weights = body.markup === 'text' ? ofPlainText : ofMarkup;
  const { text, problems } = within(body.text, limit, weights, { path, line: body.line });
  const kept = { ...body, text };
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
  const tooDeep = isPlain ? [problem('html-too-deep', { path, line: body.line }, { reason })] : [];
  return { html: clean(safe).trim(), problems: [...problems, ...tooDeep] };
}

function setAs(make: () => string, otherwise: () => string): string {
  try {
    return make();
  } catch (error) {
    if (error instanceof Excess) return otherwise();
    throw error;
  }
}
