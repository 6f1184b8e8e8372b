import { expect, it } from 'vitest';
import { atom, json, rss } from '../support/rendered.js';
import { sampleEntry, sampleFeed } from '../support/samples.js';

/*
 * What is changed in a document by a new version of Feedmill alone, every reader fetches anew. So here they stand to
 * the letter: an entry with all that an entry can have, and one with nothing that it need not have.
 */
const full = sampleEntry({
  title: 'Salt & pepper',
  authors: [
    {
      name: 'Ines',
      email: 'ines@example.org',
      uri: 'https://example.org/ines',
      avatar: 'https://example.org/ines.png',
    },
  ],
  tags: ['a', 'b', 'c', 'd', 'e', '<f>'],
  image: { url: 'https://example.org/q.jpg', type: 'image/jpeg', length: 21, alt: 'Quay' },
  enclosures: [
    { url: 'https://example.org/a.mp3', type: 'audio/mpeg', length: 12, title: 'Talk', duration: 65 },
    { url: 'https://example.org/b.pdf', type: 'application/pdf' },
  ],
});
const bare = sampleEntry({ id: 'urn:x:2', authors: [], tags: [], summary: '', content: '' });
const feed = sampleFeed([full, bare], {
  rights: '© Harbour',
  authors: [{ name: 'Bo', email: 'bo@example.org', uri: 'https://example.org/bo' }],
});

it('RSS, to the letter', () => {
  expect(rss(feed)).toBe(`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
    <channel>
        <title>Harbour News</title>
        <link>https://example.org/</link>
        <description>What happens at the quay</description>
        <lastBuildDate>Thu, 07 May 2026 09:00:00 GMT</lastBuildDate>
        <docs>https://validator.w3.org/feed/docs/rss2.html</docs>
        <generator>Feedmill</generator>
        <language>en</language>
        <copyright>© Harbour</copyright>
        <atom:link href="https://example.org/rss.xml" rel="self" type="application/rss+xml"/>
        <item>
            <title>Salt &#x26; pepper</title>
            <link>https://example.org/ferry/</link>
            <guid isPermaLink="false">urn:uuid:3f1f9a52-6d0e-5a55-9c0e-0f5f3c3a1a01</guid>
            <pubDate>Wed, 06 May 2026 08:30:00 GMT</pubDate>
            <description>The boat sails again.</description>
            <content:encoded><![CDATA[<p>The boat sails again.</p>]]></content:encoded>
            <author>ines@example.org (Ines)</author>
            <category>a</category>
            <category>b</category>
            <category>c</category>
            <category>d</category>
            <category>e</category>
            <category>&#x3C;f&#x3E;</category>
            <enclosure length="12" type="audio/mpeg" url="https://example.org/a.mp3"/>
            <media:content url="https://example.org/q.jpg" fileSize="21" type="image/jpeg" medium="image"><media:description type="plain">Quay</media:description></media:content>
            <media:content url="https://example.org/b.pdf" type="application/pdf"/>
        </item>
        <item>
            <title>Night ferry returns</title>
            <link>https://example.org/ferry/</link>
            <guid isPermaLink="false">urn:x:2</guid>
            <pubDate>Wed, 06 May 2026 08:30:00 GMT</pubDate>
            <description>Night ferry returns</description>
        </item>
    </channel>
</rss>
`);
});

it('Atom, to the letter', () => {
  expect(atom(feed)).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
    <id>https://example.org/</id>
    <title>Harbour News</title>
    <updated>2026-05-07T09:00:00.000Z</updated>
    <generator>Feedmill</generator>
    <link rel="alternate" type="text/html" href="https://example.org/"/>
    <link rel="self" type="application/atom+xml" href="https://example.org/atom.xml"/>
    <author><name>Bo</name><email>bo@example.org</email><uri>https://example.org/bo</uri></author>
    <subtitle>What happens at the quay</subtitle>
    <rights>© Harbour</rights>
    <entry xml:lang="en">
        <title>Salt &#x26; pepper</title>
        <id>urn:uuid:3f1f9a52-6d0e-5a55-9c0e-0f5f3c3a1a01</id>
        <link rel="alternate" type="text/html" href="https://example.org/ferry/"/>
        <updated>2026-05-07T09:00:00.000Z</updated>
        <summary>The boat sails again.</summary>
        <content type="html"><![CDATA[<p>The boat sails again.</p>]]></content>
        <author>
            <name>Ines</name>
            <email>ines@example.org</email>
            <uri>https://example.org/ines</uri>
        </author>
        <category term="a"/>
        <category term="b"/>
        <category term="c"/>
        <category term="d"/>
        <category term="e"/>
        <category term="&#x3C;f&#x3E;"/>
        <published>2026-05-06T08:30:00.000Z</published>
        <link rel="enclosure" type="audio/mpeg" length="12" href="https://example.org/a.mp3" title="Talk"/>
        <link rel="enclosure" type="application/pdf" href="https://example.org/b.pdf"/>
        <media:content url="https://example.org/q.jpg" fileSize="21" type="image/jpeg" medium="image"><media:description type="plain">Quay</media:description></media:content>
    </entry>
    <entry xml:lang="en">
        <title>Night ferry returns</title>
        <id>urn:x:2</id>
        <link rel="alternate" type="text/html" href="https://example.org/ferry/"/>
        <updated>2026-05-07T09:00:00.000Z</updated>
        <summary>Night ferry returns</summary>
        <published>2026-05-06T08:30:00.000Z</published>
    </entry>
</feed>
`);
});

it('JSON Feed, to the letter', () => {
  expect(
    json(feed),
  ).toBe(`{"version":"https://jsonfeed.org/version/1.1","title":"Harbour News","home_page_url":"https://example.org/","feed_url":"https://example.org/feed.json","description":"What happens at the quay","language":"en","authors":[{"name":"Bo","url":"https://example.org/bo"}],"_credit":{"rights":"© Harbour"},"items":[
{"id":"urn:uuid:3f1f9a52-6d0e-5a55-9c0e-0f5f3c3a1a01","url":"https://example.org/ferry/","title":"Salt & pepper","content_html":"<p>The boat sails again.</p>","summary":"The boat sails again.","image":"https://example.org/q.jpg","date_published":"2026-05-06T08:30:00.000Z","date_modified":"2026-05-07T09:00:00.000Z","authors":[{"name":"Ines","url":"https://example.org/ines","avatar":"https://example.org/ines.png"}],"tags":["a","b","c","d","e","<f>"],"language":"en","attachments":[{"url":"https://example.org/a.mp3","mime_type":"audio/mpeg","title":"Talk","size_in_bytes":12,"duration_in_seconds":65},{"url":"https://example.org/b.pdf","mime_type":"application/pdf"}]},
{"id":"urn:x:2","url":"https://example.org/ferry/","title":"Night ferry returns","content_text":"","date_published":"2026-05-06T08:30:00.000Z","date_modified":"2026-05-07T09:00:00.000Z","language":"en"}
]}
`);
});

it('a feed without rights and authors has no elements for them', () => {
  const plain = sampleFeed([], { authors: [] });
  expect(atom(plain)).not.toMatch(/<author>|<rights>/);
  expect(rss(plain)).not.toContain('<copyright>');
  expect(json(plain)).not.toContain('"authors"');
});

it('authors of a feed stand one a line, with no more than is known of them', () => {
  expect(atom(sampleFeed([], { authors: [{ name: 'Ines' }, { name: 'Bo' }] }))).toContain(
    '\n    <author><name>Ines</name></author>\n    <author><name>Bo</name></author>\n    <subtitle>',
  );
});
