import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { article, start } from '../service/program.js';
import { browserForTests } from '../support/browser.js';
import { folderOf } from '../support/folder.js';
import { put } from '../support/put.js';
import { calm, opened } from './support/opened.js';

const browse = browserForTests();

const patience = { timeout: 30_000, interval: 50 };

function page(title: string, text: string): string {
  return `<!doctype html>
<html lang="en"><head><base href="./"><title>${title}</title><link rel="stylesheet" href="page.css"></head>
<body><header>Harbour</header><main><p>${text}</p><p>Tall</p></main></body></html>
`;
}

it('an open page follows its article, stays where it is, and shows what is wrong', async ({ skip }) => {
  const open = await (await browse(skip)).newPage();
  const { address, house, write } = await opened({
    'index.html': page('Fog', 'Fog'),
    'page.css': 'main { min-height: 9000px }',
  });
  await open.goto(address);
  const run = (script: string): Promise<unknown> => open.evaluate(script);
  // While it loads anew, nothing can be asked of it.
  const becomes = (script: string, value: unknown) =>
    vi.waitFor(async () => expect(await run(script)).toEqual(value), patience);
  await becomes('location.href + document.readyState', `${address}complete`);
  await run('window.mark = 1; scrollTo(0, 700)');
  await becomes('scrollY', 700);

  write({ 'index.html': page('Storm & rain', 'Storm &amp; rain') });
  await becomes('document.querySelector("main p").textContent', 'Storm & rain');
  expect(
    await run('[document.title, scrollY, window.mark, document.querySelectorAll("main").length]'),
  ).toEqual(['Storm & rain', 700, 1, 1]);

  const finding = {
    level: 'error' as const,
    message: 'Cannot <b>read</b>',
    help: 'Mend it.',
    path: 'a.md',
    line: 3,
  };
  const wrong = { ...calm, levels: { error: 2, warning: 0, note: 0 }, findings: [finding] };
  const box = 'document.getElementById("feedmill-problems")';
  house.tell(wrong);
  await becomes(`${box}?.getAttribute("role")`, 'alert');
  expect(await run(`${box}.textContent`)).toBe('error a.md:3 Cannot <b>read</b>Mend it.and 1 moreDismiss');
  expect(await run(`getComputedStyle(${box}).position`)).toBe('sticky');
  // It is no part of the page, and stays when that changes.
  write({ 'index.html': page('Calm', 'Calm') }, wrong);
  await becomes('document.querySelector("main p").textContent', 'Calm');
  expect(await run(`${box} !== null`)).toBe(true);

  house.tell(calm);
  await becomes(`${box} === null`, true);
  house.tell(wrong);
  await becomes(`${box} !== null`, true);
  await run(`${box}.querySelector("button").click()`);
  await becomes(`${box} === null`, true);
  house.tell({
    ...wrong,
    levels: { error: 1, warning: 0, note: 0 },
    findings: [{ ...finding, level: 'warning' }],
  });
  await becomes(`${box}?.getAttribute("role")`, 'status');

  write({ 'page.css': 'main { min-height: 9000px; color: navy }' });
  await becomes('[window.mark ?? 0, getComputedStyle(document.querySelector("main")).color]', [
    0,
    'rgb(0, 0, 128)',
  ]);
});

/** The program, serving an article. */
async function served() {
  const cwd = folderOf({ 'articles/storm.md': article('Storm') });
  const running = start(cwd, ['serve', '--json', '--port', '0']);
  await running.seen('"event":"watching"');
  return { cwd, running, address: String(running.events('serving')[0]?.address) };
}

it('a writer sees what a save has done, and what is wrong with it', async ({ skip }) => {
  const context = await browse(skip);
  const { cwd, running, address } = await served();
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => request.url().startsWith(address) || faults.push(request.url()));
  await page.goto(address);
  await page.click('text=Storm');
  expect(page.url()).toBe(`${address}articles/storm/index.html`);
  await vi.waitFor(async () => expect(await page.textContent('h1')).toBe('Storm'), patience);

  put(cwd, 'articles/storm.md', article('A greater storm'));
  await vi.waitFor(async () => expect(await page.textContent('h1')).toBe('A greater storm'), patience);
  put(cwd, 'articles/storm.md', article('A greater storm').replace('---\n', '---\nupdated: soon\n'));
  await vi.waitFor(
    async () => expect(await page.textContent('#feedmill-problems')).toContain('storm.md:2'),
    patience,
  );
  put(cwd, 'articles/storm.md', article('A greater storm'));
  await vi.waitFor(async () => expect(await page.$('#feedmill-problems')).toBeNull(), patience);
  expect(faults).toEqual([]);
  expect(await running.stop()).toMatchObject({ code: 0 });
});

it('an open page shows what stands around its article, its pictures, and that it is gone', async ({
  skip,
}) => {
  const context = await browse(skip);
  const { cwd, running, address } = await served();
  const picture = (colour: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" fill="${colour}"/>`;
  put(cwd, 'articles/boat.svg', picture('red'));
  put(cwd, 'articles/calm.md', article('Calm', '![A boat](boat.svg)').replace('2026-05-06', '2026-05-07'));
  const page = await context.newPage();
  const becomes = (look: () => Promise<unknown>, value: unknown) =>
    vi.waitFor(async () => expect(await look()).toEqual(value), patience);
  await becomes(async () => (await page.goto(`${address}articles/calm/`))?.status(), 200);
  put(cwd, 'articles/storm.md', article('A greater storm'));
  await becomes(() => page.textContent('nav li.previous a'), 'A greater storm');
  const source = () => page.getAttribute('main img', 'src');
  const first = await source();
  put(cwd, 'articles/boat.svg', picture('blue'));
  await becomes(async () => (await source()) !== first, true);
  put(
    cwd,
    'articles/calm.md',
    article('Calm', 'Ruhe.').replace('---\n', '---\nlang: de\n').replace('2026-05-06', '2026-05-07'),
  );
  await becomes(() => page.getAttribute('html', 'lang'), 'de');
  rmSync(join(cwd, 'articles/calm.md'));
  await becomes(async () => (await page.textContent('#feedmill-problems'))?.includes('is no more'), true);
  put(cwd, 'articles/calm.md', article('Calm again').replace('2026-05-06', '2026-05-07'));
  await becomes(() => page.textContent('h1'), 'Calm again');
  await running.stop();
});

it('a dozen open pages keep nobody from opening one more', async ({ skip }) => {
  const context = await browse(skip);
  const { running, address } = await served();
  const pages = [];
  for (let tab = 0; tab < 12; tab++) {
    // Tests of a browser show all of its pages; people see one.
    for (const page of pages)
      await page.evaluate(`Object.defineProperty(document, 'hidden', { value: true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
    const page = await context.newPage();
    await page.goto(address, { timeout: 15_000, waitUntil: 'load' });
    pages.push(page);
  }
  expect(await pages.at(-1)?.textContent('h1')).toBe('Articles');
  await running.stop();
});

it('a feed is shown as a page would be, and its line at the top leads to its page', async ({ skip }) => {
  const context = await browse(skip);
  const { running, address } = await served();
  const page = await context.newPage();
  for (const name of ['rss.xml', 'atom.xml']) {
    await page.goto(`${address}${name}`);
    const seen = await page.evaluate<string>('document.documentElement.textContent');
    expect(seen).toContain('Storm');
    expect(await page.evaluate('getComputedStyle(document.querySelector("title")).display')).toBe('block');
    await page.click('a');
    await page.waitForURL(address);
    expect(await page.textContent('h1')).toBe('Articles');
  }
  await running.stop();
});
