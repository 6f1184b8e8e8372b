import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { browserForTests } from '../support/browser.js';
import { manyEntries, richContent, writeSite } from '../support/page-site.js';

const open = browserForTests();
const entries = manyEntries(50).map((entry) => ({ ...entry, content: richContent }));
const pages = [['index.html'], ['articles/1/index.html']] as const;

it('a page of 50 entries and its style weigh less than 50 kB', () => {
  const address = writeSite(entries);
  const bytes = ['index.html', 'page.css'].map((name) => readFileSync(fileURLToPath(address(name))).length);
  expect(Math.max(...bytes)).toBeGreaterThan(5_000);
  expect(bytes.reduce((sum, each) => sum + each)).toBeLessThan(50_000);
});

describe.for(pages)('%s', ([name]) => {
  it('asks no other host for anything', async ({ skip }) => {
    const page = await (await open(skip)).newPage();
    const address = writeSite(entries);
    const asked: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('requestfailed', (request) => errors.push(request.url()));
    page.on('console', (message) => errors.push(message.text()));
    await page.goto(address(name), { waitUntil: 'networkidle' });
    // Pictures are asked for when the browser finds the time.
    await expect.poll(() => asked, { timeout: 20_000 }).toContain(address('pictures/boat.svg'));
    expect(asked).toContain(address('page.css'));
    expect(asked.filter((url) => !url.startsWith(address('')) && !url.startsWith('data:'))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('moves nothing while it loads', async ({ skip }) => {
    const page = await (await open(skip, { viewport: { width: 390, height: 844 } })).newPage();
    await page.addInitScript(`window.moved = 0; new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.moved += value;
    }).observe({ type: 'layout-shift', buffered: true })`);
    await page.goto(writeSite(entries)(name), { waitUntil: 'networkidle' });
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    await page.waitForTimeout(300);
    expect(await page.evaluate('window.moved')).toBe(0);
  });

  it('fits a phone of 320 pixels, and a window of 1280 at 200 and 400 %', async ({ skip }) => {
    const page = await (await open(skip)).newPage();
    for (const language of ['en', 'ar']) {
      const some = manyEntries(8, language).map((entry) => ({ ...entry, content: richContent }));
      await page.goto(writeSite(some, { language })(name));
      for (const [width, height] of [
        [320, 640],
        [640, 450],
        [320, 225],
      ] as const) {
        await page.setViewportSize({ width, height });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        expect(await page.evaluate(cutOff)).toEqual([]);
      }
    }
  });

  it('is all there without script', async ({ skip }) => {
    const page = await (await open(skip, { javaScriptEnabled: false })).newPage();
    await page.goto(writeSite(entries)(name));
    expect(await page.locator('main').isVisible()).toBe(true);
    const headings = await page.locator('h1, h2, h3').all();
    expect(headings.length).toBeGreaterThan(2);
    for (const heading of headings) expect(await heading.isVisible()).toBe(true);
  });

  it('can be read in colours that the reader forces upon it', async ({ skip }) => {
    const page = await (await open(skip, { forcedColors: 'active' })).newPage();
    await page.goto(writeSite(entries)(name));
    const colours = `[...document.querySelectorAll('h1, h1 ~ p, h3 a, .prose p')].map((element) => getComputedStyle(element).color)`;
    expect(new Set((await page.evaluate(colours)) as string[])).not.toContain(
      await page.evaluate('getComputedStyle(document.body).backgroundColor'),
    );
  });
});

it('the page of a tag, which lies in a folder of its own, finds its style, its pictures and its articles', async ({
  skip,
}) => {
  const page = await (await open(skip)).newPage();
  const address = writeSite(entries);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address('tags/harbour/index.html'), { waitUntil: 'networkidle' });
  expect(asked).toContain(address('page.css'));
  expect(asked).toContain(address('pictures/boat.svg'));
  await page.getByRole('link', { name: 'The last trawler leaves the yard' }).first().click();
  expect(await page.locator('h1').textContent()).toBe('The last trawler leaves the yard');
  await page.getByRole('link', { name: 'Harbour News' }).click();
  expect(page.url()).toBe(address('index.html'));
});

it('an address to copy is selected as a whole by one click', async ({ skip }) => {
  const page = await (await open(skip)).newPage();
  await page.goto(writeSite(entries)('index.html'));
  await page.locator('code.address').click();
  expect(await page.evaluate('getSelection().toString().trim()')).toBe('https://example.org/rss.xml');
});

it('on paper there is no way to click, and all there is to read', async ({ skip }) => {
  const page = await (await open(skip)).newPage();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(writeSite(entries)('articles/1/index.html'));
  expect(await page.locator('nav').isVisible()).toBe(false);
  expect(await page.locator('article pre').isVisible()).toBe(true);
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
});

/** Text that stands beyond what can be seen, and cannot be scrolled to. */
const cutOff = `[...document.querySelectorAll('body *')]
  .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
  .filter((element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX))
  .map((element) => element.outerHTML)`;
