import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/characters.js';
import type { Entry } from '../../src/entry/entry.js';
import { opml } from '../../src/render/opml.js';
import { atom, json, render, rss } from '../support/rendered.js';
import { sampleEntry, sampleFeed } from '../support/samples.js';
import { all, one, readXml, textOf } from '../support/xml.js';

function rssItem(entry: Entry) {
  return one(one(readXml(rss(sampleFeed([entry]))), 'channel'), 'item');
}

function atomEntry(entry: Entry) {
  return one(readXml(atom(sampleFeed([entry]))), 'entry');
}

function jsonItem(entry: Entry): Record<string, unknown> {
  const parsed: { items: Record<string, unknown>[] } = JSON.parse(json(sampleFeed([entry])));
  return parsed.items[0] ?? {};
}

const awkward = 'AT&amp;T & <b>"5 > 4"</b> ]]> x ]]> \u0000\u0008\uFFFE\uD800 ok';
const cleanAwkward = 'AT&amp;T & <b>"5 > 4"</b> ]]> x ]]>  ok';

describe('one title reads the same in all three formats', () => {
  it('with markup, references and characters that XML forbids', () => {
    const entry = sampleEntry({ title: awkward });
    expect(textOf(rssItem(entry), 'title')).toBe(cleanAwkward);
    expect(textOf(atomEntry(entry), 'title')).toBe(cleanAwkward);
    expect(one(atomEntry(entry), 'title').attributes.type ?? 'text').toBe('text');
    expect(jsonItem(entry).title).toBe(cleanAwkward);
  });

  it('RSS titles hold hexadecimal references and no CDATA', () => {
    const document = rss(sampleFeed([sampleEntry({ title: 'Salt & <Pepper>' })]));
    expect(document).toContain('<title>Salt &#x26; &#x3C;Pepper&#x3E;</title>');
  });

  it('whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (title) => {
        const entry = sampleEntry({ title: `.${title}.` });
        const expected = clean(`.${title}.`);
        expect(textOf(rssItem(entry), 'title')).toBe(expected);
        expect(textOf(atomEntry(entry), 'title')).toBe(expected);
        expect(jsonItem(entry).title).toBe(expected);
      }),
    );
  });
});

describe('content', () => {
  it('survives any number of ]]> and keeps tabs and newlines', () => {
    const entry = sampleEntry({ content: '<pre>a\tb\n]]> ]]> ]]></pre>' });
    expect(textOf(rssItem(entry), 'content:encoded')).toBe(entry.content);
    expect(textOf(atomEntry(entry), 'content')).toBe(entry.content);
    expect(one(atomEntry(entry), 'content').attributes.type).toBe('html');
    expect(jsonItem(entry).content_html).toBe(entry.content);
  });

  it('gives well-formed documents whatever characters come in, in every field', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, text, text, (title, content, tag, name) => {
        const entry = sampleEntry({ title, content, summary: content, tags: [tag], authors: [{ name }] });
        const feed = sampleFeed([entry], { title: name, description: tag });
        readXml(rss(feed));
        readXml(atom(feed));
        JSON.parse(json(feed));
      }),
    );
  });

  it('cannot be mistaken for a place to fill', () => {
    const entry = sampleEntry({ title: 'slot:0 slot:1', content: '<p>slot:2</p>', tags: ['slot:3'] });
    expect(textOf(rssItem(entry), 'title')).toBe('slot:0 slot:1');
    expect(textOf(atomEntry(entry), 'content')).toBe('<p>slot:2</p>');
    expect(textOf(rssItem(entry), 'category')).toBe('slot:3');
  });

  it('is the summary where there is no content, and a summary says no more than there is', () => {
    const short = sampleEntry({ content: '', summary: 'Only this.' });
    expect(textOf(rssItem(short), 'description')).toBe('Only this.');
    expect(textOf(atomEntry(short), 'summary')).toBe('Only this.');
    expect(jsonItem(short)).toMatchObject({ content_text: 'Only this.' });
    expect(jsonItem(short)).not.toHaveProperty('summary');
    const long = sampleEntry({ summary: '' });
    expect(all(atomEntry(long), 'summary')).toEqual([]);
    expect(jsonItem(long)).not.toHaveProperty('summary');
    expect(jsonItem(sampleEntry())).toMatchObject({ summary: 'The boat sails again.' });
  });

  it('in RSS, the description comes before content:encoded and is HTML', () => {
    const item = rssItem(sampleEntry({ summary: 'a < b & c' }));
    const names = item.children.map(({ name }) => name);
    expect(names.indexOf('description')).toBeLessThan(names.indexOf('content:encoded'));
    expect(textOf(item, 'description')).toBe('a &lt; b &amp; c');
  });
});

describe('identity and dates', () => {
  it('the id is the same string everywhere', () => {
    const entry = sampleEntry();
    expect(textOf(rssItem(entry), 'guid')).toBe(entry.id);
    expect(one(rssItem(entry), 'guid').attributes.isPermaLink).toBe('false');
    expect(textOf(atomEntry(entry), 'id')).toBe(entry.id);
    expect(jsonItem(entry).id).toBe(entry.id);
  });

  it('an id that is an address is not rewritten', () => {
    const id = 'http://EXAMPLE.org/2014/x?b=1&a=2';
    expect(textOf(atomEntry(sampleEntry({ id })), 'id')).toBe(id);
  });

  it('dates are RFC 822 with four digits in RSS, RFC 3339 in Atom and JSON', () => {
    const entry = sampleEntry();
    expect(textOf(rssItem(entry), 'pubDate')).toBe('Wed, 06 May 2026 08:30:00 GMT');
    expect(textOf(atomEntry(entry), 'published')).toBe('2026-05-06T08:30:00.000Z');
    expect(textOf(atomEntry(entry), 'updated')).toBe('2026-05-07T09:00:00.000Z');
    expect(jsonItem(entry).date_published).toBe('2026-05-06T08:30:00.000Z');
    expect(jsonItem(entry).date_modified).toBe('2026-05-07T09:00:00.000Z');
  });

  it('the feed is as new as its entries, whatever the clock says', () => {
    const feed = sampleFeed([sampleEntry()]);
    expect(textOf(one(readXml(rss(feed)), 'channel'), 'lastBuildDate')).toBe('Thu, 07 May 2026 09:00:00 GMT');
    expect(textOf(readXml(atom(feed)), 'updated')).toBe('2026-05-07T09:00:00.000Z');
    expect(rss(feed)).toBe(rss(sampleFeed([sampleEntry()])));
  });
});

describe('authors', () => {
  it('a name alone is dc:creator in RSS, one for each author, and no address is invented', () => {
    const item = rssItem(sampleEntry({ authors: [{ name: 'Ines Duarte' }, { name: 'Bo & Co' }] }));
    expect(all(item, 'dc:creator').map(({ text }) => text)).toEqual(['Ines Duarte', 'Bo & Co']);
    expect(all(item, 'author')).toEqual([]);
  });

  it('one author with an address is an author in RSS', () => {
    const item = rssItem(sampleEntry({ authors: [{ name: 'Ines', email: 'ines@example.org' }] }));
    expect(textOf(item, 'author')).toBe('ines@example.org (Ines)');
    expect(all(item, 'dc:creator')).toEqual([]);
  });

  it('two authors with an address are dc:creator each: RSS has one author', () => {
    const authors = ['Ines', 'Bo'].map((name) => ({ name, email: `${name}@example.org` }));
    const item = rssItem(sampleEntry({ authors }));
    expect(all(item, 'dc:creator').map(({ text }) => text)).toEqual(['Ines', 'Bo']);
    expect(all(item, 'author')).toEqual([]);
  });

  it('are all there in Atom and JSON Feed, with their pages', () => {
    const entry = sampleEntry({
      authors: [{ name: 'Ines', uri: 'https://example.org/ines' }, { name: 'Bo' }],
    });
    expect(all(atomEntry(entry), 'author').map((author) => textOf(author, 'name'))).toEqual(['Ines', 'Bo']);
    expect(jsonItem(entry).authors).toEqual([
      { name: 'Ines', url: 'https://example.org/ines' },
      { name: 'Bo' },
    ]);
  });

  it('an entry without any still has one by its feed, as Atom asks', () => {
    const feed = readXml(atom(sampleFeed([sampleEntry({ authors: [] })])));
    expect(textOf(one(feed, 'author'), 'name')).toBe('Harbour News');
  });
});

describe('media', () => {
  const enclosures = [
    {
      url: 'https://example.org/a.mp3?x=1&y=2',
      type: 'audio/mpeg',
      length: 1234,
      title: 'Talk',
      duration: 65,
    },
    { url: 'https://example.org/b.pdf', type: 'application/pdf', length: 99 },
  ];

  it('an enclosure has its true type and length, one an item in RSS, the rest as Media RSS', () => {
    const item = rssItem(sampleEntry({ enclosures }));
    expect(all(item, 'enclosure').map(({ attributes }) => attributes)).toEqual([
      { url: 'https://example.org/a.mp3?x=1&y=2', type: 'audio/mpeg', length: '1234' },
    ]);
    expect(one(item, 'media:content').attributes).toMatchObject({
      url: 'https://example.org/b.pdf',
      fileSize: '99',
    });
  });

  it('Atom links to each, JSON Feed attaches each', () => {
    const links = all(atomEntry(sampleEntry({ enclosures })), 'link');
    expect(
      links.filter(({ attributes }) => attributes.rel === 'enclosure').map(({ attributes }) => attributes),
    ).toEqual([
      {
        rel: 'enclosure',
        type: 'audio/mpeg',
        length: '1234',
        href: 'https://example.org/a.mp3?x=1&y=2',
        title: 'Talk',
      },
      { rel: 'enclosure', type: 'application/pdf', length: '99', href: 'https://example.org/b.pdf' },
    ]);
    expect(jsonItem(sampleEntry({ enclosures })).attachments).toEqual([
      {
        url: 'https://example.org/a.mp3?x=1&y=2',
        mime_type: 'audio/mpeg',
        title: 'Talk',
        size_in_bytes: 1234,
        duration_in_seconds: 65,
      },
      { url: 'https://example.org/b.pdf', mime_type: 'application/pdf', size_in_bytes: 99 },
    ]);
  });

  it('a lead image is no enclosure', () => {
    const entry = sampleEntry({
      image: { url: 'https://example.org/a.jpg', type: 'image/jpeg', alt: 'The "quay"' },
    });
    const item = rssItem(entry);
    expect(all(item, 'enclosure')).toEqual([]);
    expect(one(item, 'media:content').attributes).toMatchObject({
      url: 'https://example.org/a.jpg',
      medium: 'image',
    });
    expect(textOf(one(item, 'media:content'), 'media:description')).toBe('The "quay"');
    expect(jsonItem(entry).image).toBe('https://example.org/a.jpg');
  });

  it.each([
    ['https://example.org/a.mp3', 1],
    ['http://www.example.org:8080/a.mp3', 1],
    ['HTTPS://xn--mnchen-3ya.example/a.mp3', 1],
    ['http://192.168.0.10/a.mp3', 1],
    ['https://media.cdn-1.example.org/a.mp3', 1],
    ['https://localhost/a.mp3', 0],
    ['https://my_host.example/a.mp3', 0],
    ['https://example.my_host/a.mp3', 0],
    ['https://example._host/a.mp3', 0],
    ['https://example.org:port/a.mp3', 0],
    ['https://example.org', 0],
    ['ftp://example.org/a.mp3', 0],
    ['magnet:?xs=https://example.org/a.mp3', 0],
  ])('only what can be fetched by a full host name is an enclosure in RSS: %s', (url, number) => {
    const item = rssItem(sampleEntry({ enclosures: [{ url, type: 'audio/mpeg', length: 1 }] }));
    expect(all(item, 'enclosure')).toHaveLength(number);
    expect(all(item, 'media:content')).toHaveLength(1 - number);
  });

  it('Media RSS says what kind of medium it is, and leaves out what is not known', () => {
    const url = 'https://example.org/file';
    const types = ['audio/mpeg', 'video/mp4', 'image/png', 'application/pdf', 'x-image/png', 'images/png'];
    const item = rssItem(sampleEntry({ enclosures: types.map((type) => ({ url, type })) }));
    expect(all(item, 'media:content').map(({ attributes }) => attributes)).toEqual([
      { url, type: 'audio/mpeg', medium: 'audio' },
      { url, type: 'video/mp4', medium: 'video' },
      { url, type: 'image/png', medium: 'image' },
      ...types.slice(3).map((type) => ({ url, type })),
    ]);
    const image = rssItem(sampleEntry({ image: { url, type: 'image/png', length: 0 } }));
    expect(one(image, 'media:content').attributes).toEqual({ url, type: 'image/png', medium: 'image' });
  });

  it('media of unknown length is Media RSS, never an enclosure of length 0', () => {
    const item = rssItem(
      sampleEntry({ enclosures: [{ url: 'https://example.org/a.mp3', type: 'audio/mpeg' }] }),
    );
    expect(all(item, 'enclosure')).toEqual([]);
    expect(one(item, 'media:content').attributes.url).toBe('https://example.org/a.mp3');
  });
});

describe('what each format requires of a feed', () => {
  const feed = sampleFeed([sampleEntry()], { rights: '© Harbour & News' });

  it('RSS: title, link, description, own address, language, date, generator', () => {
    const channel = one(readXml(rss(feed)), 'channel');
    expect(textOf(channel, 'title')).toBe('Harbour News');
    expect(textOf(channel, 'link')).toBe('https://example.org/');
    expect(textOf(channel, 'description')).toBe('What happens at the quay');
    expect(textOf(channel, 'language')).toBe('en');
    expect(textOf(channel, 'generator')).toBe('Feedmill');
    expect(textOf(channel, 'copyright')).toBe('© Harbour & News');
    expect(one(channel, 'atom:link').attributes).toEqual({
      href: 'https://example.org/rss.xml',
      rel: 'self',
      type: 'application/rss+xml',
    });
  });

  it('Atom: id, title, updated, language, and links with types', () => {
    const root = readXml(atom(feed));
    expect(textOf(root, 'id')).toBe('https://example.org/');
    expect(root.attributes['xml:lang']).toBe('en');
    expect(one(root, 'entry').attributes['xml:lang']).toBe('en');
    expect(all(root, 'link').map(({ attributes }) => attributes)).toEqual([
      { rel: 'alternate', type: 'text/html', href: 'https://example.org/' },
      { rel: 'self', type: 'application/atom+xml', href: 'https://example.org/atom.xml' },
    ]);
    expect(all(one(root, 'entry'), 'category').map(({ attributes }) => attributes)).toEqual([
      { term: 'harbour' },
      { term: 'travel' },
    ]);
  });

  it('JSON Feed 1.1: version, addresses, authors, language', () => {
    expect(JSON.parse(json(feed))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: 'https://example.org/',
      feed_url: 'https://example.org/feed.json',
      authors: [{ name: 'Harbour News' }],
      language: 'en',
      items: [{ tags: ['harbour', 'travel'] }],
    });
  });

  it('documents have the media types that readers ask for', () => {
    expect(render(feed).map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['rss.xml', 'application/rss+xml; charset=utf-8'],
      ['atom.xml', 'application/atom+xml; charset=utf-8'],
      ['feed.json', 'application/feed+json; charset=utf-8'],
    ]);
  });

  it('a feed without entries is a feed', () => {
    const empty = sampleFeed([]);
    expect(all(one(readXml(rss(empty)), 'channel'), 'item')).toEqual([]);
    expect(all(readXml(atom(empty)), 'entry')).toEqual([]);
    expect(JSON.parse(json(empty)).items).toEqual([]);
  });

  it('the list of feeds names each with its address', () => {
    const list = readXml(
      opml('All & sundry', [feed, sampleFeed([], { title: 'Tag <x>', base: 'https://example.org/tags/x/' })]),
    );
    expect(textOf(one(list, 'head'), 'title')).toBe('All & sundry');
    expect(
      all(one(list, 'body'), 'outline').map(({ attributes }) => [attributes.text, attributes.xmlUrl]),
    ).toEqual([
      ['Harbour News', 'https://example.org/rss.xml'],
      ['Tag <x>', 'https://example.org/tags/x/rss.xml'],
    ]);
  });
});
