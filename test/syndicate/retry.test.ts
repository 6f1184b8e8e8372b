import { describe, expect, it } from 'vitest';
import { failureOf, outcomeOf } from '../../src/syndicate/outcome.js';
import { delayAfter, longestRest, mostTries, retryAfter } from '../../src/syndicate/retry.js';

describe('a hub that fails is asked again', () => {
  it('five times in all, after times that may become twice as long each', () => {
    const longest = [1, 2, 3, 4, 5].map((tries) => delayAfter(tries, undefined, 1));
    expect(longest).toEqual([5000, 10_000, 20_000, 40_000, undefined]);
    expect(mostTries).toBe(5);
  });

  it('at any time up to then', () => {
    expect(delayAfter(3, undefined, 0)).toBe(0);
    expect(delayAfter(3, undefined, 0.5)).toBe(10_000);
  });

  it('not before it wants to be, within reason', () => {
    expect(delayAfter(1, 30_000, 0)).toBe(30_000);
    expect(delayAfter(1, 30_000, 1)).toBe(35_000);
    expect(delayAfter(1, Infinity, 0)).toBe(longestRest);
  });

  it('when it says so in seconds, or by a date', () => {
    const now = Date.UTC(2026, 4, 6, 8, 0, 0);
    expect(retryAfter('120', now)).toBe(120_000);
    expect(retryAfter('Wed, 06 May 2026 08:01:00 GMT', now)).toBe(60_000);
    expect(retryAfter('Wed, 06 May 2026 07:00:00 GMT', now)).toBe(0);
    expect(retryAfter('soon', now)).toBeUndefined();
    expect(retryAfter(undefined, now)).toBeUndefined();
  });
});

describe('what a hub answers', () => {
  it.each([200, 202, 204])('%i: it heard', (status) => {
    expect(outcomeOf(status, undefined, 0)).toEqual({ kind: 'accepted', status });
  });

  it.each([429, 500, 503])('%i: perhaps the next time', (status) => {
    expect(outcomeOf(status, '7', 0)).toEqual({
      kind: 'failed',
      reason: `it answered ${status}`,
      after: 7000,
    });
  });

  it.each([301, 307, 400, 401, 404, 410])('%i: never', (status) => {
    expect(outcomeOf(status, '7', 0)).toMatchObject({ kind: 'refused' });
  });

  it('is told in plain words where it is none', () => {
    expect(failureOf(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toBe(
      'nobody answers there',
    );
    expect(failureOf(new Error('certificate has expired'))).toBe('certificate has expired');
    expect(failureOf('odd')).toBe('odd');
  });
});
