import { expect, it } from 'vitest';
import { atom, json, rss } from '../support/rendered.js';
import { sampleEntry, sampleFeed } from '../support/samples.js';
import { all, one, readXml } from '../support/xml.js';

const hubs = ['https://hub.example.org/', 'https://hub.example.com/?a=1&b=2'];
const feed = sampleFeed([sampleEntry()], { hubs });

it('names its hubs in every format, so that subscribers are told of changes', () => {
  const links = [all(one(readXml(rss(feed)), 'channel'), 'atom:link'), all(readXml(atom(feed)), 'link')].map(
    (elements) => elements.filter(({ attributes }) => attributes.rel === 'hub'),
  );
  for (const found of links) expect(found.map(({ attributes }) => attributes.href)).toEqual(hubs);
  expect(JSON.parse(json(feed)).hubs).toEqual(hubs.map((url) => ({ type: 'WebSub', url })));
});

it('says nothing of hubs where there are none', () => {
  const plain = sampleFeed([sampleEntry()]);
  for (const document of [rss(plain), atom(plain), json(plain)]) expect(document).not.toContain('hub');
});
