import fc from 'fast-check';
import { expect, it } from 'vitest';
import { channelsOf } from '../../../src/render/pages/colours.js';
import { contrast, inkOf, paper } from '../../../src/render/pages/palette.js';
import { feedStyle, pageStyle } from '../../../src/render/pages/style.js';
import { sampleLook } from '../../support/page-site.js';

const between = (one: string, other: string) =>
  contrast(channelsOf(one) ?? [0, 0, 0], channelsOf(other) ?? [0, 0, 0]);

it('any accent colour can be read on light and on dark paper (WCAG 2.2, 1.4.3)', () => {
  const hex = fc
    .integer({ min: 0, max: 0xffffff })
    .map((number) => `#${number.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(fc.oneof(hex, fc.constantFrom('gold', 'navy', 'White', 'black', '#f80')), (accent) => {
      const { light, dark } = inkOf(accent);
      expect(between(light, paper.light)).toBeGreaterThanOrEqual(4.5);
      expect(between(dark, paper.dark)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

it('a colour that can be read stays what it is', () => {
  expect(inkOf('#003366').light).toBe('#003366');
  expect(inkOf('gold').dark).toBe('#ffd700');
});

it('names of colours and short forms are known, and what is neither is not', () => {
  expect(channelsOf('RebeccaPurple')).toEqual([0x66, 0x33, 0x99]);
  expect(channelsOf('yellowgreen')).toEqual([0x9a, 0xcd, 0x32]);
  expect(channelsOf('#08f')).toEqual([0, 0x88, 0xff]);
  expect(channelsOf('url(x)')).toBeUndefined();
});

it('the accent is in both style sheets', () => {
  for (const sheet of [
    pageStyle({ accent: '#0a7d55' }),
    feedStyle(sampleLook({ accent: '#0a7d55', language: 'en' })),
  ])
    expect(sheet).toContain('--bar:#0a7d55');
});

it('style sheets ask nobody for anything', () => {
  for (const sheet of [pageStyle({}), feedStyle(sampleLook({ language: 'ar' }))])
    expect(sheet.replaceAll(/@namespace \w+ url\([^)]+\)/g, '')).not.toMatch(/url\(|@import/);
});

it('a feed is told to be one in the language of the site', () => {
  expect(feedStyle(sampleLook({ language: 'de-AT' }))).toContain('Das ist ein Feed.');
  expect(feedStyle(sampleLook({ language: 'sv' }))).toContain('This is a feed.');
  expect(feedStyle(sampleLook({ language: 'fa' }))).toContain('direction:rtl');
});

it('a feed that is described by its title alone says it once', () => {
  const hidden = 'channel>description,atom|feed>atom|subtitle{display:none}';
  expect(feedStyle(sampleLook({ title: 'Quay', description: 'Quay' }))).toContain(hidden);
  expect(feedStyle(sampleLook())).not.toContain(hidden);
});
