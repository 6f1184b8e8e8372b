import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fileNames, mediaTypes } from '../../src/render/formats.js';
import { House } from '../../src/serve/house.js';
import { mediaTypeOf } from '../../src/serve/media-type.js';
import { folderOf } from '../support/folder.js';
import { ask } from './support/ask.js';
import { calm, opened, settingsOf } from './support/opened.js';

const rss = `<rss>${'<item>Wind and rain.</item>'.repeat(100)}</rss>`;
const page =
  '<!doctype html>\n<html><head><title>Harbour</title></head><body><main>Fog</main></body></html>\n';
const files = {
  'rss.xml': rss,
  'atom.xml': '<feed/>',
  'feed.json': '{"items":[]}',
  'feeds.opml': '<opml/>',
  'index.html': page,
  'page.css': 'body { margin: 0 }',
  'logo.png': 'PNG',
  'tags/fish/index.html': page,
  'tags/fish/rss.xml': '<rss/>',
  'tags/größe/index.html': page,
  'archive/2/rss.xml': '<rss/>',
};

describe('a document', () => {
  it('has the media type of its format', async () => {
    const { get } = await opened(files);
    const typeOf = async (name: string) => (await get(`/${name}`)).headers['content-type'];
    for (const format of ['rss', 'atom', 'json', 'opml'] as const) {
      expect(await typeOf(fileNames[format])).toBe(`${mediaTypes[format]}; charset=utf-8`);
    }
    expect(await typeOf('index.html')).toBe('text/html; charset=utf-8');
    expect(await typeOf('page.css')).toBe('text/css; charset=utf-8');
    expect(await typeOf('logo.png')).toBe('image/png');
    expect(mediaTypeOf('a/b.jpg').type).toBe('image/jpeg');
    expect(mediaTypeOf('a/logo.SVG').type).toBe('image/svg+xml; charset=utf-8');
    expect(mediaTypeOf('logo').type).toBe('application/octet-stream');
  });

  it('that is a feed is shown by browsers, which take it for text where it has the media type of its format', async () => {
    const { get } = await opened(files);
    const browser = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
    for (const name of ['rss.xml', 'atom.xml']) {
      const shown = await get(`/${name}`, browser);
      const read = await get(`/${name}`, { Accept: 'application/rss+xml, text/html;q=0.5, */*;q=0.1' });
      expect(shown.headers['content-type']).toBe('application/xml; charset=utf-8');
      expect(read.headers['content-type']).toMatch(/^application\/(?:rss|atom)\+xml/);
      expect(shown.body).toEqual(read.body);
      for (const { headers } of [shown, read]) expect(headers.vary).toMatch(/\bAccept$/);
      expect(shown.headers.etag).not.toBe(read.headers.etag);
      const again = { ...browser, 'If-None-Match': shown.headers.etag ?? '' };
      expect((await get(`/${name}`, again)).status).toBe(304);
    }
    expect((await get('/feed.json', browser)).headers['content-type']).toMatch(/^application\/feed\+json/);
  });

  it('that is not there yet is asked for again, whoever asked too early', async () => {
    const { get, write } = await opened(files);
    const early = await get('/articles/calm/');
    expect(early).toMatchObject({ status: 404, headers: { 'cache-control': 'no-cache' } });
    write({ 'articles/calm/index.html': page });
    expect((await get('/articles/calm/')).status).toBe(200);
  });

  it('of an earlier run is there until the first build is done, and nothing else', async () => {
    const output = folderOf({
      'rss.xml': '<rss>of yesterday</rss>',
      'secret.txt': 'secret',
      '.feedmill.json': JSON.stringify({
        feedmill: 1,
        documents: ['rss.xml', '../secret.txt', '.feedmill.json', '/etc/passwd'],
      }),
    });
    const settings = settingsOf(output);
    const house = new House(settings);
    const { address } = await house.settle(settings);
    onTestFinished(() => house.end());
    expect((await ask(address, '/rss.xml')).body.toString()).toBe('<rss>of yesterday</rss>');
    expect((await ask(address, '/healthz')).status).toBe(503);
    for (const path of ['/secret.txt', '/../secret.txt', '/.feedmill.json', '//etc/passwd', '/etc/passwd'])
      expect((await ask(address, path)).status, path).not.toBe(200);
    expect((await ask(address, '/atom.xml')).headers['retry-after']).toBeDefined();
    house.note({ output, written: ['atom.xml'], removed: ['rss.xml'] }, calm);
    expect((await ask(address, '/rss.xml')).status).toBe(404);
  });

  it('is sent with its tag and time, and once more only where it is another one', async () => {
    const { get, write } = await opened(files);
    const first = await get('/rss.xml');
    expect(first.status).toBe(200);
    expect(first.body.toString()).toBe(rss);
    expect(first.headers.etag).toMatch(/^"[\w-]{22}"$/);
    expect(Date.parse(first.headers['last-modified'] ?? '')).toBeLessThanOrEqual(Date.now());
    const had = { 'If-None-Match': first.headers.etag ?? '' };
    const same = await get('/rss.xml', had);
    expect(same.status).toBe(304);
    expect(same.body).toHaveLength(0);
    for (const name of ['etag', 'last-modified', 'cache-control', 'vary', 'link'] as const)
      expect(same.headers[name]).toBe(first.headers[name]);
    write({ 'rss.xml': '<rss>Calm</rss>' });
    const second = await get('/rss.xml', had);
    expect(second).toMatchObject({ status: 200, body: Buffer.from('<rss>Calm</rss>') });
    expect(second.headers.etag).not.toBe(first.headers.etag);
  });

  it('has the same tag and time for the same bytes, whoever wrote them when', async () => {
    const { get, write, output } = await opened(files);
    const first = (await get('/rss.xml')).headers;
    write({ 'rss.xml': rss });
    utimesSync(join(output, 'rss.xml'), 2e9, 2e9);
    const second = (await get('/rss.xml')).headers;
    expect([second.etag, second['last-modified']]).toEqual([first.etag, first['last-modified']]);
  });

  it('never becomes older, though the clock is set back, nor younger than it is', async () => {
    const { get, write, output } = await opened({ 'rss.xml': '<rss>1</rss>' });
    const modified = async () => Date.parse((await get('/rss.xml')).headers['last-modified'] ?? '');
    const first = await modified();
    write({ 'rss.xml': '<rss>2</rss>' });
    utimesSync(join(output, 'rss.xml'), 1e9, 1e9);
    expect(await modified()).toBe(first);
    const since = { 'If-Modified-Since': new Date(first).toUTCString() };
    // Two versions have this time, so that it says nothing.
    expect((await get('/rss.xml', since)).status).toBe(200);
    write({ 'rss.xml': '<rss>3</rss>' });
    utimesSync(join(output, 'rss.xml'), 4e9, 4e9);
    expect(await modified()).toBeLessThanOrEqual(Date.now());
  });

  it('is not sent to who was here since, unless a tag says otherwise', async () => {
    const { get } = await opened(files);
    const since = { 'If-Modified-Since': (await get('/rss.xml')).headers['last-modified'] ?? '' };
    expect((await get('/rss.xml', since)).status).toBe(304);
    expect((await get('/rss.xml', { ...since, 'If-None-Match': '"x"' })).status).toBe(200);
  });

  it('goes out encoded, with a tag of its own and of the same bytes each time', async () => {
    const { get } = await opened(files);
    const plain = await get('/rss.xml');
    for (const [coding, decode, mark] of [
      ['br', brotliDecompressSync, '-br"'],
      ['gzip', gunzipSync, '-gz"'],
    ] as const) {
      const asked = { 'Accept-Encoding': coding };
      const all = await Promise.all(Array.from({ length: 20 }, () => get('/rss.xml', asked)));
      for (const { headers, body } of all) {
        expect(headers['content-encoding']).toBe(coding);
        expect(headers['content-length']).toBe(String(body.length));
        expect(headers.vary).toContain('Accept-Encoding');
        expect(headers.etag).toBe(plain.headers.etag?.replace(/"$/, mark));
        expect(decode(body).toString()).toBe(rss);
        expect(body.length).toBeLessThan(plain.body.length / 2);
      }
      const had = { ...asked, 'If-None-Match': all[0]?.headers.etag ?? '' };
      expect((await get('/rss.xml', had)).status).toBe(304);
      expect((await get('/rss.xml', { 'If-None-Match': had['If-None-Match'] })).status).toBe(200);
    }
    expect((await get('/logo.png', { 'Accept-Encoding': 'br' })).headers['content-encoding']).toBeUndefined();
    expect((await get('/rss.xml', { 'Accept-Encoding': '*;q=0' })).status).toBe(406);
  });

  it('is asked for by HEAD as by GET, without its body', async () => {
    const { get, address } = await opened(files);
    for (const headers of [{}, { 'Accept-Encoding': 'br' }]) {
      const [head, whole] = [await ask(address, '/rss.xml', headers, 'HEAD'), await get('/rss.xml', headers)];
      const timeless = ({ date: _, ...others }: typeof head.headers) => others;
      expect(head.status).toBe(200);
      expect(timeless(head.headers)).toEqual(timeless(whole.headers));
      expect(head.body).toHaveLength(0);
    }
  });

  it('says by what address it is known, and who tells of changes where people subscribe to it', async () => {
    const { get } = await opened(files, { hub: ['https://hub.example.org/', 'https://hub.example.com/'] });
    const linkOf = async (path: string) => (await get(path)).headers.link;
    const hubs = '<https://hub.example.org/>; rel="hub", <https://hub.example.com/>; rel="hub"';
    expect(await linkOf('/rss.xml')).toBe(`<https://example.org/rss.xml>; rel="self", ${hubs}`);
    expect(await linkOf('/tags/fish/rss.xml')).toBe(
      `<https://example.org/tags/fish/rss.xml>; rel="self", ${hubs}`,
    );
    expect(await linkOf('/archive/2/rss.xml')).toBe('<https://example.org/archive/2/rss.xml>; rel="self"');
    expect(await linkOf('/page.css')).toBeUndefined();
  });

  it('may be kept as long as the config says', async () => {
    expect((await (await opened(files)).get('/rss.xml')).headers['cache-control']).toBe(
      'public, max-age=300',
    );
    const { get } = await opened(files, { maxAge: 0 });
    expect((await get('/rss.xml')).headers['cache-control']).toBe('public, max-age=0');
  });

  it('in JSON may be read by pages from elsewhere, and they may ask how', async () => {
    const { get, address } = await opened(files);
    const { headers } = await get('/feed.json', { Origin: 'https://reader.example' });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect((await get('/rss.xml')).headers['access-control-allow-origin']).toBeUndefined();
    const preflight = { Origin: 'https://reader.example', 'Access-Control-Request-Headers': 'if-none-match' };
    const asked = await ask(address, '/feed.json', preflight, 'OPTIONS');
    expect(asked.status).toBe(204);
    expect(asked.headers['access-control-allow-origin']).toBe('*');
    expect(asked.headers['access-control-allow-headers']).toMatch(/If-None-Match/i);
  });

  it('as a page runs nothing and loads nothing but style, pictures and sound', async () => {
    const { get } = await opened(files, { live: false });
    const { headers } = await get('/');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'self'; img-src \* data:; media-src \*/,
    );
    expect(headers['content-security-policy']).not.toContain('script-src');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('a path', () => {
  it('of a folder is that of its page', async () => {
    const { get } = await opened(files, { live: false });
    for (const path of [
      '/',
      '/index.html',
      '/tags/fish/',
      '/tags/fish/index.html?from=reader',
      '/tags/gr%C3%B6%C3%9Fe/',
    ])
      expect(await get(path)).toMatchObject({ status: 200, body: Buffer.from(page) });
    const { status, headers } = await get('/tags/fish?from=reader');
    expect([status, headers.location]).toEqual([301, './fish/']);
    expect((await get('/tags/gr%C3%B6%C3%9Fe')).headers.location).toBe('./gr%C3%B6%C3%9Fe/');
    expect((await get('/archive/2/')).status).toBe(404);
    expect((await get('/tags')).status).toBe(404);
  });

  it('at which there is no page says where the feeds are', async () => {
    const { get } = await opened({ 'rss.xml': rss, 'feed.json': '{}', 'tags/a/rss.xml': rss });
    const { status, body } = await get('/');
    expect([status, body.toString()]).toEqual([404, 'There is no page here. See /rss.xml, /feed.json\n']);
  });

  it('that moved leads to where it is, and one that ended says so', async () => {
    const { get } = await opened(files, {
      moved: {
        '/old.xml': '/rss.xml',
        '/blog/größe': 'https://example.com/größe',
        '/index.xml': '/tags/größe/',
      },
      ended: ['/wire/rss.xml', '/atom.xml'],
    });
    expect(await get('/old.xml?a=1')).toMatchObject({ status: 301, headers: { location: '/rss.xml' } });
    const elsewhere = { status: 301, headers: { location: 'https://example.com/gr%C3%B6%C3%9Fe' } };
    expect(await get('/blog/gr%c3%b6%c3%9fe')).toMatchObject(elsewhere);
    expect((await get('/index.xml')).headers.location).toBe('/tags/gr%C3%B6%C3%9Fe/');
    expect((await get('/wire/rss.xml')).status).toBe(410);
    expect((await get('/atom.xml')).status).toBe(410);
  });

  it('can be read, and nothing else', async () => {
    const { address } = await opened(files);
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE']) {
      const { status, headers } = await ask(address, '/rss.xml', {}, method);
      expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD, OPTIONS']);
    }
  });
});

describe('whoever watches over it', () => {
  it('is told whether all is well', async () => {
    const { get, house, write, output } = await opened({});
    const health = async () => {
      const { status, body } = await get('/healthz');
      return `${status} ${body.toString().trim()}`;
    };
    expect(await health()).toBe('503 no build yet');
    const early = await get('/rss.xml');
    expect([early.status, early.headers['retry-after']]).toEqual([503, '2']);
    write(files);
    expect(await health()).toBe('200 ok');
    const { calm } = await import('./support/opened.js');
    house.note({ output, written: [], removed: [] }, { ...calm, isWritten: false });
    expect(await health()).toBe('503 last write failed');
    // What was written before is served all the same.
    expect((await get('/rss.xml')).status).toBe(200);
  });

  it('can count what was asked for, and how the builds are, in the format of Prometheus', async () => {
    const { get } = await opened(files);
    const { etag = '' } = (await get('/rss.xml')).headers;
    await get('/rss.xml', { 'If-None-Match': etag });
    await get('/nowhere');
    const { headers, body } = await get('/metrics');
    const lines = body.toString().trimEnd().split('\n');
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    for (const line of lines)
      expect(line).toMatch(/^# (?:HELP|TYPE) feedmill_\w+ .+$|^feedmill_\w+(?:\{[^}]+\})? [\d.]+$/);
    for (const line of [
      'feedmill_requests_total{kind="rss",status="200"} 1',
      'feedmill_requests_total{kind="rss",status="304"} 1',
      'feedmill_requests_total{kind="service",status="404"} 1',
      'feedmill_builds_total 1',
      'feedmill_last_build_duration_seconds 0.25',
      'feedmill_entries 2',
      'feedmill_articles 3',
      'feedmill_problems{level="error"} 0',
      `feedmill_documents ${Object.keys(files).length}`,
    ])
      expect(lines).toContain(line);
  });
});
