import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tidySoon } from '../../src/commands/tidy.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

it('memory that much work took is given back soon, and then nothing is done any more', async () => {
  const work = [new WeakRef(new Array(10_000).fill('article'))];
  tidySoon();
  expect(vi.getTimerCount()).toBe(1);
  // What was made in this turn of the event loop is kept until its end.
  await new Promise(setImmediate);
  vi.advanceTimersByTime(8000);
  expect(work.map((each) => each.deref())).toEqual([undefined]);
  expect(vi.getTimerCount()).toBe(0);
});
