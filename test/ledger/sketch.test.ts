import { expect, it } from 'vitest';
import { likeness, sketch } from '../../src/ledger/sketch.js';
import { wordsOf } from '../support/words.js';

const text = (seed: number, count = 300) => wordsOf(seed, count).join(' ');
const alike = (one: string, other: string, isHtml = false) =>
  likeness(sketch(one, isHtml), sketch(other, isHtml));

it('the same words are alike, however they are set', () => {
  expect(alike('The ferry returns tonight.', 'THE  ferry\n\nreturns “tonight”')).toBe(1);
  expect(
    alike('<p class="x">The <b>ferry</b> returns</p>', '<div>the ferry <!-- again --> returns', true),
  ).toBe(1);
});

it('other words are not', () => {
  for (let seed = 0; seed < 200; seed += 2) expect(alike(text(seed), text(seed + 1))).toBeLessThan(0.3);
});

it('a light edit leaves a text much like itself', () => {
  for (let seed = 0; seed < 100; seed++) {
    const words = wordsOf(seed, 200);
    const edited = [...words.slice(0, 50), 'new', 'words', ...words.slice(53, 190), 'end'];
    expect(alike(words.join(' '), edited.join(' '))).toBeGreaterThan(0.6);
  }
});

it('half of a text is about half alike', () => {
  const measured = Array.from({ length: 100 }, (_, seed) => {
    const words = wordsOf(seed, 200);
    return alike(words.join(' '), [...words.slice(0, 133), ...wordsOf(seed + 5000, 67)].join(' '));
  });
  const mean = measured.reduce((sum, value) => sum + value, 0) / measured.length;
  expect(mean).toBeGreaterThan(0.4);
  expect(mean).toBeLessThan(0.6);
});

it('scripts without spaces are compared sign by sign', () => {
  const one = '港の渡し船は今夜また出航する。長い冬の間、乗客は橋を使うしかなかった。';
  expect(alike(one, one.replace('今夜', '明日の夜'))).toBeGreaterThan(0.5);
  expect(alike(one, '市長は昨日、新しい図書館の計画を発表した。費用はまだ決まっていない。')).toBeLessThan(
    0.3,
  );
});

it('a text without words is like nothing', () => {
  expect(alike('', '')).toBe(0);
  expect(alike('— … —', '!!!')).toBe(0);
});
