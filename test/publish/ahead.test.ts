import { expect, it } from 'vitest';
import { aheadOf } from '../../src/publish/ahead.js';

const said = 'Wed, 06 May 2026 08:30:00 GMT';
const noon = Date.parse(said);

it.each([
  ['is right to the second', 400, 450, 0],
  ['seems fast because the answer took long', -200, 60_000, 0],
  ['is ten minutes fast', 600_000, 600_050, 599_000],
  ['is ten minutes slow', -600_000, -599_950, -599_950],
])('a clock that %s', (_, sent, received, ahead) => {
  expect(aheadOf(noon + sent, noon + received, said)).toBe(ahead);
});

it('counts as right where the store does not say what time it is', () => {
  expect(aheadOf(noon, noon, null)).toBe(0);
  expect(aheadOf(noon, noon, 'soon')).toBe(0);
});
