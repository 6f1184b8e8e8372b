import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Headline } from '../../src/entry/entry.js';
import { divide, type Room } from '../../src/feed/archive.js';
import { sampleEntry } from '../support/samples.js';

const roomOf = (limit: number): Room => ({ limit, fitting: ({ length }) => length });

/** Entries with these places, each published at some other time. */
function entriesOf(places: readonly number[]): Headline[] {
  return places.map((nth) => sampleEntry({ nth, id: `urn:x:${nth}`, published: (nth * 7919) % 1000 }));
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

const places = (entries: readonly Headline[]) => entries.map(({ nth }) => nth);

describe('an archive', () => {
  it('is not begun while the feed holds all', () => {
    expect(divide(entriesOf(upTo(5)), [], roomOf(5))).toMatchObject({ pages: [], closed: [] });
  });

  it('is filled oldest first, and leaves the feed as full as it may be', () => {
    const { current, pages, closed } = divide(entriesOf(upTo(23)), [], roomOf(10));
    expect(pages.map(places)).toEqual([upTo(10), [11, 12, 13]]);
    expect(places(current)).toEqual(upTo(10).map((nth) => nth + 13));
    expect(closed).toEqual([10, 13]);
  });

  it('takes half of a full feed at a time, so that there are fewer pages than articles', () => {
    const { current, pages } = divide(entriesOf(upTo(24)), [10, 13], roomOf(10));
    expect(pages.map(places)).toEqual([upTo(10), [11, 12, 13], [14, 15, 16, 17, 18]]);
    expect(places(current)).toEqual([19, 20, 21, 22, 23, 24]);
  });

  it('keeps every entry on its page when others are withdrawn, and gives back what comes again', () => {
    const before = divide(entriesOf(upTo(30)), [], roomOf(10));
    const without = upTo(30).filter((nth) => nth !== 3 && nth !== 15 && nth < 28);
    const after = divide(entriesOf(without), before.closed, roomOf(10));
    expect(after.pages.map(places)).toEqual([
      upTo(10).filter((nth) => nth !== 3),
      [11, 12, 13, 14, 16, 17, 18, 19, 20],
    ]);
    expect(divide(entriesOf(upTo(30)), after.closed, roomOf(10)).pages).toEqual(before.pages);
  });

  it('gives its last page back to a feed whose newer entries were all withdrawn', () => {
    const { closed } = divide(entriesOf(upTo(30)), [], roomOf(10));
    const after = divide(entriesOf(upTo(20)), closed, roomOf(10));
    expect(places(after.current)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    expect(after.pages.map(places)).toEqual([upTo(10), []]);
    expect(after.closed).toEqual([10, 10]);
    const more = divide(entriesOf([...upTo(20), 31]), after.closed, roomOf(10));
    expect(more.pages.map(places)).toEqual([upTo(10), [], [11, 12, 13, 14, 15]]);
  });

  it('gives back no more than the feed may hold', () => {
    const after = divide(entriesOf(upTo(10)), [10, 12], roomOf(3));
    expect(places(after.current)).toEqual([8, 9, 10]);
    expect(after.pages.map(places)).toEqual([upTo(7), []]);
    expect(after.closed).toEqual([7, 7]);
  });

  it('keeps to a budget of bytes, on its pages as in the feed', () => {
    const room: Room = { limit: 10, fitting: (entries) => Math.min(4, entries.length) };
    const { current, pages } = divide(entriesOf(upTo(13)), [], room);
    expect(pages.map(places)).toEqual([[1, 2, 3, 4], [5, 6, 7, 8], [9]]);
    expect(current).toHaveLength(4);
    const nothingFits: Room = { limit: 10, fitting: () => 0 };
    expect(divide(entriesOf(upTo(3)), [], nothingFits).pages.map(places)).toEqual([[1], [2]]);
  });

  it('holds each entry once, and pages stay as they are whatever is added', () => {
    const step = fc.record({ add: fc.integer({ min: 0, max: 40 }), limit: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
        let count = 0;
        let closed: readonly number[] = [];
        let before: string[] = [];
        for (const { add, limit } of steps) {
          count += add;
          const divided = divide(entriesOf(upTo(count)), closed, roomOf(limit));
          const pages = divided.pages.map((page) => String(places(page)));
          expect([...divided.pages.flatMap(places), ...places(divided.current)]).toEqual(upTo(count));
          expect(divided.current.length).toBeLessThanOrEqual(limit);
          expect(divided.pages.every((page) => page.length > 0)).toBe(true);
          if (count > 0) expect(divided.current.length).toBeGreaterThan(0);
          expect(pages.slice(0, before.length)).toEqual(before);
          ({ closed } = divided);
          before = pages;
        }
      }),
    );
  });
});
