import { describe, expect, it } from 'vitest';
import { page, text } from './page.js';
import { read } from './read.js';

/** What a page says of its article in JSON-LD, and what it shows above its text. */
function said(json: unknown, shown = '') {
  return read(page(`<script type="application/ld+json">${JSON.stringify(json)}</script>`, shown + text));
}

const article = { '@type': 'NewsArticle', headline: 'Boats come home' };
const jane = { '@type': 'Person', name: 'Jane Doe' };
const names = (json: unknown, shown?: string) => said(json, shown).authors?.map(({ name }) => name);
const day = (json: unknown) => {
  const { published } = said(json);
  return published === undefined ? undefined : new Date(published).toISOString().slice(0, 10);
};

describe('an organisation that JSON-LD names as the author', () => {
  const byline = '<h1>Boats come home</h1><p>By Jane Doe</p>';
  const lantern = { '@type': 'Organization', name: 'Lantern Collective' };

  it.each([
    ['by its type', lantern],
    ['by its type in British', { ...lantern, '@type': 'NewsMediaOrganisation' }],
    ['by one of its types', { ...lantern, '@type': ['Thing', 'Organization'] }],
    ['in a list', [lantern]],
  ])('gives way to the person whom the page shows, told %s', (_how, author) => {
    expect(names({ ...article, author }, byline)).toEqual(['Jane Doe']);
    expect(names({ ...article, author })).toEqual(['Lantern Collective']);
  });

  it('gives way where it is only referred to', () => {
    const graph = {
      '@graph': [
        { ...article, author: { '@id': '#us' } },
        { ...lantern, '@id': '#us' },
      ],
    };
    expect(names(graph, byline)).toEqual(['Jane Doe']);
  });

  it('does not where it is a person as well, or none', () => {
    for (const author of [
      { ...lantern, '@type': ['Person', 'Organization'] },
      { name: 'Lantern Collective' },
      'Lantern Collective',
    ])
      expect(names({ ...article, author }, byline)).toEqual(['Lantern Collective']);
  });
});

it('a series that bears the name of an author is not the site, which would be no author', () => {
  const author = [jane, { '@type': 'Person', name: 'Ben Gunn' }];
  const both = ['Jane Doe', 'Ben Gunn'];
  const isPartOf = { '@type': 'CreativeWorkSeries', name: 'Jane Doe' };
  expect(names({ ...article, author, isPartOf })).toEqual(both);
  expect(names({ ...article, author, publisher: { '@type': 'Organization', name: 'Jane Doe' } })).toEqual([
    'Ben Gunn',
  ]);
});

describe('of several things in JSON-LD', () => {
  const other = { author: { '@type': 'Person', name: 'Otto Other' }, datePublished: '2001-01-01' };
  const own = { author: jane, datePublished: '2024-03-05' };

  it.each([
    ['a comment', { '@type': ['Comment', 'Article'], headline: 'Never', ...other }],
    ['an answer', { '@type': ['Answer', 'CreativeWork'], headline: 'Never', ...other }],
    ['a product', { '@type': 'Product', name: 'A rope', description: 'Twenty metres', ...other }],
    ['nothing that has a name', { '@type': 'Offer', ...other }],
    ['a headline that is nobody’s', { '@type': 'Offer', headline: 'A rope', ...other }],
    ['no type at all', other],
  ])('%s is no article', (_what, thing) => {
    const { title, authors, published, summary } = said(thing);
    expect([title, authors, published, summary]).toEqual([undefined, undefined, undefined, undefined]);
    expect(names([thing, { ...article, ...own }])).toEqual(['Jane Doe']);
  });

  it('the article speaks before the page that shows it', () => {
    const graph = [
      { '@type': 'WebPage', ...other },
      { '@type': 'Article', ...own },
    ];
    expect([names(graph), day(graph)]).toEqual([['Jane Doe'], '2024-03-05']);
    expect([names(graph[0]), day(graph[0])]).toEqual([['Otto Other'], '2001-01-01']);
  });

  it('the article that has a headline speaks before one that has none', () => {
    const graph = [
      { '@type': 'Article', ...other },
      { ...article, ...own },
    ];
    expect([names(graph), day(graph)]).toEqual([['Jane Doe'], '2024-03-05']);
  });

  it('a work with a headline is an article', () => {
    const work = { '@type': 'CreativeWork', headline: 'Boats come home', ...own };
    const graph = [{ '@type': 'Article', ...other }, work];
    expect(names(graph)).toEqual(['Jane Doe']);
  });

  it('the article may be what another thing is about', () => {
    const whole = { ...article, ...own };
    for (const json of [
      { '@type': 'ItemPage', mainEntity: whole },
      { '@type': 'ItemPage', mainEntityOfPage: [whole] },
      { '@type': 'Product', review: { ...whole, '@type': 'Review' } },
      { '@type': 'Periodical', hasPart: [{ '@type': 'PublicationIssue', hasPart: [whole] }] },
    ])
      expect([names(json), day(json)]).toEqual([['Jane Doe'], '2024-03-05']);
  });

  it('gaps and numbers are passed over', () => {
    expect(names([null, 7, 'Post', [], { ...article, ...own }])).toEqual(['Jane Doe']);
    expect(names({ ...article, '@type': [null, 'NewsArticle', 7], author: [null, 7, jane] })).toEqual([
      'Jane Doe',
    ]);
  });
});

describe('what JSON-LD refers to by an id', () => {
  const refers = { ...article, author: { '@id': '#jane' } };
  const whole = { ...jane, '@id': '#jane' };

  it('is looked up, though it is referred to again below', () => {
    const again = { '@type': 'Person', '@id': '#jane' };
    expect(names([refers, whole, again])).toEqual(['Jane Doe']);
    expect(names([again, whole, refers])).toEqual(['Jane Doe']);
  });

  it('is nobody where it is not there', () => {
    expect(names(refers)).toBeUndefined();
    expect(names([refers, jane])).toBeUndefined();
  });
});

describe('a value in JSON-LD may be', () => {
  it.each([
    ['a text', { headline: 'Boats come home' }],
    ['a text in an object', { headline: { '@value': 'Boats come home', '@language': 'en' } }],
    ['a text in a list', { headline: ['Boats come home'] }],
    ['under another name', { name: 'Boats come home' }],
    ['marked up', { headline: '<b>Boats</b> come&nbsp;home' }],
  ])('%s', (_what, json) => {
    expect(said({ '@type': 'NewsArticle', ...json }).title).toBe('Boats come home');
  });

  it.each([
    ['an address', 'https://example.org/b.jpg'],
    ['a picture', { '@type': 'ImageObject', url: 'https://example.org/b.jpg', width: 1200 }],
    ['its content', { '@type': 'ImageObject', contentUrl: 'https://example.org/b.jpg' }],
    ['its id', { '@id': 'https://example.org/b.jpg' }],
    ['a list', [{ '@type': 'ImageObject', url: 'https://example.org/b.jpg' }, 'https://example.org/c.jpg']],
    ['a picture with several addresses', { url: ['https://example.org/b.jpg', 7] }],
  ])('%s for a picture', (_what, image) => {
    expect(said({ ...article, image }).image?.src).toBe('https://example.org/b.jpg');
  });

  it('empty, which says nothing', () => {
    for (const nothing of ['', ' ', [], {}, null, 7, { '@type': 'Person' }, { name: 7 }])
      expect(names({ ...article, author: nothing, creator: jane })).toEqual(['Jane Doe']);
  });
});
