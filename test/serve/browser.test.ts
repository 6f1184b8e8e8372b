import { expect, it, vi } from 'vitest';
import { skipWhere } from '../support/skip-where.js';
import { browserName, openPage } from './support/browser.js';
import { calm, opened } from './support/opened.js';

const patience = { timeout: 30_000, interval: 50 };

function page(title: string, text: string): string {
  return `<!doctype html>
<html lang="en"><head><base href="./"><title>${title}</title><link rel="stylesheet" href="page.css"></head>
<body><header>Harbour</header><main><p>${text}</p><p>Tall</p></main></body></html>
`;
}

it('an open page follows its article, stays where it is, and shows what is wrong', async ({ skip }) => {
  skipWhere(skip, browserName === undefined, 'there is no browser');
  const { address, house, write } = await opened({
    'index.html': page('Fog', 'Fog'),
    'page.css': 'main { min-height: 9000px }',
  });
  const { run } = await openPage(address);
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
