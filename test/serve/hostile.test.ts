import { linkSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/folder.js';
import { onWindows } from '../support/put.js';
import { skipWhere } from '../support/skip-where.js';
import { converse } from './support/ask.js';
import { opened } from './support/opened.js';

const files = { 'rss.xml': '<rss/>', 'tags/a/rss.xml': '<rss/>' };
const secret = 'the key of the harbour master';

/** Asks for a target as it is written, and no more. */
function raw(address: string, target: string, more = ''): Promise<string> {
  return converse(address, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}\r\n`);
}

describe('nothing but documents is ever given away', () => {
  it.each([
    '/../secret',
    '/..%2fsecret',
    '/%2e%2e/secret',
    '/%2e%2e%2fsecret',
    '/..%5csecret',
    '/..\\secret',
    '/%2e%2e%5csecret',
    '/%252e%252e/secret',
    '/%252e%252e%252fsecret',
    '/..%c0%afsecret',
    '/%c0%ae%c0%ae/secret',
    '/%e0%80%ae%e0%80%ae/secret',
    '/..%252fsecret',
    '/tags/../../secret',
    '/tags/a/../../../secret',
    '/./../secret',
    '//../secret',
    '/....//secret',
    '/rss.xml/../../secret',
    '/rss.xml%00',
    '/rss.xml%00.html',
    '/..;/secret',
    '/%u002e%u002e/secret',
    '/%2',
    'http://x/../secret',
    'http://x/%2e%2e/secret',
    'secret',
    '../secret',
    '?',
    '/.feedmill.json',
    '/%2efeedmill.json',
    '/.feedmill/ledger.ndjson',
    '/.feedmill/cache/',
    '/tags/',
    '/tags/a',
    '/tags%2fa%2frss.xml',
    '/RSS.XML',
    '/rss.xml/',
    '/.feedmill/',
    '//example.com/',
    '//example.com/%2e%2e',
    '/hidden.txt',
    '/*',
    '*',
    '/rss.xml%20',
    '/constructor',
    '/__proto__',
  ])('%s', async (target) => {
    const { address, output } = await opened(files);
    writeFileSync(join(output, '../secret'), secret);
    writeFileSync(join(output, 'hidden.txt'), secret);
    writeFileSync(join(output, '.feedmill.json'), secret);
    mkdirSync(join(output, '.feedmill/cache'), { recursive: true });
    writeFileSync(join(output, '.feedmill/ledger.ndjson'), secret);
    const said = await raw(address, target);
    expect(said).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(said).not.toContain(secret);
    expect(said).not.toMatch(/^Location:/im);
  });

  it('neither is what a link in the output folder leads to', async ({ skip }) => {
    skipWhere(skip, onWindows, 'Windows has other links');
    const { get, house, output, write } = await opened(files);
    const elsewhere = folderOf({ 'secret.xml': secret, 'rss.xml': secret });
    const { calm } = await import('./support/opened.js');
    symlinkSync(join(elsewhere, 'secret.xml'), join(output, 'atom.xml'));
    symlinkSync(elsewhere, join(output, 'authors'));
    house.note({ output, written: ['atom.xml', 'authors/rss.xml', 'tags/a/rss.xml'], removed: [] }, calm);
    for (const path of ['/atom.xml', '/authors/rss.xml']) {
      const { status, body } = await get(path);
      expect([path, status, body.toString().includes(secret)]).toEqual([path, 503, false]);
    }
    // The folder is exchanged for a link between two answers.
    renameSync(join(output, 'tags'), join(output, 'away'));
    symlinkSync(elsewhere, join(output, 'tags'));
    expect((await get('/tags/a/rss.xml')).body.toString()).not.toContain(secret);
    linkSync(join(elsewhere, 'rss.xml'), join(output, 'feeds.opml'));
    write({ 'rss.xml': '<rss>1</rss>' });
    expect((await get('/feeds.opml')).status).toBe(404);
  });
});

describe('a client that asks too much', () => {
  it('by a long head, a long path or a body, is refused', async () => {
    const { address } = await opened(files);
    expect(await raw(address, '/rss.xml', `Cookie: ${'x'.repeat(17_000)}\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
    expect(await raw(address, `/${'x'.repeat(5000)}`)).toMatch(/^HTTP\/1\.1 414 /);
    expect(await raw(address, '/rss.xml', 'Content-Length: 5\r\n')).toMatch(/^HTTP\/1\.1 413 /);
    expect(await raw(address, '/rss.xml', 'Transfer-Encoding: chunked\r\n')).toMatch(/^HTTP\/1\.1 413 /);
    expect(await raw(address, '/rss.xml', 'Expect: 100-continue\r\nContent-Length: 5\r\n')).toMatch(
      /^HTTP\/1\.1 413 /,
    );
    expect(await raw(address, '/rss.xml', 'Content-Length: 0\r\n')).toMatch(/^HTTP\/1\.1 200 /);
    expect(await raw(address, '/rss.xml', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n')).toMatch(
      /^HTTP\/1\.1 4/,
    );
  });

  it('and one that speaks no HTTP, too', async () => {
    const { address } = await opened(files);
    expect(await converse(address, 'hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await converse(address, Buffer.from([0x16, 3, 1, 0, 5, 1, 0, 0]))).toMatch(/^HTTP\/1\.1 400 /);
    expect(await converse(address, 'GET / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('or says whatever it likes, gets an answer, and the server goes on', async () => {
    const { address, get } = await opened(files, { moved: { '/old.xml': '/rss.xml' } });
    const value = fc.oneof(
      fc.constantFrom(
        'feed',
        '*',
        '"x"',
        'W/"',
        'br;q=',
        'gzip;q=0.5,',
        'localhost',
        '[::1',
        'Wed, 06 May 2026',
        ';;,,',
        '\xff',
      ),
      fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
    );
    const field = fc.tuple(
      fc.constantFrom('Accept-Encoding', 'If-None-Match', 'If-Modified-Since', 'A-IM', 'Host', 'Via', 'X'),
      value,
    );
    const target = fc.oneof(
      fc.constantFrom('/', '/rss.xml', '/old.xml', '/tags/a/', '/.feedmill/live.js', '/metrics'),
      fc.string({ unit: 'grapheme-ascii', maxLength: 20 }).map((text) => `/${text}`),
      fc.webPath(),
    );
    const method = fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'POST', 'BREW');
    await fc.assert(
      fc.asyncProperty(method, target, fc.array(field, { maxLength: 4 }), async (method, target, fields) => {
        const lines = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
        const said = await converse(
          address,
          `${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${lines}\r\n`,
        );
        expect(said).toMatch(/^HTTP\/1\.1 (?:2|3|4)\d\d /);
      }),
      { numRuns: 150 },
    );
    expect((await get('/rss.xml')).status).toBe(200);
  });

  it('while good ones are answered', async () => {
    const { address, get } = await opened(files, { limits: { headTime: 500, requestTime: 900 } });
    const { hostname, port } = new URL(address);
    const began = performance.now();
    const slow = Array.from({ length: 100 }, () => {
      const socket = connect(Number(port), hostname, () =>
        socket.write('GET /rss.xml HTTP/1.1\r\nHost: x\r\nX: '),
      );
      const drip = setInterval(() => socket.write('x'), 100);
      return new Promise<void>((resolve) =>
        socket
          .on('error', () => undefined)
          .resume()
          .on('close', () => {
            clearInterval(drip);
            resolve();
          }),
      );
    });
    expect((await get('/rss.xml')).status).toBe(200);
    await Promise.all(slow);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect((await get('/rss.xml')).status).toBe(200);
  });

  it('and never reads what it is sent, is cut off', async () => {
    const { address } = await opened({ 'rss.xml': 'x'.repeat(40_000_000) }, { limits: { stillTime: 500 } });
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname, () =>
      socket.write('GET /rss.xml HTTP/1.1\r\nHost: x\r\n\r\n'),
    );
    socket.pause();
    await new Promise((resolve) => setTimeout(resolve, 4000));
    let heard = 0;
    await new Promise<void>((resolve) => {
      socket.on('data', ({ length }) => {
        heard += length;
      });
      socket
        .on('error', () => undefined)
        .on('close', () => resolve())
        .resume();
    });
    expect(heard).toBeLessThan(40_000_000);
  });
});

describe('an old client', () => {
  it('of HTTP/1.0 is answered, and the connection closed', async () => {
    const { address } = await opened(files);
    const said = await converse(address, 'GET /rss.xml HTTP/1.0\r\n\r\n');
    expect(said).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(said).toMatch(/Content-Length: 6\r\n/);
    expect(said).toMatch(/\r\n\r\n<rss\/>$/);
  });

  it('may ask by whole addresses, and many times at once', async () => {
    const { address } = await opened(files);
    expect(await raw(address, 'http://example.org/rss.xml?x')).toMatch(/^HTTP\/1\.1 200 /);
    const one = (path: string, last = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\n${last}\r\n`;
    const said = await converse(
      address,
      one('/rss.xml').repeat(50) + one('/nowhere', 'Connection: close\r\n'),
    );
    const statuses = [...said.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
    expect(statuses).toEqual([...Array(50).fill('200'), '404']);
  });
});
