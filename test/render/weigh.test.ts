import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/entry/entry.js';
import type { Feed } from '../../src/feed/feed.js';
import { weighEmpty } from '../../src/render/weigh.js';
import { render, weigh } from '../support/rendered.js';
import { sampleEntry, sampleFeed } from '../support/samples.js';

function bytesOf(feed: Feed): number[] {
  return render(feed).map(({ text }) => Buffer.byteLength(text));
}

function weightOf(feed: Feed): number {
  return feed.entries.reduce((sum, entry) => sum + weigh(entry), weighEmpty(feed));
}

/** Some sign, written many times: each is written longer in one format than in the others. */
const laden = fc
  .tuple(fc.constantFrom('"', '\n', ']]>', '<', '界'), fc.nat({ max: 1000 }))
  .map(([sign, times]) => sign.repeat(times));
const text = fc.oneof(fc.string({ unit: 'grapheme' }), laden);

const entry: fc.Arbitrary<Entry> = fc
  .record({
    title: text,
    summary: text,
    content: fc.oneof(fc.string({ unit: 'binary' }), laden),
    tags: fc.array(text, { maxLength: 3 }),
    authors: fc.array(fc.record({ name: text }), { maxLength: 3 }),
  })
  .map(sampleEntry);

const withdrawn = fc.array(fc.record({ id: fc.webUrl(), at: fc.nat() }), { maxLength: 3 });

const feed = fc
  .tuple(fc.array(entry, { maxLength: 6 }), fc.string({ unit: 'grapheme' }), withdrawn, fc.webUrl())
  .map(([entries, title, withdrawn, previous]) =>
    sampleFeed(entries, { title, withdrawn, history: { previous } }),
  );

describe('the weight of a feed', () => {
  it('is what its largest document has bytes, or more', () => {
    fc.assert(
      fc.property(feed, (feed) => {
        expect(weightOf(feed)).toBeGreaterThanOrEqual(Math.max(...bytesOf(feed)));
      }),
    );
  });

  it('without entries is exactly that', () => {
    fc.assert(
      fc.property(feed, ({ entries: _, ...head }) => {
        const empty = { ...head, entries: [] };
        expect(weighEmpty({ ...head, entries: [sampleEntry()] })).toBe(Math.max(...bytesOf(empty)));
      }),
    );
  });

  it('grows with like entries as the document does that grows most, or by a comma more', () => {
    fc.assert(
      fc.property(entry, fc.integer({ min: 1, max: 5 }), (entry, number) => {
        const filled = sampleFeed(Array.from({ length: number }, () => entry));
        const heads = bytesOf({ ...filled, entries: [] });
        const growth = bytesOf(filled).map((bytes, format) => bytes - (heads[format] ?? 0));
        expect([0, 1]).toContain(weightOf(filled) - weighEmpty(filled) - Math.max(...growth));
      }),
    );
  });

  it('counts bytes, not letters', () => {
    const [latin, wide] = ['a', '界'].map((letter) => sampleEntry({ content: letter.repeat(100) }));
    expect(wide && latin && weigh(wide) - weigh(latin)).toBe(200);
  });
});
