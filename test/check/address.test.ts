import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkFeedAddress } from '../../src/check/feed-address.js';
import { asker } from '../../src/syndicate/ask.js';
import { runHere } from '../commands/here.js';
import { rss } from '../examine/told.js';
import { folderOf } from '../support/folder.js';
import { listen } from '../syndicate/support/listen.js';

const now = Date.UTC(2026, 5, 1);

/** A server that sends a feed as it should be sent, but for what is given. */
async function serving(more: (request: IncomingMessage, response: ServerResponse) => boolean = () => false) {
  let address = '';
  address = await listen((request, response) => {
    if (more(request, response)) return;
    if (request.headers['if-none-match'] === '"1"') return void response.writeHead(304).end();
    response.writeHead(200, { 'Content-Type': 'application/rss+xml; charset=utf-8', ETag: '"1"' });
    response.end(feedAt(`${address}rss.xml`));
  });
  return `${address}rss.xml`;
}

function feedAt(address: string): string {
  return rss().replace('https://example.org/rss.xml', address);
}

async function codesAt(address: string): Promise<string[]> {
  return (await checkFeedAddress(address, now)).map(({ code }) => code);
}

describe('a feed at its address', () => {
  it('that is sent as it should be has nothing told of it', async () => {
    expect(await checkFeedAddress(await serving(), now)).toEqual([]);
  });

  it('is found by the command line, without any config', async () => {
    const address = await serving((_, response) => void response.writeHead(404).end() === undefined);
    const { ended, written } = runHere(folderOf({}), `check ${address}`);
    expect(await ended).toBe(1);
    expect(written.out).toBe(
      `${address}:1:1: error: Cannot fetch the feed: the server answers 404 [feed-status]\n`,
    );
  });

  it.each<[what: string, headers: Record<string, string>, found: string[]]>([
    ['the media type of a text', { 'Content-Type': 'text/plain' }, ['feed-media-type']],
    ['no media type', { 'Content-Type': '' }, ['feed-media-type']],
    ['another encoding', { 'Content-Type': 'text/xml; charset=latin1' }, ['feed-encoding-doubtful']],
    ['an encoding that was not asked for', { 'Content-Encoding': 'zstd' }, ['feed-unreachable']],
    ['an encoding that it is not in', { 'Content-Encoding': 'gzip' }, ['feed-unreachable']],
  ])('sent with %s', async (_, headers, found) => {
    let address = '';
    address = await serving((request, response) => {
      if (request.headers['if-none-match']) return false;
      const usual = { 'Content-Type': 'application/rss+xml', ETag: '"1"' };
      response.writeHead(200, { ...usual, ...headers }).end(feedAt(address));
      return true;
    });
    expect(await codesAt(address)).toEqual(found);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('compressed as %s is unpacked', async (encoding, pack) => {
    let address = '';
    address = await serving((request, response) => {
      if (request.headers['if-none-match']) return false;
      const headers = { 'Content-Type': 'application/rss+xml', ETag: '"1"', 'Content-Encoding': encoding };
      response.writeHead(200, headers).end(pack(feedAt(address)));
      return true;
    });
    expect(await codesAt(address)).toEqual([]);
  });

  it('that blows up when it is unpacked is let go', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000));
    const address = await serving((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/xml', 'Content-Encoding': 'gzip' }).end(bomb);
      return true;
    });
    expect(await codesAt(address)).toEqual(['feed-unreachable']);
  });

  it('that is sent anew to whoever has it, or without anything to ask by', async () => {
    let address = '';
    address = await serving((_, response) => {
      response.writeHead(200, {
        'Content-Type': 'text/xml',
        'Last-Modified': 'Wed, 06 May 2026 10:00:00 GMT',
      });
      response.end(feedAt(address));
      return true;
    });
    const [found, ...others] = await checkFeedAddress(address, now);
    expect(others).toEqual([]);
    expect(found?.message).toContain('the server answers 200, not 304');
    let bare = '';
    bare = await serving((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/xml' }).end(feedAt(bare));
      return true;
    });
    expect(await codesAt(bare)).toEqual(['feed-not-conditional']);
  });

  it('that is large and sent as it is', async () => {
    let address = '';
    address = await serving((request, response) => {
      if (request.headers['if-none-match']) return false;
      const large = feedAt(address).replace('The boat', 'The boat '.repeat(150_000));
      response.writeHead(200, { 'Content-Type': 'text/xml', ETag: '"1"' }).end(large);
      return true;
    });
    expect((await codesAt(address)).sort()).toEqual(['feed-large', 'feed-uncompressed']);
  });

  it('that moved is followed, and told where it is', async () => {
    let target = '';
    const address = await listen((request, response) => {
      if (request.url === '/old') response.writeHead(301, { Location: '/older' }).end();
      else response.writeHead(302, { Location: target }).end();
    });
    target = await serving();
    const found = await checkFeedAddress(`${address}old`, now);
    expect(found.map(({ message }) => message)).toEqual([
      `Found the feed elsewhere: the server leads to ${target}`,
    ]);
  });

  it('that leads in a circle, or out of the web, is not followed for ever', async () => {
    const circle = await listen((_, response) => response.writeHead(302, { Location: '/' }).end());
    expect((await checkFeedAddress(circle, now))[0]?.message).toContain('it leads on more than 10 times');
    const out = await listen((_, response) =>
      response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
    );
    expect((await checkFeedAddress(out, now))[0]?.message).toContain('which is no address of the web');
  });

  it('of which nobody answers is told, and nobody is waited for without end', async () => {
    expect((await checkFeedAddress('http://127.0.0.1:9/', now))[0]).toMatchObject({
      code: 'feed-unreachable',
      message: 'Cannot fetch the feed: nobody answers there',
    });
    const silent = await listen(() => undefined);
    const ask = asker({ private: true, timeout: 300 });
    expect((await checkFeedAddress(silent, now, ask))[0]?.message).toContain('no answer in 0.3 s');
    const slow = await listen((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/xml' });
      response.write('<rss');
    });
    expect((await checkFeedAddress(slow, now, ask))[0]).toMatchObject({
      code: expect.stringMatching(/^feed-/),
    });
  });

  it('that ends too early is told of as that, not as bad XML', async () => {
    const cut = await serving((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/rss+xml', 'Content-Length': '9999' });
      response.write(rss().slice(0, 200));
      setTimeout(() => response.destroy(), 50);
      return true;
    });
    const slow = await serving((_, response) => response.write(rss().slice(0, 200)));
    const told = async (address: string) => {
      const found = await checkFeedAddress(address, now, asker({ private: true, timeout: 1500 }));
      return found.map(({ message }) => message);
    };
    expect(await told(cut)).toEqual(['Cannot fetch the feed: the connection ended before the feed did']);
    expect(await told(slow)).toEqual(['Cannot fetch the feed: no answer in 1.5 s']);
  });

  it('behind a password is fetched with the one that its address has, and may call itself without', async () => {
    const login = `Basic ${Buffer.from('ines:a b').toString('base64')}`;
    const address = await serving(({ headers }, response) => {
      if (headers.authorization !== login) response.writeHead(401).end();
      return headers.authorization !== login;
    });
    expect(await codesAt(address)).toEqual(['feed-status']);
    expect(await codesAt(address.replace('http://', 'http://ines:a%20b@'))).toEqual([]);
    expect(await codesAt(`${address.replace('http://', 'http://ines:a%20b@')}#top`)).toEqual([]);
  });

  it('shows no password that is in its address', async () => {
    const address = (await serving()).replace('http://', 'http://ines:secret@');
    expect(JSON.stringify(await checkFeedAddress(address, now))).not.toContain('secret');
  });
});
