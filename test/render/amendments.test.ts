import { Feed } from 'feed';
import { describe, expect, it } from 'vitest';
import { amend } from '../../src/render/amend.js';

/*
 * What the package `feed` gets wrong, and what the room `render` therefore does itself. Each test fails on the day
 * the package is mended, so that the amendment can go.
 */
const options = {
  id: 'https://example.org/',
  title: 'T',
  link: 'https://example.org/',
  updated: new Date(0),
};
const item = { title: 'a', id: 'urn:x:1', link: 'https://example.org/a', date: new Date(0) };

function feedWith(more: Partial<Parameters<Feed['addItem']>[0]> = {}, head = {}) {
  const feed = new Feed({ ...options, ...head });
  feed.addItem({ ...item, ...more });
  return feed;
}

describe('the package feed still', () => {
  it('divides only the first ]]> of a string', () => {
    expect(feedWith({ content: ']]> ]]>' }).rss2()).toMatch(/\]\]\]\]><!\[CDATA\[> \]\]>/);
  });
  it('lets control characters pass', () => {
    expect(feedWith({ title: 'a\u0008' }).rss2()).toContain('\u0008');
  });
  it('writes titles as CDATA, and as HTML in Atom', () => {
    expect(feedWith().rss2()).toContain('<title><![CDATA[a]]></title>');
    expect(feedWith().atom1()).toContain('<title type="html"><![CDATA[a]]></title>');
  });
  it('declares summaries HTML in Atom', () => {
    expect(feedWith({ description: 's' }).atom1()).toContain('<summary type="html">');
  });
  it('ignores the type of an Atom enclosure', () => {
    const enclosure = { url: 'https://example.org/a.mp3', type: 'audio/mpeg', length: 1 };
    expect(feedWith({ enclosure }).atom1()).toContain('type="image/mp3"');
  });
  it('writes an author without an address where RSS wants an address', () => {
    expect(feedWith({ author: [{ name: 'A' }] }).rss2()).toContain('<author>A</author>');
  });
  it('declares namespaces only where it needs them itself', () => {
    expect(feedWith().rss2()).not.toContain('xmlns:dc');
  });
  it('gives Atom no language, and its links no types', () => {
    const atom = feedWith({}, { language: 'en' }).atom1();
    expect(atom).not.toContain('xml:lang');
    expect(atom).toContain('<link rel="alternate" href="https://example.org/"/>');
    expect(atom).toContain('<link href="https://example.org/a"/>');
  });
  it('rewrites ids as addresses in Atom', () => {
    expect(feedWith({ id: 'http://EXAMPLE.org' }).atom1()).toContain('<id>http://example.org/</id>');
  });
  it('writes JSON Feed 1', () => {
    expect(feedWith().json1()).toContain('https://jsonfeed.org/version/1"');
  });
});

it('an amendment whose defect is gone says so', () => {
  expect(() =>
    amend('<feed/>', [{ name: 'no language', wrong: '<feed>', right: '<feed xml:lang="en">' }]),
  ).toThrow('Cannot amend "no language"');
});
