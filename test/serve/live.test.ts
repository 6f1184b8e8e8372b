import { type ClientRequest, request } from 'node:http';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { isLocal } from '../../src/serve/local.js';
import { ask, converse } from './support/ask.js';
import { calm, opened } from './support/opened.js';

const page = '<!doctype html><html><head><title>Fog</title></head><body><main>Fog</main></body></html>\n';
const script = '<script src="/.feedmill/live.js" defer></script>\n';
const files = { 'index.html': page, 'page.css': 'main {}', 'rss.xml': '<rss/>' };
const patience = { timeout: 20_000, interval: 10 };

/** Follows the articles as an open page does. */
function follow(address: string): { heard: () => string; asked: ClientRequest; ended: Promise<void> } {
  let text = '';
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const asked = request(`${address}.feedmill/live`, (response) => {
    response.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    response.on('close', end);
  });
  asked.on('error', () => undefined).end();
  onTestFinished(() => void asked.destroy());
  return { heard: () => text, asked, ended };
}

describe('a page that is open on this machine', () => {
  it('has the script by which it follows, and its own tag; the file has not', async () => {
    const { get, address } = await opened(files);
    const { headers, body } = await get('/');
    expect(body.toString()).toBe(page.replace('</body>', `${script}</body>`));
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(headers['content-security-policy']).toMatch(/; script-src 'self'; connect-src 'self'$/);
    const elsewhere = await get('/', { 'X-Forwarded-For': '192.0.2.1' });
    expect(elsewhere.body.toString()).toBe(page);
    expect(elsewhere.headers['content-security-policy']).not.toContain('script-src');
    expect(elsewhere.headers.etag).not.toBe(headers.etag);
    expect((await get('/', { 'If-None-Match': headers.etag ?? '' })).status).toBe(304);
    expect((await get('/', { 'If-None-Match': elsewhere.headers.etag ?? '' })).status).toBe(200);
    expect((await get('/rss.xml')).headers['cache-control']).toBe('public, max-age=300');
    expect((await get('/page.css')).headers['cache-control']).toBe('private, no-cache');
    const asset = async (name: string) => (await get(`/.feedmill/${name}`)).headers['content-type'];
    expect(await asset('live.js')).toBe('text/javascript; charset=utf-8');
    expect(await asset('live.css')).toBe('text/css; charset=utf-8');
    expect((await ask(address, '/.feedmill/live', {}, 'HEAD')).status).toBe(503);
  });

  it('is told within a second of what changed', async () => {
    const { address, write, remove } = await opened(files);
    const { heard } = follow(address);
    await vi.waitFor(() => expect(heard()).toContain('retry: 1000'), patience);
    write({ 'index.html': page.replace('Fog', 'Storm') });
    await vi.waitFor(() => expect(heard()).toContain('event: change\ndata: ["index.html"]\n\n'), patience);
    remove('rss.xml');
    await vi.waitFor(() => expect(heard()).toContain('event: change\ndata: ["rss.xml"]\n\n'), patience);
  });

  it('is told the problems there are, and when they are mended', async () => {
    const { address, house } = await opened(files);
    const finding = {
      level: 'error' as const,
      message: 'Cannot read',
      help: 'Mend it.',
      path: 'a\nb.md',
      line: 3,
    };
    house.tell({ ...calm, levels: { error: 1, warning: 0, note: 0 }, findings: [finding] });
    const { heard } = follow(address);
    const told = (total: number, findings: readonly object[]) =>
      `event: problems\ndata: ${JSON.stringify({ total, findings })}\n\n`;
    await vi.waitFor(() => expect(heard()).toContain(told(1, [finding])), patience);
    house.tell(calm);
    await vi.waitFor(() => expect(heard()).toContain(told(0, [])), patience);
  });

  it('is counted while it is open, and there are not too many', async () => {
    const { address, get } = await opened(files);
    const pages = Array.from({ length: 70 }, () => follow(address));
    const counted = async () =>
      Number(/live_connections (\d+)/.exec((await get('/metrics')).body.toString())?.[1]);
    await vi.waitFor(async () => expect(await counted()).toBe(64), patience);
    expect((await get('/.feedmill/live')).status).toBe(503);
    for (const { asked } of pages) asked.destroy();
    await vi.waitFor(async () => expect(await counted()).toBe(0), patience);
  });

  it('does not keep the server from ending', async () => {
    const { address, house } = await opened(files);
    const { heard, ended } = follow(address);
    await vi.waitFor(() => expect(heard()).toContain('retry'), patience);
    const began = performance.now();
    await Promise.all([house.end(), ended]);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it.each([
    ['the config says no', { live: false }],
    ['other machines can reach the server', { host: '0.0.0.0' }],
  ])('does not follow where %s', async (_why, given) => {
    const { address, house, settings } = await opened(files, given);
    const { port } = new URL(address);
    const here = `http://127.0.0.1:${port}/`;
    expect((await ask(here, '/')).body.toString()).toBe(page);
    for (const name of ['live', 'live.js', 'live.css'])
      expect((await ask(here, `/.feedmill/${name}`)).status).toBe(404);
    await house.settle({ ...settings, live: false });
    expect((await ask(here, '/')).status).toBe(200);
  });
});

describe('nobody but a browser on this machine sees the names of files', () => {
  const headers = { host: 'localhost:8080' };

  it.each(['localhost', 'LOCALHOST:8080', '127.0.0.1:8080', '127.1.2.3', '[::1]:8080', 'news.localhost'])(
    'which calls it %s',
    (host) => expect(isLocal({ httpVersion: '1.1', headers: { host } })).toBe(true),
  );

  it.each([
    'example.org',
    '127.0.0.1.example.org',
    'localhost.example.org',
    '192.168.1.5',
    '',
    '127.0.0.1@example.org',
    '1270.0.0.1',
  ])('and not one that is led here as %s', (host) =>
    expect(isLocal({ httpVersion: '1.1', headers: { host } })).toBe(false),
  );

  it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'via', 'x-real-ip'])(
    'nor one behind a proxy, which sends %s',
    (name) => expect(isLocal({ httpVersion: '1.1', headers: { ...headers, [name]: 'x' } })).toBe(false),
  );

  it('nor a proxy that speaks HTTP/1.0, as nginx does', async () => {
    expect(isLocal({ httpVersion: '1.0', headers })).toBe(false);
    const { address } = await opened(files);
    const said = await converse(address, 'GET / HTTP/1.0\r\nHost: localhost\r\n\r\n');
    expect(said).toContain('<main>Fog</main></body>');
    expect(await converse(address, 'GET /.feedmill/live HTTP/1.0\r\nHost: localhost\r\n\r\n')).toMatch(
      / 404 /,
    );
  });
});
