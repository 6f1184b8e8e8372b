import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../src/config/similar.js';

const keys = ['site', 'title', 'timezone', 'permalink', 'maxFileSize'];

describe('did you mean', () => {
  it.each([
    ['titel', 'title'],
    ['TITLE', 'title'],
    ['stie', 'site'],
    ['permalinks', 'permalink'],
    ['maxFilesize', 'maxFileSize'],
    ['time_zone', 'timezone'],
  ])('%s is near %s', (typed, meant) => {
    expect(didYouMean(typed, keys)).toBe(`; did you mean "${meant}"?`);
  });

  it.each(['', 'x', 'hostname', 'slug', 'constructor'])('%j is near nothing', (typed) => {
    expect(didYouMean(typed, keys)).toBe('');
  });

  it('finds every word from which one letter is missing, or two neighbours are swapped', () => {
    const unlike = ['timezone', 'permalink', 'maxFileSize', 'limit'];
    fc.assert(
      fc.property(fc.constantFrom(...unlike), fc.nat(), (key, number) => {
        const place = number % (key.length - 1);
        const swapped = key.slice(0, place) + key[place + 1] + key[place] + key.slice(place + 2);
        for (const typed of [key.slice(0, place) + key.slice(place + 1), swapped]) {
          expect(didYouMean(typed, unlike)).toBe(`; did you mean "${key}"?`);
        }
      }),
    );
  });
});
