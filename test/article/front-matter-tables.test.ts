import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/article/article.js';
import { readFrontMatter } from '../../src/article/front-matter.js';

const context = { path: 'a.md', modified: 0, timezone: 'UTC' };

function read(lines: readonly string[], people?: ReadonlyMap<string, Person>) {
  return readFrontMatter(`---\ntitle: A\n${lines.join('\n')}\n---\nBody.\n`, context, people).findings;
}

describe('authors', () => {
  const people = new Map([
    ['ana', { name: 'Ana Ruiz', email: 'ana@example.org' }],
    ['ben', { name: 'Ben Okri' }],
  ]);

  it.each([
    ['by their ids in one line', ['author: ana, ben'], [people.get('ana'), people.get('ben')]],
    [
      'by the key of a table',
      ['author: {key: ana, url: "https://ana.example/"}'],
      [{ ...people.get('ana'), uri: 'https://ana.example/' }],
    ],
    ['by a login that nobody described', ['author: {login: cleo}'], [{ name: 'cleo' }]],
    [
      'in tables by id',
      [
        'authors:',
        '  x:',
        '    name: Ana Ruiz',
        '    email: ana@example.org',
        '  y: {first: Ben, last: Okri}',
        '  note: none',
      ],
      [people.get('ana'), { name: 'Ben Okri' }],
    ],
    [
      'with a picture, but without what is no address',
      ['author: {first: Ben, email: none, url: "ftp://x", photo: /ben.png}'],
      [{ name: 'Ben', avatar: '/ben.png' }],
    ],
    ['who are not those they speak for', ['authors: [Ben Okri, for the tide team]'], [{ name: 'Ben Okri' }]],
  ])('%s', (_how, lines, authors) => {
    expect(read(lines, people).authors).toEqual(authors);
  });

  it.each([
    ['author: {url: "https://x.example/"}'],
    ['authors: [[[[Ana Ruiz]]]]'],
    ['authors: {a: {b: {name: C}}}'],
  ])('are not made up: %s', (line) => {
    const { title, authors, problems } = read([line]);
    expect({ title, authors, problems }).toEqual({ title: 'A', authors: undefined, problems: [] });
  });
});

it('a list of names and contents says what the head of a page does', () => {
  const { summary, image } = read([
    'meta:',
    '  - name: description',
    '    content: About tides',
    '  - property: og:image',
    '    content: /a.png',
    '  - charset: utf-8',
    '  - just text',
  ]);
  expect({ summary, image }).toEqual({ summary: 'About tides', image: { src: '/a.png' } });
});

describe('media files', () => {
  const src = 'https://example.org/a.mp3';

  it.each([
    [
      'with length and type below the address',
      ['enclosure: |', `  ${src}`, '  123', '  audio/mpeg'],
      [{ src, length: 123, type: 'audio/mpeg' }],
    ],
    [
      'by type and not by name, and without a length that is none',
      ['audio: {url: https://example.org/listen, type: audio/mpeg, length: many, duration: "1:02:03"}'],
      [{ src: 'https://example.org/listen', type: 'audio/mpeg', duration: 3723 }],
    ],
    [
      'each once, as it is described first',
      ['enclosures: [{url: /a.mp3, title: One}, {url: /a.mp3}, {title: None}, /b.mp3]'],
      [{ src: '/a.mp3', title: 'One' }, { src: '/b.mp3' }],
    ],
  ])('are attached %s', (_how, lines, attachments) => {
    expect(read(lines).attachments).toEqual(attachments);
  });

  it.each([
    ['audio: https://example.org/a-page'],
    ['audio: {url: https://example.org/listen, title: Listen}'],
    [`enclosure: |\n  ${src}\n  and more`],
    ['enclosures: [[[[/a.mp3]]]]'],
  ])('are not made of what names none: %s', (lines) => {
    expect(read([lines]).attachments).toBeUndefined();
  });
});
