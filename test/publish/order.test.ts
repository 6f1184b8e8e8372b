import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLeading, wavesOf } from '../../src/publish/order.js';

/** Documents as a site has them: what comes later leads to what comes before. */
const steps: readonly (readonly string[])[] = [
  ['feed.css', 'page.css', 'waves.png', 'img/deep/waves.png', 'archive.pdf', 'notes/index.txt'],
  ['articles/storm/index.html', 'articles/archive/1/index.html'],
  ['archive/1/rss.xml', 'archive/1/index.html', 'tags/sea/archive/1/atom.xml'],
  ['archive/2/rss.xml', 'tags/sea/archive/2/feed.json'],
  ['archive/10/rss.xml'],
  ['tags/sea/rss.xml', 'sections/sea/feed.json', 'languages/en/atom.xml'],
  ['rss.xml', 'atom.xml', 'feed.json'],
  ['tags/sea/index.html', 'tags/sea/embed.html', 'languages/en/index.html', 'embed.html'],
  ['feeds.opml'],
  ['index.html'],
];

const all = steps.flat().filter((name) => name !== 'articles/archive/1/index.html');

describe('the order in which documents are brought', () => {
  it('is: files, pages of articles, archives from the oldest on, feeds, lists, and the first page last', () => {
    expect(wavesOf(all)).toEqual(steps.map((step) => step.filter((name) => all.includes(name)).sort()));
  });

  it('has every document once, whatever the order in which they are named', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all), (names) => {
        const waves = wavesOf([...names, ...names]);
        expect(waves.flat().sort()).toEqual([...names].sort());
        expect(waves.every((wave) => wave.length > 0)).toBe(true);
      }),
    );
  });

  it('never has a document before one that it leads to', () => {
    const stepOf = (name: string) => steps.findIndex((step) => step.includes(name));
    fc.assert(
      fc.property(fc.shuffledSubarray(all), (names) => {
        const order = wavesOf(names).flat().map(stepOf);
        expect(order).toEqual([...order].sort((one, other) => one - other));
      }),
    );
  });

  it('knows by which documents others are found', () => {
    expect(all.filter(isLeading).sort()).toEqual(steps.slice(2).flat().sort());
  });
});
