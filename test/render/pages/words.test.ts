import { expect, it } from 'vitest';
import { feedNote } from '../../../src/render/pages/feed-note.js';
import { directionOf } from '../../../src/render/pages/language.js';
import { listPage } from '../../../src/render/pages/list-page.js';
import { wordsOf } from '../../../src/render/pages/words.js';
import { sampleAround, sampleLook } from '../../support/page-site.js';
import { sampleFeed } from '../../support/samples.js';
import { readXml } from '../../support/xml.js';

const languages = 'en de fr es pt it nl pl ar he fa ja zh'.split(' ');

it.each(languages)('%s has all words, and none of them is empty or English by mistake', (language) => {
  const { words, language: spoken } = wordsOf(language);
  expect(spoken).toBe(language);
  expect(Object.keys(words)).toEqual(Object.keys(wordsOf('en').words));
  for (const word of Object.values(words)) expect(word.trim()).not.toBe('');
  if (language !== 'en') expect(words.isFeed).not.toBe(wordsOf('en').words.isFeed);
});

it('variants of a language have its words', () => {
  expect(wordsOf('pt-BR').words.subscribe).toBe('Assinar');
  expect(wordsOf('zh-Hant-TW').language).toBe('zh-Hant-TW');
});

it('in a language without words, English is marked as such', () => {
  const page = listPage(sampleFeed([]), '', [], sampleLook({ language: 'ur' }), sampleAround());
  expect(page).toContain('<html lang="ur" dir="rtl">');
  expect(page).toContain('<span lang="en" dir="ltr">Subscribe</span>');
});

it.each([
  ['ar', 'rtl'],
  ['fa-IR', 'rtl'],
  ['he', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ur', 'rtl'],
  ['ur-Latn', 'ltr'],
  ['en-GB', 'ltr'],
  ['ja', 'ltr'],
] as const)('%s is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});

it('what a feed says to people is well-formed, in their language', () => {
  const note = readXml(feedNote('https://example.org/?a=1&b=2', { language: 'ar' }));
  expect(note.attributes).toMatchObject({ lang: 'ar', dir: 'rtl' });
  expect(note.children.at(-1)?.children[0]?.attributes.href).toBe('https://example.org/?a=1&b=2');
});
