import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { feedNote } from '../../src/render/pages/feed-note.js';
import { feedStyle } from '../../src/render/pages/style.js';
import { browserForTests } from '../support/browser.js';
import { manyEntries, sampleLook } from '../support/page-site.js';
import { atom, rss } from '../support/rendered.js';
import { sampleFeed } from '../support/samples.js';

const open = browserForTests();

/** Writes a feed with its style beside it, and gives its address. */
function written(document: string, note: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'feedmill-feed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const styled = document
    .replace('?>', '?>\n<?xml-stylesheet type="text/css" href="feed.css"?>')
    .replace(/<channel>|<feed[^>]*>/, (start) => start + note);
  writeFileSync(join(folder, 'feed.css'), feedStyle(sampleLook({ language: 'en' })));
  writeFileSync(join(folder, 'feed.xml'), styled);
  return pathToFileURL(join(folder, 'feed.xml')).href;
}

describe.for([
  ['RSS', rss, 'item', 'description'],
  ['Atom', atom, 'entry', 'summary'],
] as const)('%s that a browser shows as XML', ([, render, entry, summary]) => {
  const feed = sampleFeed(manyEntries(4));

  it('can be read, without what only programs read', async ({ skip }) => {
    const page = await (await open(skip)).newPage();
    await page.goto(written(render(feed), ''));
    const shown = await page.evaluate<string>(
      'document.documentElement.innerText ?? document.documentElement.textContent',
    );
    expect(shown).toContain('The last trawler leaves the yard');
    const visible = (name: string) =>
      page.evaluate(
        `[...document.getElementsByTagName('${name}')].map((element) => element.getClientRects().length > 0)`,
      );
    expect(await visible('title')).toEqual([true, true, true, true, true]);
    expect(await visible(summary)).not.toContain(false);
    for (const hidden of [
      'guid',
      'id',
      'content',
      'content:encoded',
      'generator',
      'updated',
      'media:content',
    ])
      expect(await visible(hidden), hidden).not.toContain(true);
    const first = `document.querySelector('${entry}').getBoundingClientRect()`;
    expect(await page.evaluate(`${first}.height`)).toBeGreaterThan(60);
    expect(await page.evaluate(`${first}.width`)).toBeLessThan(700);
  });

  it('says what it is, and leads to the page', async ({ skip }) => {
    const page = await (
      await open(skip, { viewport: { width: 390, height: 844 }, isMobile: true })
    ).newPage();
    await page.goto(written(render(feed), feedNote('#page', { language: 'en' })));
    const link = page.getByRole('link', { name: 'Read it as a page' });
    await link.click();
    expect(new URL(page.url()).hash).toBe('#page');
    expect(await page.getByText('This is a feed.').isVisible()).toBe(true);
    expect(await page.evaluate('innerWidth')).toBe(390);
  });
});
