import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browserForTests } from '../support/browser.js';
import { manyEntries, richContent, writeSite } from '../support/page-site.js';

/*
 * What people see. The pictures are kept where nothing is committed, for whoever wants to look at them.
 */

const open = browserForTests();
const kept = fileURLToPath(new URL('../../node_modules/.cache/screens/', import.meta.url));
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } } as const;
const screens = (['phone', 'desktop'] as const).flatMap((size) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    (
      [
        ['list', 'index.html'],
        ['reading', 'articles/1/index.html'],
      ] as const
    ).flatMap(([kind, name]) =>
      (['en', 'ar'] as const).map((language) => ({ size, scheme, kind, name, language })),
    ),
  ),
);

/** What a picture is made of, in parts of all its dots. */
interface Dots {
  /** The commonest colour: red, green and blue. */
  readonly paper: readonly number[];
  readonly onPaper: number;
  /** Dots that are far from the paper's. */
  readonly ink: number;
  /** The same in the outermost columns, where nothing may be cut off. */
  readonly edge: number;
}

describe.for(screens)('$kind, $language, on a $size, $scheme', ({ size, scheme, kind, name, language }) => {
  it('is words on paper, and nothing of it is cut off', async ({ skip }) => {
    const context = await open(skip, { viewport: sizes[size], colorScheme: scheme });
    const page = await context.newPage();
    const entries = manyEntries(12, language).map((entry) => ({ ...entry, content: richContent }));
    await page.goto(writeSite(entries, { language })(name));
    const picture = await page.screenshot();
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, `${kind}-${language}-${size}-${scheme}.png`), picture);
    const { paper, onPaper, ink, edge } = await dotsOf(page, picture);
    const light = paper.reduce((sum, part) => sum + part, 0) / paper.length;
    expect(scheme === 'light' ? 255 - light : light).toBeLessThan(40);
    expect(onPaper).toBeGreaterThan(0.5);
    expect(ink).toBeGreaterThan(0.01);
    expect(edge).toBeLessThan(0.02);
  });
});

/** Reads a picture in the browser that made it. */
async function dotsOf(page: Page, picture: Buffer): Promise<Dots> {
  const address = `data:image/png;base64,${picture.toString('base64')}`;
  await page.goto('about:blank');
  return page.evaluate<Dots>(`(async () => {
    const image = new Image();
    image.src = ${JSON.stringify(address)};
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const colour = data[at] + ',' + data[at + 1] + ',' + data[at + 2];
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const total = data.length / 4;
    const [[commonest, count]] = [...counts].sort((one, other) => other[1] - one[1]);
    const paper = commonest.split(',').map(Number);
    const isInk = (at) => [0, 1, 2].some((part) => Math.abs(data[at + part] - paper[part]) > 100);
    let ink = 0, edge = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (!isInk(at)) continue;
      ink++;
      const column = (at / 4) % image.width;
      if (column < 8 || column >= image.width - 8) edge++;
    }
    return { paper, onPaper: count / total, ink: ink / total, edge: edge / (16 * image.height) };
  })()`);
}
