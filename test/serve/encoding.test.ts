import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseCoding } from '../../src/serve/encoding.js';

describe('a text goes out as the client likes it best', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['GZIP;Q=1.0, BR;q=0.5', 'gzip'],
    ['br;q=0.1, gzip;q=0.2, identity;q=0.3', 'identity'],
    ['br ; q=0 , gzip', 'gzip'],
    ['deflate, zstd', 'identity'],
    ['*', 'br'],
    ['*;q=0.5, br;q=0', 'gzip'],
    ['gzip;q=0.5, *;q=0', 'gzip'],
    ['identity;q=0', undefined],
    ['*;q=0', undefined],
    ['*;q=0, identity', 'identity'],
    ['identity;q=0, br', 'br'],
    ['gzip;q=2', 'identity'],
    ['gzip;q=high, br;q=0.001', 'br'],
  ])('%s', (accepted, coding) => {
    expect(chooseCoding(accepted, true)).toBe(coding);
  });
});

describe('a picture goes out as it is', () => {
  it.each([
    ['gzip, br', 'identity'],
    ['*', 'identity'],
    ['identity;q=0, gzip', 'gzip'],
    ['*;q=0', undefined],
  ])('unless it must not: %s', (accepted, coding) => {
    expect(chooseCoding(accepted, false)).toBe(coding);
  });
});

it('what a client refuses is never sent, whatever it says else', () => {
  const weight = fc.constantFrom('', ';q=0', ';q=0.0', ';q=0.3', ';q=1');
  const part = fc.tuple(fc.constantFrom('br', 'gzip', 'identity', '*', 'deflate'), weight);
  fc.assert(
    fc.property(fc.uniqueArray(part, { selector: ([name]) => name }), fc.boolean(), (parts, isText) => {
      const chosen = chooseCoding(parts.map(([name, q]) => name + q).join(', '), isText);
      if (chosen === undefined) return;
      const stated = new Map(parts);
      const q =
        stated.get(chosen) ??
        (chosen === 'identity' ? (stated.get('*') ?? ';q=1') : (stated.get('*') ?? ';q=0'));
      expect(q).not.toMatch(/^;q=0(?:\.0)?$/);
    }),
  );
});
