import { problem } from '../problems.js';
import type { BodyFindings, ReadContext } from './article.js';
import { bodyOf } from './html/body.js';
import { readFacts } from './html/facts.js';
import { openPage } from './html/page.js';
import { ofMarkup, within } from './within.js';

/**
 * Reads the text of an HTML file: a saved page, a page of a static site, or a fragment of one. A fragment is kept
 * whole; of a page, the body is the article's own text.
 *
 * @param text the decoded text, without front matter
 * @param context what every reader is told
 * @param firstLine the line of the file on which `text` begins
 * @param stated the title that the front matter states, if it does
 * @returns what the page says of its article, and the article's own markup; nothing is thrown, whatever the markup
 */
export function readHtml(text: string, context: ReadContext, firstLine = 1, stated?: string): BodyFindings {
  const page = openPage(text, firstLine);
  const facts = readFacts(page, context, stated);
  if (page.excess === undefined) return { ...facts.findings, body: bodyOf(page, facts, text, firstLine) };
  const { path, maxFileSize = Infinity } = context;
  const place = { path, line: firstLine };
  const used = within(text, maxFileSize, ofMarkup, place);
  const body = bodyOf(page, facts, used.text, firstLine);
  const excess = problem('html-too-deep', place, { reason: page.excess });
  return { ...facts.findings, body, problems: [...facts.findings.problems, excess, ...used.problems] };
}
