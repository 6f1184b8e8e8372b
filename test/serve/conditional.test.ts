import { describe, expect, it } from 'vitest';
import { isUnmodified } from '../../src/serve/conditional.js';

const tag = '"abc-br"';
const now = { modified: Date.UTC(2026, 4, 6, 8, 30, 5), isSharp: true };
const never = { noneMatch: undefined, modifiedSince: undefined };

describe('a client that names the version it has is told that it is the one there is', () => {
  it.each([
    ['"abc-br"', true],
    ['W/"abc-br"', true],
    ['*', true],
    [' * ', true],
    ['"x", "abc-br"', true],
    ['W/"x",W/"abc-br","y"', true],
    ['"a,b", "abc-br"', true],
    ['"abc"', false],
    ['abc-br', false],
    ['"ABC-BR"', false],
    ['"x*"', false],
    ['', false],
  ])('If-None-Match: %s', (noneMatch, is) => {
    expect(isUnmodified({ ...never, noneMatch }, tag, now)).toBe(is);
  });
});

describe('a client that says when it was here', () => {
  it.each([
    ['Wed, 06 May 2026 08:30:05 GMT', true],
    ['Wed, 06 May 2026 08:30:06 GMT', true],
    ['Wed, 06 May 2026 08:30:04 GMT', false],
    ['Wednesday, 06-May-26 08:30:05 GMT', true],
    ['Wed May  6 08:30:05 2026', true],
    ['Wed May  6 08:30:04 2026', false],
    ['2026-05-06T08:30:05Z', false],
    ['yesterday', false],
    ['', false],
  ])('If-Modified-Since: %s', (modifiedSince, is) => {
    expect(isUnmodified({ ...never, modifiedSince }, tag, now)).toBe(is);
  });

  it('is not believed where the tag says something else', () => {
    const modifiedSince = 'Wed, 06 May 2026 08:30:05 GMT';
    expect(isUnmodified({ noneMatch: '"other"', modifiedSince }, tag, now)).toBe(false);
  });

  it('gets the document where there were two versions in that second', () => {
    const modifiedSince = 'Wed, 06 May 2026 08:30:05 GMT';
    expect(isUnmodified({ ...never, modifiedSince }, tag, { ...now, isSharp: false })).toBe(false);
  });
});
