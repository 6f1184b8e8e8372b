import fc from 'fast-check';
import { defaultTreeAdapter as adapter, type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, it } from 'vitest';
import { card } from '../../../src/render/pages/card.js';
import { listPage } from '../../../src/render/pages/list-page.js';
import { reading } from '../../../src/render/pages/reading.js';
import { readingPage } from '../../../src/render/pages/reading-page.js';
import { sampleAround, sampleLook } from '../../support/page-site.js';
import { sampleEntry, sampleFeed } from '../../support/samples.js';

type Node = DefaultTreeAdapterTypes.Node;

/** Names of elements and attributes of a page in order, with all that writers wrote left out. */
function skeleton(html: string): string[] {
  const errors: string[] = [];
  const document = parse(html, { onParseError: ({ code }) => errors.push(code) });
  if (errors.length > 0) throw new Error(`No browser would write it so: ${errors}`);
  const names: string[] = [];
  const walk = (node: Node): void => {
    if (adapter.isElementNode(node))
      names.push(
        [node.tagName, ...node.attrs.map(({ name }) => name).filter((name) => name !== 'dir')].join(' '),
      );
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(document);
  return names;
}

/** Every page of a site in which all that can be written is one text. */
function pagesOf(text: string): string[] {
  const look = sampleLook({ title: text, description: `${text}.`, rights: text });
  const entry = sampleEntry({
    title: text,
    summary: `${text}.`,
    authors: [{ name: text, uri: 'https://example.org/ines' }],
    tags: [text],
    section: text,
    image: { url: 'https://example.org/boat.png', alt: text },
    enclosures: [{ url: 'https://example.org/talk.mp3', type: 'audio/mpeg', title: text }],
  });
  const around = sampleAround({ groups: [{ kind: 'tags', folder: 'tags/a/', label: text, count: 2 }] });
  const feed = sampleFeed([entry, entry], { title: text, description: text });
  const cards = [card(entry, 'articles/1/index.html', look)];
  return [
    listPage(feed, text, cards, look, around),
    listPage({ ...feed, folder: 'tags/a/' }, text, cards, look, around),
    readingPage(reading(entry, look), 'en', look, { root: '../', next: { title: text, href: '../a/' } }),
  ];
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom(
    '</script><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</title></head><body onload="alert(1)">',
    '<!-- -->',
    '</p></article></main>',
    "' onclick='alert(1)",
    '\u202Egnp.exe',
    '&lt;b&gt; &amp;amp; &#x3C;',
    '<base href=//elsewhere.example/>',
  ),
);

it('whatever is written, a page has the elements it has for plain words', () => {
  const plain = pagesOf('x').map(skeleton);
  fc.assert(
    fc.property(nasty, (text) => {
      expect(pagesOf(`x${text}`).map(skeleton)).toEqual(plain);
    }),
    { numRuns: 150 },
  );
});

it('no text ends the data for search engines, which say what the article says', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const { head } = reading(sampleEntry({ title: `Terns ${text}` }), sampleLook());
      const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(head) ?? [];
      expect(data).not.toContain('<');
      expect(JSON.parse(data).headline).toMatch(/^Terns /);
    }),
  );
});

it.each([
  'javascript:alert(1)',
  ' \tJavaScript:alert(1)',
  'java\nscript:alert(1)',
  'java\u0001script:alert(1)',
  'data:text/html,<p>',
  'vbscript:x',
  'file:///etc/passwd',
])('nothing leads to %s', (href) => {
  const look = sampleLook();
  const entry = sampleEntry({
    authors: [{ name: 'Ines Duarte', uri: href }],
    enclosures: [{ url: href, type: 'audio/mpeg' }],
  });
  const html = [
    card(entry, href, look),
    readingPage(reading(entry, look), 'en', look, { root: '', previous: { title: 'Before', href } }),
    listPage(sampleFeed([entry]), 'x', [], look, sampleAround({ hrefOf: () => href })),
  ].join('');
  expect(html).toContain('Night ferry returns');
  expect(html.replace(/[\n\t]/g, '')).not.toMatch(
    /(?:href|src)="\s*(?!data:image\/svg)(?:javascript|data|vbscript|file):/i,
  );
});
