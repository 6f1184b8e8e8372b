import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Rest } from '../../src/watch/rest.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** How long a rest takes on the clock of this test. */
async function lengthOf(rest: Promise<void>): Promise<number> {
  const began = Date.now();
  let length = Number.NaN;
  const done = rest.then(() => {
    length = Date.now() - began;
  });
  for (let step = 0; step < 200 && Number.isNaN(length); step++) await vi.advanceTimersByTimeAsync(5);
  await done;
  return length;
}

it('lasts as long as it is meant to where nothing stirs', async () => {
  expect(await lengthOf(new Rest(20).for(500))).toBe(500);
});

it('ends a moment after the first of many stirs, so that they are looked at together', async () => {
  const rest = new Rest(20);
  setTimeout(() => rest.stir(), 100);
  setTimeout(() => rest.stir(), 115);
  expect(await lengthOf(rest.for(500))).toBe(120);
});

it('is short where something stirred while nobody rested, and long again after that', async () => {
  const rest = new Rest(20);
  rest.stir();
  expect(await lengthOf(rest.for(500))).toBe(20);
  expect(await lengthOf(rest.for(500))).toBe(500);
});

it('ends at once when all ends, and there is none after that', async () => {
  const rest = new Rest(20);
  setTimeout(() => rest.end(), 50);
  expect(await lengthOf(rest.for(500))).toBe(50);
  expect(await lengthOf(rest.for(500))).toBeLessThanOrEqual(5);
});
