import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { build, type Config } from '../../src/index.js';
import { opened } from '../serve/support/opened.js';
import { browserForTests } from '../support/browser.js';
import { folderOf } from '../support/folder.js';

const browse = browserForTests();
const site = 'https://example.org/';
const day = (date: number, title: string, more = '') =>
  `---\ntitle: ${title}\ndate: 2026-05-0${date}\ntags: [Sea]\n${more}---\n\nText of it.\n`;

/** Builds six articles. */
async function six(config: Config = {}) {
  const cwd = folderOf({
    'in/a.md': day(1, 'Ebb'),
    'in/b.md': day(2, 'Flood'),
    'in/c.md': day(3, 'Fog'),
    'in/d.md': day(4, 'Calm'),
    'in/e.md': day(5, 'Gale'),
    'in/f.md': day(6, '"Müwe" & <b>Möwe</b> \u{1F30A}', 'lang: de\n'),
  });
  const output = join(cwd, 'out');
  const report = await build({ articles: join(cwd, 'in'), output, site, title: 'Häfen', ...config });
  return { report, read: (name: string) => readFileSync(join(output, name), 'utf8') };
}

const titlesIn = (html: string) =>
  [...html.matchAll(/<bdi[^>]*>(.*?)<\/bdi><\/a> <time/g)].map(([, title]) => title);

describe('the fragment for other sites', () => {
  it('shows the five latest entries, with addresses that work from anywhere', async () => {
    const html = (await six()).read('embed.html');
    expect(titlesIn(html).slice(1)).toEqual(['Gale', 'Calm', 'Fog', 'Flood']);
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses).toHaveLength(7);
    expect(addresses.filter((address) => !address?.startsWith(site))).toEqual([]);
    // Out of a frame.
    expect(html.match(/target="_top"/g)).toHaveLength(7);
  });

  it('fits into a page of any encoding, and into any policy: no style, no script', async () => {
    const html = (await six()).read('embed.html');
    expect(html).toMatch(/^[\n -~]+$/);
    expect(html).not.toMatch(/<script|<style|style=|<link|<!doctype/i);
    expect(html).toContain('<bdi lang="de">&#x22;M&#xfc;we&#x22; &#x26; M&#xf6;we &#x1f30a;</bdi>');
  });

  it('is there for each group, and for no page of an archive', async () => {
    const { report, read } = await six({ feeds: ['tags'], archive: true, limit: 2, pages: { embed: 1 } });
    const names = report.documents.written.filter((name) => name.endsWith('embed.html'));
    expect(names).toEqual(['embed.html', 'tags/sea/embed.html']);
    expect(titlesIn(read('tags/sea/embed.html'))).toHaveLength(1);
    expect(read('tags/sea/embed.html')).toContain('href="https://example.org/tags/sea/"');
  });

  it.each([{ pages: { embed: 0 } }, { pages: false }])('is not there with %j', async (config) => {
    const { report } = await six(config);
    expect(report.documents.written).toContain('rss.xml');
    expect(report.documents.written).not.toContain('embed.html');
  });

  it('says so where there is nothing yet', async () => {
    const cwd = folderOf({ 'in/': '' });
    await build({ articles: join(cwd, 'in'), output: join(cwd, 'out'), site });
    expect(readFileSync(join(cwd, 'out/embed.html'), 'utf8')).toContain('<p>Nothing here yet.</p>');
  });
});

it('is served to pages from anywhere, which may frame it, and follows no articles by itself', async () => {
  const { get } = await opened({ 'embed.html': '<section></section>' });
  const { headers, body } = await get('/embed.html');
  expect(headers['access-control-allow-origin']).toBe('*');
  expect(headers['content-security-policy']).not.toContain('frame-ancestors');
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(body.toString()).toBe('<section></section>');
});

it('the ways to include it that the documentation shows put the titles on a page of another site', async ({
  skip,
}) => {
  const page = await (await browse(skip)).newPage();
  const { address } = await opened({ 'embed.html': (await six()).read('embed.html') });
  const shown = readFileSync(new URL('../../docs/sharing.md', import.meta.url), 'utf8');
  const [frame = '', script = ''] = [...shown.matchAll(/^```html\n(.*?)^```/gms)].map(
    ([, html = '']) => html,
  );
  const here = (html: string) => html.replaceAll('https://example.org/', address);
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=windows-1252');
    response.end(`<!doctype html><title>Other</title>${here(frame)}${here(script)}`);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForSelector('#harbour-news li');
  const framed = page.frameLocator('iframe');
  for (const texts of [
    await page.locator('#harbour-news li a').allTextContents(),
    await framed.locator('li a').allTextContents(),
  ])
    expect(texts).toEqual(['"Müwe" & Möwe \u{1F30A}', 'Gale', 'Calm', 'Fog', 'Flood']);
});
