import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { build } from '../../src/index.js';
import { attacks, frames } from '../support/attacks.js';
import { browserForTests } from '../support/browser.js';
import { folderOf } from '../support/folder.js';

const open = browserForTests();

it('nothing that an article holds runs, loads, moves or asks in a browser', async ({ skip }) => {
  const files = Object.values(attacks).flatMap((attack, at) =>
    Object.entries(frames).map(([path, frame]): [string, string] => [`in/${at}/${path}`, frame(attack)]),
  );
  const titles = Object.values(attacks).map((attack, at): [string, string] => {
    const text = JSON.stringify(attack.replace(/\s+/g, ' '));
    return [
      `in/titles/${at}.md`,
      `---\ntitle: ${text}\nauthor: ${text}\ntags: [${text}]\nsummary: ${text}\n---\n\nText.\n`,
    ];
  });
  const cwd = folderOf(Object.fromEntries([...files, ...titles]));
  const output = join(cwd, 'out');
  await build({ articles: join(cwd, 'in'), output, limit: 0, feeds: ['tags'] });

  const context = await open(skip);
  const page = await context.newPage();
  const seen: string[] = [];
  page.on('dialog', async (dialog) => {
    seen.push(`says ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => request.resourceType() === 'script' && seen.push(`runs ${request.url()}`));
  page.on('framenavigated', (frame) => frame === page.mainFrame() || seen.push(`shows ${frame.url()}`));
  const pages = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  expect(pages.length).toBeGreaterThan(files.length);
  for (const name of pages) {
    const address = pathToFileURL(join(output, name)).href;
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    const found = await page.evaluate<string[]>(alive);
    seen.push(...found.map((what) => `${name} has ${what}`));
    if (page.url() !== address) seen.push(`${name} moved to ${page.url()}`);
  }
  expect(seen).toEqual([]);
});

/** What in a page could run, load or submit, as the browser has understood it. */
const alive = `[...document.querySelectorAll('*')].flatMap((element) => {
  const name = element.localName;
  const isData = name === 'script' && element.type === 'application/ld+json';
  const strange = ['script', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'textarea', 'select', 'style', 'frame', 'portal', 'svg', 'math', 'template'];
  const refresh = name === 'meta' && element.httpEquiv ? ['meta ' + element.httpEquiv] : [];
  const attributes = [...element.attributes].filter(({ name: key, value }) =>
    /^on|^style$|^srcdoc$|^formaction$/.test(key) ||
    (/^(?:href|src|action|data|poster|xlink:href)$/.test(key) && /^\\s*(?:javascript|vbscript|data:text|blob|filesystem|view-source):/i.test(value)));
  return [...(strange.includes(name) && !isData ? [name] : []), ...refresh, ...attributes.map(({ name: key, value }) => name + ' ' + key + '=' + value)];
})`;
