import { describe, expect, it } from 'vitest';
import { findingsOf, item, rss, told } from './told.js';

describe('RSS 2.0', () => {
  it('that is as it should be has nothing told of it', () => {
    expect(findingsOf(rss())).toEqual([]);
  });

  it.each<[what: string, parts: Record<string, string | undefined>, found: string[]]>([
    ['no id', { guid: undefined }, ['8:1 feed-id-missing']],
    ['an id that claims to be an address', { guid: '<guid>ferry-1</guid>' }, ['11:7 feed-id-invalid']],
    ['an id that does not', { guid: '<guid isPermaLink="false">ferry-1</guid>' }, []],
    [
      'a mistyped attribute',
      { guid: '<guid isPermalink="false">https://example.org/</guid>' },
      ['11:1 feed-attribute-unknown'],
    ],
    ['a date of another form', { pubDate: '<pubDate>2026-05-06</pubDate>' }, ['12:10 feed-date-invalid']],
    [
      'a day that is not there',
      { pubDate: '<pubDate>31 Feb 2026 10:00 GMT</pubDate>' },
      ['12:10 feed-date-invalid'],
    ],
    [
      'a wrong weekday',
      { pubDate: '<pubDate>Mon, 06 May 2026 10:00:00 GMT</pubDate>' },
      ['12:10 feed-date-doubtful'],
    ],
    [
      'the day on which time began',
      { pubDate: '<pubDate>Mon, 01 Jan 0001 00:00:00 +0000</pubDate>' },
      ['12:10 feed-date-doubtful'],
    ],
    [
      'a year of two digits',
      { pubDate: '<pubDate>06 May 26 10:00:00 GMT</pubDate>' },
      ['12:10 feed-date-doubtful'],
    ],
    [
      'a date to come',
      { pubDate: '<pubDate>Wed, 06 May 2099 10:00:00 GMT</pubDate>' },
      ['12:10 feed-date-future'],
    ],
    ['a blank date', { pubDate: '<pubDate> </pubDate>' }, ['12:10 feed-value-empty']],
    [
      'an address with a space',
      { link: '<link>https://example.org/night ferry</link>' },
      ['10:7 feed-address-invalid'],
    ],
    ['a relative link', { link: '<link>/ferry/</link>' }, ['10:7 feed-address-relative']],
    [
      'a relative image',
      { description: '<description>&lt;img src="/a.png"></description>' },
      ['13:14 feed-address-relative'],
    ],
    [
      'a link within the entry',
      { description: '<description>&lt;a href="#note">1&lt;/a></description>' },
      [],
    ],
    [
      'a script',
      { description: '<description><![CDATA[<script>x()</script>]]></description>' },
      ['13:14 feed-content-unsafe'],
    ],
    [
      'an event handler',
      { description: '<description><![CDATA[<p onclick="x()">a</p>]]></description>' },
      ['13:14 feed-content-unsafe'],
    ],
    [
      'a script in an address',
      { description: '<description><![CDATA[<a href="javascript:x()">a</a>]]></description>' },
      ['13:14 feed-content-unsafe'],
    ],
    [
      'a script that is only told of',
      { description: '<description><![CDATA[<p>The &lt;script&gt; tag</p>]]></description>' },
      [],
    ],
    ['HTML in the title', { title: '<title>&lt;b>Ferry&lt;/b></title>' }, ['9:8 feed-title-markup']],
    [
      'a title that is escaped twice',
      { title: '<title>Fish &amp;amp; Chips</title>' },
      ['9:8 feed-title-markup'],
    ],
    [
      'a title with an ampersand and a sign',
      { title: '<title>Fish &amp; Chips &lt; 5 &gt; R&amp;D;</title>' },
      [],
    ],
    ['two titles', { more: '<title>Again</title>' }, ['14:1 feed-element-repeated']],
    ['a mistyped element', { pubDate: '<pubdate>x</pubdate>' }, ['12:1 feed-element-unknown']],
    ['an author without e-mail', { author: '<author>Ines Duarte</author>' }, ['14:9 feed-author']],
    ['an author', { author: '<author>ines@example.org (Ines Duarte)</author>' }, []],
    [
      'an author the other way round',
      { author: '<author>Ines &lt;ines@example.org></author>' },
      ['14:9 feed-value-doubtful'],
    ],
    ['a creator', { creator: '<dc:creator>Ines Duarte</dc:creator>' }, []],
    [
      'an enclosure without length',
      { enclosure: '<enclosure url="https://example.org/a.mp3" type="audio/mpeg"/>' },
      ['14:1 feed-attribute-missing'],
    ],
    [
      'an enclosure of which nobody knows the length',
      { enclosure: '<enclosure url="https://example.org/a.mp3" length="0" type="audio/mpeg"/>' },
      [],
    ],
    [
      'an enclosure of no type',
      { enclosure: '<enclosure url="https://example.org/a.mp3" length="9" type="mp3"/>' },
      ['14:1 feed-value-invalid'],
    ],
    [
      'two enclosures',
      {
        one: '<enclosure url="https://example.org/a.mp3" length="9" type="audio/mpeg"/>',
        two: '<enclosure url="https://example.org/b.mp3" length="9" type="audio/mpeg"/>',
      },
      ['15:1 feed-enclosures'],
    ],
    [
      'the content before the summary',
      {
        description: undefined,
        c: '<content:encoded>a</content:encoded>',
        d: '<description>b</description>',
      },
      ['13:1 feed-content-order'],
    ],
    ['a prefix that nobody declared', { x: '<foo:bar>a</foo:bar>' }, ['14:1 feed-namespace']],
    [
      'a namespace that is nearly one',
      { x: '<i:author xmlns:i="https://www.itunes.com/dtds/podcast-1.0.dtd">a</i:author>' },
      ['14:1 feed-namespace'],
    ],
    ['an element of somebody else', { x: '<x:y xmlns:x="urn:x">a</x:y>' }, []],
    ['a bad date of Dublin Core', { x: '<dc:date>yesterday</dc:date>' }, ['14:10 feed-date-invalid']],
  ])('%s', (_, parts, found) => {
    expect(told(rss(parts))).toEqual(found);
  });

  it.each<[what: string, channel: Record<string, string | undefined>, found: string[]]>([
    ['no title', { title: undefined }, ['3:1 feed-element-missing']],
    ['no link to itself', { self: undefined }, ['3:1 feed-link-self']],
    ['a language that is none', { language: '<language>english</language>' }, []],
    ['a language with a country', { language: '<language>pt_BR</language>' }, ['8:11 feed-value-invalid']],
    ['a lifetime in words', { ttl: '<ttl>an hour</ttl>' }, ['8:6 feed-value-invalid']],
    ['an hour too late', { skip: '<skipHours><hour>25</hour></skipHours>' }, ['8:18 feed-value-invalid']],
    ['a day in short', { skip: '<skipDays><day>Mon</day></skipDays>' }, ['8:16 feed-value-invalid']],
    [
      'an image without address',
      { image: '<image><title>a</title><link>https://example.org/</link></image>' },
      ['8:1 feed-element-missing'],
    ],
    [
      'an image too wide',
      {
        image:
          '<image><url>https://example.org/a.png</url><title>a</title><link>https://example.org/</link><width>500</width></image>',
      },
      ['8:100 feed-value-invalid'],
    ],
    ['text between elements', { text: 'stray' }, ['3:10 feed-element-unknown']],
  ])('a channel with %s', (_, channel, found) => {
    expect(told(rss({}, channel))).toEqual(found);
  });

  it('two items of one id, and none at all', () => {
    const one = `<item>${Object.values(item).join('')}</item>`;
    const [repeated] = findingsOf(rss().replace('</channel>', `${one}\n</channel>`));
    expect(repeated).toMatchObject({
      code: 'feed-id-repeated',
      line: 15,
      message: 'Cannot tell entries apart: "https://example.org/ferry/" is the id of one on line 11, too',
    });
    expect(told(rss().replace(/<item>.*<\/item>/s, ''))).toEqual(['3:1 feed-empty']);
  });

  it('an item that says nothing', () => {
    expect(told(rss({ title: undefined, description: undefined }))).toEqual(['8:1 feed-content-missing']);
  });

  it('a feed that calls itself by another address than where it was fetched', () => {
    expect(told(rss(), { address: 'https://example.org/rss.xml' })).toEqual([]);
    expect(told(rss(), { address: 'https://other.example/rss.xml' })).toEqual(['7:1 feed-link-self']);
  });

  it('versions before', () => {
    const old = rss({ guid: undefined }).replace('version="2.0"', 'version="0.91"');
    expect(told(old)).toEqual(['2:1 feed-old']);
    expect(told(rss().replace('version="2.0"', 'version="3"'))).toEqual(['2:1 feed-value-invalid']);
    const rdf =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">\n' +
      '<channel rdf:about="https://example.org/"><title>A</title><link>https://example.org/</link><description>b</description></channel>\n' +
      '<item rdf:about="https://example.org/a"><title>A</title></item>\n</rdf:RDF>';
    expect(told(rdf)).toEqual(['1:1 feed-old', '3:1 feed-element-missing']);
  });
});

describe('the rarer parts of RSS', () => {
  it.each<[what: string, line: string, found: string[]]>([
    [
      'a cloud without port',
      '<cloud domain="a" path="/" registerProcedure="b" protocol="xml-rpc"/>',
      ['8:1 feed-attribute-missing'],
    ],
    [
      'a port that is none',
      '<cloud domain="a" port="x" path="/" registerProcedure="b" protocol="xml-rpc"/>',
      ['8:1 feed-value-invalid'],
    ],
    [
      'a text input without name',
      '<textInput><title>a</title><description>b</description><link>https://example.org/</link></textInput>',
      ['8:1 feed-element-missing'],
    ],
    [
      'a text input with a blank name',
      '<textInput><title>a</title><description>b</description><name> </name><link>https://example.org/</link></textInput>',
      ['8:56 feed-value-empty'],
    ],
    ['an hour twice', '<skipHours><hour>3</hour><hour>3</hour></skipHours>', ['8:26 feed-element-repeated']],
    ['an editor without e-mail', '<managingEditor>Ines</managingEditor>', ['8:17 feed-author']],
    ['an editor who is nobody', '<webMaster> </webMaster>', ['8:12 feed-value-empty']],
    [
      'a relative logo',
      '<image><url>a.png</url><title>a</title><link>https://example.org/</link></image>',
      ['8:13 feed-address-relative'],
    ],
    [
      'a podcast that is explicit in its own way',
      '<itunes:explicit>rather</itunes:explicit>',
      ['8:18 feed-value-invalid'],
    ],
    ['a season without a number', '<itunes:season>two</itunes:season>', ['8:16 feed-value-invalid']],
    ['episode 0', '<itunes:episode>0</itunes:episode>', ['8:17 feed-value-invalid']],
    ['an episode of no kind', '<itunes:episodeType>pilot</itunes:episodeType>', ['8:21 feed-value-invalid']],
    ['an episode of a kind', '<itunes:episodeType>Full</itunes:episodeType>', []],
    ['a podcast in no order', '<itunes:type>weekly</itunes:type>', ['8:14 feed-value-invalid']],
    [
      'an owner whom nobody can write to',
      '<itunes:owner><itunes:email>Ines</itunes:email></itunes:owner>',
      ['8:29 feed-value-invalid'],
    ],
    ['a podcast image without address', '<itunes:image/>', ['8:1 feed-attribute-missing']],
    ['a podcast image', '<itunes:image href="https://example.org/a.png"/>', []],
    [
      'a second link to itself',
      '<atom:link rel="self" href="https://example.org/rss.xml"/>',
      ['8:1 feed-link-repeated'],
    ],
    [
      'a link of no type',
      '<atom:link rel="hub" type="hub" href="https://example.org/"/>',
      ['8:1 feed-value-invalid'],
    ],
    ['a period of its own', '<sy:updatePeriod>often</sy:updatePeriod>', ['8:18 feed-value-invalid']],
  ])('a channel with %s', (_, line, found) => {
    expect(told(rss({}, { more: line }))).toEqual(found);
  });

  it.each<[what: string, line: string, found: string[]]>([
    ['a source without address', '<source>Other</source>', ['14:1 feed-attribute-missing']],
    ['a source without a name', '<source url="https://example.org/rss.xml"/>', ['14:1 feed-value-empty']],
    [
      'an enclosure by FTP',
      '<enclosure url="ftp://example.org/a.mp3" length="1" type="audio/mpeg"/>',
      ['14:1 feed-value-doubtful'],
    ],
    [
      'media of no size',
      '<media:content url="https://example.org/a.png" width="wide"/>',
      ['14:1 feed-value-invalid'],
    ],
    [
      'media in a group',
      '<media:group><media:content url="/a.png"/></media:group>',
      ['14:14 feed-address-relative'],
    ],
    ['an empty creator', '<dc:creator> </dc:creator>', ['14:1 feed-value-empty']],
    ['a day of Dublin Core', '<dc:date>2026-05</dc:date>', []],
    ['a minute of Dublin Core', '<dc:date>2026-05-06T10:00+02:00</dc:date>', []],
    ['a month of Dublin Core that is none', '<dc:date>2026-02-30</dc:date>', ['14:10 feed-date-invalid']],
    ['a category', '<category domain="https://example.org/">a</category>', []],
    ['comments with a sign', '<comments>https://example.org/|</comments>', ['14:11 feed-address-invalid']],
  ])('an item with %s', (_, line, found) => {
    expect(told(rss({ more: line }))).toEqual(found);
  });

  it.each([
    ['Wed, 06 May 2026 10:00:00 EST', []],
    ['6 May 2026 10:00 Z', []],
    ['Wed, 06 May 2026 10:00:00 A', ['feed-date-doubtful']],
    ['Wed, 06 May 2026 10:00:00 +2300', ['feed-date-doubtful']],
    ['Wed, 06 May 2026 10:00:00 CEST', ['feed-date-invalid']],
    ['Mit, 06 May 2026 10:00:00 GMT', ['feed-date-invalid']],
    ['Wed, 06 Mai 2026 10:00:00 GMT', ['feed-date-invalid']],
    ['Wed, 06 May 2026 25:00:00 GMT', ['feed-date-invalid']],
    ['Tue, 06 May 1969 10:00:00 GMT', ['feed-date-doubtful']],
  ])('the date %s', (date, found) => {
    const codes = told(rss({ pubDate: `<pubDate>${date}</pubDate>` })).map((one) => one.replace(/^.* /, ''));
    expect(codes).toEqual(found);
  });

  it.each([
    ['http:///a', 'it names no host'],
    ['https://example.org/100%', 'it holds a % that is not followed by two digits'],
    ['https://example.org/#a#b', 'it holds two #'],
    ['https://exa%20mple.org:x/', 'its host cannot be one'],
  ])('the address %s', (address, reason) => {
    expect(findingsOf(rss({ link: `<link>${address}</link>` }))[0]?.message).toBe(
      `Cannot follow <link> "${address}": ${reason}`,
    );
  });

  it('RSS 1.0 is looked at in what it has in common', () => {
    const rdf = (more: string) =>
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n' +
      '<channel rdf:about="https://example.org/"><title>A</title><link>https://example.org/</link><description>b</description></channel>\n' +
      `<item rdf:about="https://example.org/a"><title>A</title><link>https://example.org/a</link>${more}</item>\n</rdf:RDF>`;
    expect(told(rdf(''))).toEqual(['1:1 feed-old']);
    expect(told(rdf('<title>B</title>')).slice(1)).toEqual(['3:91 feed-element-repeated']);
    expect(told(rdf('<dc:date>x</dc:date>')).slice(1)).toEqual(['3:100 feed-date-invalid']);
    expect(told(rdf('</item><item><title>b</title><link>https://example.org/b</link>')).slice(1)).toEqual([
      '3:98 feed-attribute-missing',
    ]);
    expect(told('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>')).toEqual([
      '1:1 feed-absent',
    ]);
    expect(told('<Channel xmlns="http://purl.org/net/rss1.1#"/>')).toEqual(['1:1 feed-old']);
  });
});
