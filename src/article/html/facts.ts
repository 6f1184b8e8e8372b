import type { Element } from 'domhandler';
import type { Findings, ReadContext } from '../article.js';
import { readAddresses } from './address.js';
import { addressDate } from './address-date.js';
import { chooseAttachments } from './attachments.js';
import { readAuthorMarks } from './author-marks.js';
import { chooseAuthors } from './authors.js';
import { bare } from './bare.js';
import { type Content, findContent } from './content.js';
import { chooseLicense, chooseOrigin, chooseRights, readLicenses } from './credit.js';
import { readDateMarks } from './date-marks.js';
import { chooseDate } from './dated.js';
import { elsewhereFrom } from './elsewhere.js';
import { findingsOf } from './findings.js';
import { chooseImage } from './image.js';
import { readJsonLd } from './json-ld.js';
import { chooseLanguage } from './language.js';
import { type Line, linesOf } from './lines.js';
import { chooseLink } from './link.js';
import { readMeta } from './meta.js';
import type { Page } from './page.js';
import { readRedirect } from './redirect.js';
import { chooseSummary } from './summary.js';
import { chooseTags } from './tags.js';
import { chooseTitle } from './title.js';

/** What a page says of its article, and where on the page the article stands. */
export interface Facts {
  readonly findings: Findings;
  /** The headline that shows the title, where the page has one. */
  readonly heading: Element | undefined;
  readonly content: Content;
  readonly lines: readonly Line[];
}

/**
 * Gathers all that a page says of its article, from the most trustworthy source to the least, and chooses for each
 * statement the first that is plausible.
 *
 * @param known the title where it is known already
 */
export function readFacts(page: Page, context: ReadContext, known: string | undefined): Facts {
  const stated = [...readAddresses(page), ...readJsonLd(page), ...readMeta(page), ...readLicenses(page)];
  const title = chooseTitle(page, stated, known);
  const content = findContent(page, title?.heading);
  const lines = linesOf(page.root);
  const anchor = title?.heading ?? lineOf(title?.text, lines)?.block ?? content.element;
  const elsewhere = elsewhereFrom(anchor);
  const clues = [
    ...stated,
    ...stated.flatMap(addressDate),
    ...readAuthorMarks(page, lines, anchor, elsewhere),
    ...readDateMarks(page, lines, anchor, elsewhere),
  ];
  const sites = new Set(
    clues.filter(({ subject }) => subject === 'site').flatMap(({ texts }) => texts.map(bare)),
  );
  const language = chooseLanguage(page, clues);
  const updated = chooseDate(clues, 'updated', context, language?.value);
  const published = chooseDate(clues, 'published', context, language?.value) ?? updated;
  const findings = findingsOf({
    title: title && { value: title.text, line: title.line },
    published,
    updated: updated && published && updated.value > published.value ? updated : undefined,
    authors: chooseAuthors(clues, title?.text, sites),
    summary: chooseSummary(clues, title?.text, sites),
    language,
    link: chooseLink(clues),
    image: chooseImage(page, clues),
    tags: chooseTags(clues),
    attachments: chooseAttachments(page, clues),
    rights: chooseRights(clues),
    license: chooseLicense(clues),
    origin: chooseOrigin(clues),
    hold: readRedirect(page),
  });
  const showsKnown = known === undefined || bare(known) === bare(title?.text ?? '');
  return { findings, heading: showsKnown ? title?.heading : undefined, content, lines };
}

function lineOf(title: string | undefined, lines: readonly Line[]): Line | undefined {
  const wanted = bare(title ?? '');
  return wanted ? lines.find(({ text }) => bare(text) === wanted) : undefined;
}
