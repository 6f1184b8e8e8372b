import axe from 'axe-core';
import { expect, it } from 'vitest';
import { browserForTests } from '../support/browser.js';
import { manyEntries, richContent, writeSite } from '../support/page-site.js';

const open = browserForTests();

/** What axe finds against WCAG 2.2 AA and good practice. */
const look = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`;

const enclosures = [
  {
    url: 'https://example.org/talk.mp3',
    type: 'audio/mpeg',
    length: 1_840_000,
    duration: 1984,
    title: 'Talk',
  },
  { url: 'https://example.org/books.pdf', type: 'application/pdf', length: 233_000 },
];

it.for([
  ['the page of a feed', 'en', 'index.html'],
  ['the page of a tag', 'en', 'tags/harbour/index.html'],
  ['a reading page', 'en', 'articles/1/index.html'],
  ['the page of a feed in Arabic', 'ar', 'index.html'],
  ['a reading page in Arabic', 'ar', 'articles/1/index.html'],
  ['a page in a language that the words are not in', 'sv', 'index.html'],
] as const)('axe finds nothing to object to on %s, light or dark', async ([, language, name], { skip }) => {
  const entries = manyEntries(24, language).map((entry) => ({ ...entry, content: richContent, enclosures }));
  const page = await (await open(skip)).newPage();
  for (const [colorScheme, accent] of [
    ['light', 'gold'],
    ['dark', 'navy'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(writeSite(entries, { language, accent })(name));
    await page.evaluate(axe.source);
    expect(await page.evaluate(look), colorScheme).toEqual([]);
  }
});
