import { once } from 'node:events';
import { createServer, type IncomingMessage, get as request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addressOf } from '../../src/serve/address.js';
import { ask } from './support/ask.js';
import { freePort } from './support/free-port.js';
import { opened } from './support/opened.js';

const files = { 'rss.xml': '<rss/>' };

describe('a config that changes', () => {
  it('counts from the next request on, at the same address', async () => {
    const { house, settings, get, address } = await opened(files, { moved: { '/a.xml': '/rss.xml' } });
    expect((await get('/a.xml')).status).toBe(301);
    const next = { ...settings, moved: {}, ended: ['/a.xml'], maxAge: 5, hub: ['https://hub.example.org/'] };
    expect((await house.settle(next)).address).toBe(address);
    expect((await get('/a.xml')).status).toBe(410);
    const { headers } = await get('/rss.xml');
    expect(headers['cache-control']).toBe('public, max-age=5');
    expect(headers.link).toContain('rel="hub"');
  });

  it('lets nobody forget what readers have', async () => {
    const feed = (...titles: string[]) =>
      `<rss>\n${titles.map((title) => `        <item>${title}</item>\n`).join('')}</rss>\n`;
    const { house, settings, get, write } = await opened({ 'rss.xml': feed('Fog') });
    const { etag = '' } = (await get('/rss.xml')).headers;
    await house.settle({ ...settings, hub: ['https://hub.example.org/'] });
    expect((await get('/rss.xml', { 'If-None-Match': etag })).status).toBe(304);
    write({ 'rss.xml': feed('Storm', 'Fog') });
    const { status, headers, body } = await get('/rss.xml', { 'A-IM': 'feed', 'If-None-Match': etag });
    expect([status, body.toString()]).toEqual([226, feed('Storm')]);
    expect(headers.link).toContain('rel="hub"');
  });

  it('leads to another port without losing whoever is at the old one', async () => {
    const { house, settings, address } = await opened({ 'rss.xml': 'x'.repeat(3_000_000) });
    const port = await freePort();
    const [response]: IncomingMessage[] = await once(request(`${address}rss.xml`), 'response');
    const moved = await house.settle({ ...settings, port });
    expect(moved).toEqual({ address: `http://127.0.0.1:${port}/`, port });
    let heard = 0;
    for await (const { length } of response ?? []) heard += length;
    expect(heard).toBe(3_000_000);
    expect((await ask(moved.address, '/rss.xml')).status).toBe(200);
  });

  it('leads to all of the machine and back, at the same port', async () => {
    const { house, settings, address } = await opened(files);
    const port = Number(new URL(address).port);
    await house.settle({ ...settings, host: '0.0.0.0', port });
    expect((await ask(address, '/rss.xml')).status).toBe(200);
    expect((await house.settle({ ...settings, port })).address).toBe(address);
    expect((await ask(address, '/rss.xml')).status).toBe(200);
  });

  it('is refused where another program has the port, and all is as it was', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const taken = other.address();
    const { house, settings, get } = await opened(files);
    const port = typeof taken === 'object' ? (taken?.port ?? 0) : 0;
    await expect(house.settle({ ...settings, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect((await get('/rss.xml')).status).toBe(200);
  });

  it('leads to another folder, of which nothing is known yet', async () => {
    const first = await opened(files);
    const second = await opened({ 'atom.xml': '<feed/>' });
    const { calm } = await import('./support/opened.js');
    first.house.note({ output: second.output, written: ['atom.xml'], removed: [] }, calm);
    expect((await first.get('/rss.xml')).status).toBe(404);
    expect((await first.get('/atom.xml')).body.toString()).toBe('<feed/>');
  });
});

it('where no address of the site is given, it is where it is served', async () => {
  const { get, address } = await opened(files, { site: undefined });
  expect((await get('/rss.xml')).headers.link).toBe(`<${address}rss.xml>; rel="self"`);
});

it('an address is one that can be followed', () => {
  const at = (address: string) => ({ address, family: '', port: 8080 });
  expect(addressOf('localhost', at('127.0.0.1'))).toBe('http://localhost:8080/');
  expect(addressOf('::1', at('::1'))).toBe('http://[::1]:8080/');
  expect(addressOf('127.0.0.1', { ...at('127.0.0.1'), port: 80 })).toBe('http://127.0.0.1/');
  expect(addressOf('0.0.0.0', at('0.0.0.0'))).not.toContain('0.0.0.0');
  expect(addressOf('::', at('::'))).toMatch(/^http:\/\/\d+\.\d+\.\d+\.\d+:8080\/$/);
});
