import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/entry/entry.js';
import { deltaOf, digestsOf } from '../../src/serve/delta.js';
import { atom, json, rss } from '../support/rendered.js';
import { sampleEntry, sampleFeed } from '../support/samples.js';
import { all, one, readXml, textOf } from '../support/xml.js';
import { opened } from './support/opened.js';

const formats = { rss, atom, json } as const;
const kinds = ['rss', 'atom', 'json'] as const;
const files = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' } as const;

/** The ids of the entries of a document, as a strict reader sees them. */
function idsIn(text: string, kind: (typeof kinds)[number]): string[] {
  if (kind === 'json') return JSON.parse(text).items.map(({ id }: { id: string }) => id);
  const root = readXml(text);
  if (kind === 'atom') return all(root, 'entry').map((entry) => textOf(entry, 'id'));
  return all(one(root, 'channel'), 'item').map((item) => textOf(item, 'guid'));
}

/** Text that looks like the markup around it. */
const trap = fc.constantFrom(
  '<item>',
  '</item>',
  '        <item>\n',
  '\n    <entry>',
  '</entry>\n',
  ']]>',
  '<![CDATA[',
  '<p>&</p>',
  '\n',
  'fog',
);
const words = fc
  .array(fc.oneof(trap, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 6 })
  .map((parts) => parts.join(''));
const entry = fc
  .record({
    id: fc.nat(12),
    title: words,
    content: words,
    summary: words,
    tags: fc.array(words, { maxLength: 2 }),
  })
  .map(({ id, ...given }): Entry => sampleEntry({ id: `urn:x:${id}`, ...given }));
const entries = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 8 });

describe('what is new to a reader', () => {
  it.each(kinds)(
    'is a document as the whole one, in %s, with what was added or changed and nothing else',
    (kind) => {
      fc.assert(
        fc.property(entries, entries, (before, after) => {
          const render = formats[kind];
          const whole = render(sampleFeed(after, { title: 'After' }));
          const known = new Set(digestsOf(render(sampleFeed(before)), kind));
          const alone = (some: Entry) => render(sampleFeed([some]));
          const fresh = after.filter((some) => !before.some((other) => alone(other) === alone(some)));
          const delta = deltaOf(whole, kind, known);
          if (fresh.length === after.length) {
            expect(delta).toBeUndefined();
            return;
          }
          expect(idsIn(delta ?? '', kind)).toEqual(fresh.map(({ id }) => id));
          // All else is as it stands in the whole document.
          const others = sampleFeed(fresh, { title: 'After', updated: sampleFeed(after).updated });
          if (kind === 'json') expect(JSON.parse(delta ?? '')).toEqual(JSON.parse(render(others)));
          else expect(delta).toBe(render(others));
        }),
        { numRuns: 60 },
      );
    },
  );

  it('is not made of what the builds do not write', () => {
    expect(deltaOf('<rss><channel><item>', 'rss', new Set())).toBeUndefined();
    expect(deltaOf('<rss><channel></item>', 'rss', new Set())).toBeUndefined();
    expect(deltaOf('<rss><![CDATA[<item>', 'rss', new Set())).toBeUndefined();
    expect(deltaOf('[]', 'json', new Set())).toBeUndefined();
    expect(deltaOf('<html>', 'html', new Set())).toBeUndefined();
  });
});

const entryAt = (nth: number, title = `Number ${nth}`) => sampleEntry({ id: `urn:x:${nth}`, title });
const documents = (some: readonly Entry[]) =>
  Object.fromEntries(kinds.map((kind) => [files[kind], formats[kind](sampleFeed(some))]));

describe('A-IM: feed', () => {
  it.each(kinds)('gives a reader that comes back what is new, in %s', async (kind) => {
    const path = `/${files[kind]}`;
    const { get, write } = await opened(documents([entryAt(2), entryAt(1)]));
    const first = await get(path, { 'A-IM': 'feed' });
    expect(first.status).toBe(200);
    const had = { 'A-IM': 'feed', 'If-None-Match': first.headers.etag ?? '' };
    expect((await get(path, had)).status).toBe(304);
    write(documents([entryAt(3), entryAt(2, 'Another title'), entryAt(1)]));
    const second = await get(path, had);
    const whole = await get(path);
    expect(second.status).toBe(226);
    expect(idsIn(second.body.toString(), kind)).toEqual(['urn:x:3', 'urn:x:2']);
    expect(second.headers).toMatchObject({
      im: 'feed',
      etag: whole.headers.etag,
      'cache-control': 'no-store, im',
      'content-type': whole.headers['content-type'],
      link: whole.headers.link,
    });
    expect(second.headers.vary).toMatch(/A-IM/);
    // The next time it has all of it.
    expect((await get(path, { 'A-IM': 'feed', 'If-None-Match': second.headers.etag ?? '' })).status).toBe(
      304,
    );
  });

  it('takes the tag of any coding, among others, and sends what is new encoded as well', async () => {
    const { get, write } = await opened(documents([entryAt(1)]));
    const { etag = '' } = (await get('/rss.xml', { 'Accept-Encoding': 'br' })).headers;
    write(documents([entryAt(2), entryAt(1)]));
    const encoded = {
      'A-IM': 'diffe, feed;q=0.9',
      'Accept-Encoding': 'gzip',
      'If-None-Match': `"x", W/${etag}`,
    };
    const { status, headers } = await get('/rss.xml', encoded);
    expect(status).toBe(226);
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers.etag).toBe((await get('/rss.xml', { 'Accept-Encoding': 'gzip' })).headers.etag);
  });

  it('gives all of it where the version is not known, nothing could be left out, or it is not wanted', async () => {
    const { get, write } = await opened(documents([entryAt(1)]));
    const { etag = '' } = (await get('/rss.xml')).headers;
    write(documents([entryAt(2), entryAt(1)]));
    const statusOf = async (headers: Record<string, string>) => (await get('/rss.xml', headers)).status;
    expect(await statusOf({ 'A-IM': 'feed', 'If-None-Match': '"unknown"' })).toBe(200);
    expect(await statusOf({ 'A-IM': 'feed' })).toBe(200);
    expect(await statusOf({ 'A-IM': 'vcdiff', 'If-None-Match': etag })).toBe(200);
    expect(await statusOf({ 'A-IM': 'feed;q=0', 'If-None-Match': etag })).toBe(200);
    expect(await statusOf({ 'If-None-Match': etag })).toBe(200);
    write(documents([entryAt(4), entryAt(3)]));
    expect(await statusOf({ 'A-IM': 'feed', 'If-None-Match': etag })).toBe(200);
  });

  it('remembers the last twenty versions', async () => {
    const { get, write } = await opened({ 'rss.xml': rss(sampleFeed([entryAt(0)])) });
    const tags: string[] = [];
    for (let nth = 1; nth <= 25; nth++) {
      tags.push((await get('/rss.xml')).headers.etag ?? '');
      write({ 'rss.xml': rss(sampleFeed([entryAt(nth), entryAt(0)])) });
    }
    const statusOf = async (tag = '') =>
      (await get('/rss.xml', { 'A-IM': 'feed', 'If-None-Match': tag })).status;
    expect(await Promise.all(tags.map(statusOf))).toEqual([...Array(6).fill(200), ...Array(19).fill(226)]);
  });
});
