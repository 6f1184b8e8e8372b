import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/disk/source.js';
import { Settling } from '../../src/watch/settling.js';

const settle = 100;
const patience = 1000;

/** A file as it is at some moment, or its absence. */
function change(path: string, stamp?: string): Change {
  return stamp === undefined ? { path } : { path, source: { path, size: 0, modified: 0, stamp } };
}

function settling(): Settling {
  return new Settling(settle, patience);
}

describe('a change', () => {
  it('is held back until a second sample shows the same file', () => {
    const held = settling();
    held.sample(['a'], [change('a', '1')], 0);
    expect(held.take(0)).toBeUndefined();
    expect(held.due(99)).toEqual([]);
    expect(held.due(100)).toEqual(['a']);
    held.sample(['a'], [change('a', '1')], 100);
    expect(held.take(100)).toEqual([change('a', '1')]);
    expect(held.take(100)).toEqual([]);
  });

  it('starts anew with each other stamp: a file that is still being written waits', () => {
    const held = settling();
    held.sample(['a'], [change('a', '1')], 0);
    held.sample(['a'], [change('a', '2')], 100);
    expect(held.take(100)).toBeUndefined();
    held.sample(['a'], [change('a', '2')], 150);
    expect(held.take(150)).toBeUndefined();
    held.sample(['a'], [change('a', '2')], 200);
    expect(held.take(200)).toEqual([change('a', '2')]);
  });

  it('is no removal where the file is back at the second sample', () => {
    const held = settling();
    held.sample(['a'], [change('a')], 0);
    held.sample(['a'], [change('a', '2')], 100);
    held.sample(['a'], [change('a', '2')], 200);
    expect(held.take(200)).toEqual([change('a', '2')]);
  });

  it('is none where all is as it was known at the second sample', () => {
    const held = settling();
    held.sample(['a'], [change('a', '1')], 0);
    held.sample(['a'], [], 100);
    expect(held.take(100)).toEqual([]);
    expect(held.next()).toBe(Number.POSITIVE_INFINITY);
  });

  it('is held back for longer where the file system tells times by the second: it might change again unseen', () => {
    const held = settling();
    const coarse = change('a', '1 10 1700000000000 1700000000000');
    held.sample(['a'], [coarse, change('b', '2 10 1700000000000.5 1700000000000.5')], 0);
    expect(held.due(settle)).toEqual(['b']);
    expect(held.due(2100)).toEqual(['a', 'b']);
    held.sample(['a', 'b'], [coarse], 2100);
    expect(held.take(2100)).toEqual([coarse]);
  });

  it('needs no second sample where it is known to be old', () => {
    const held = settling();
    held.sample([], [change('old', '1'), change('new', '1')], 0, ({ path }) => (path === 'old' ? -100 : -99));
    expect(held.take(0)).toBeUndefined();
    expect(held.due(1)).toEqual(['new']);
  });
});

describe('a batch', () => {
  it('waits for all that came with it, so that a rename is one', () => {
    const held = settling();
    held.sample(['old'], [change('old')], 0);
    held.sample(['new'], [change('new', '1')], 50);
    held.sample(['old'], [change('old')], 100);
    expect(held.take(100)).toBeUndefined();
    held.sample(['new'], [change('new', '1')], 150);
    expect(held.take(150)).toEqual([change('old'), change('new', '1')]);
  });

  it('waits no longer than its patience for a file that never rests', () => {
    const held = settling();
    held.sample(['calm'], [change('calm', '1')], 0);
    for (let now = 0; now <= patience; now += 50) {
      held.sample(['log', 'calm'], [change('log', `${now}`), change('calm', '1')], now);
      expect(held.take(now)).toEqual(now < patience ? undefined : [change('calm', '1')]);
    }
    expect(held.next()).toBeLessThanOrEqual(2 * patience);
  });

  it('says when it is worth looking again', () => {
    const held = settling();
    held.sample(['a'], [change('a', '1')], 10);
    held.sample(['b'], [change('b', '1')], 30);
    expect(held.next()).toBe(110);
  });
});

it('never hands out what did not look the same in two samples far enough apart, and hands out all that does', () => {
  const path = fc.constantFrom('a', 'b', 'c');
  const stamp = fc.constantFrom(undefined, '1', '2', '3');
  const sample = fc.record({ path, stamp, after: fc.integer({ min: 0, max: 2 * settle }) });
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 40 }), (samples) => {
      const held = settling();
      const known = new Map<string, string | undefined>();
      const last = new Map<string, { stamp: string | undefined; since: number }>();
      let now = 0;
      const look = (path: string, stamp: string | undefined) => {
        held.sample([path], known.get(path) === stamp ? [] : [change(path, stamp)], now);
        if (last.get(path)?.stamp !== stamp || !last.has(path)) last.set(path, { stamp, since: now });
        for (const { path, source } of held.take(now) ?? []) {
          expect(last.get(path)?.stamp).toBe(source?.stamp);
          expect(now - (last.get(path)?.since ?? now)).toBeGreaterThanOrEqual(settle);
          known.set(path, source?.stamp);
        }
      };
      for (const { path, stamp, after } of samples) {
        now += after;
        look(path, stamp);
      }
      for (const wait of [0, settle, settle]) {
        now += wait;
        for (const [path, { stamp }] of last) look(path, stamp);
      }
      for (const [path, { stamp }] of last) expect(known.get(path)).toBe(stamp);
    }),
    { numRuns: 1000 },
  );
});
