import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { article, type Running, start } from '../service/program.js';
import { folderOf } from '../support/folder.js';
import { put } from '../support/put.js';
import { ask } from './support/ask.js';

const patience = { timeout: 45_000, interval: 20 };
const name = 'feedmill.config.yaml';

/** Serves a folder; gives the address at which that is told. */
async function serving(files: Readonly<Record<string, string>> = {}, ...args: string[]) {
  const cwd = folderOf({ 'articles/storm.md': article('Storm'), ...files });
  const running = start(cwd, ['serve', '--json', '--port', '0', ...args]);
  await running.seen('"event":"watching"');
  return { cwd, running, address: addressIn(running) };
}

function addressIn(running: Running): string {
  return String(running.events('serving').at(-1)?.address);
}

async function feedAt(address: string, titles?: readonly string[]) {
  const { body } = await ask(address, '/feed.json');
  const feed = JSON.parse(body.toString());
  if (titles) expect(feed.items.map(({ title }: { title: string }) => title).sort()).toEqual(titles);
  return feed;
}

describe('feedmill serve', () => {
  it('serves what it builds, and follows the articles', async () => {
    const { cwd, running, address } = await serving();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    // Nobody said where the site is: it is here.
    const feed = await feedAt(address, ['Storm']);
    expect(feed.feed_url).toBe(`${address}feed.json`);
    expect(feed.home_page_url).toBe(address);
    const { headers } = await ask(address, '/rss.xml');
    expect(headers.link).toBe(`<${address}rss.xml>; rel="self"`);
    expect((await ask(address, '/healthz')).body.toString()).toBe('ok\n');
    put(cwd, 'articles/calm.md', article('Calm'));
    await vi.waitFor(() => feedAt(address, ['Calm', 'Storm']), patience);
    rmSync(join(cwd, 'articles/storm.md'));
    await vi.waitFor(() => feedAt(address, ['Calm']), patience);
    const metrics = (await ask(address, '/metrics')).body.toString();
    expect(metrics).toMatch(/^feedmill_builds_total 3$/m);
    expect(metrics).toMatch(/^feedmill_articles 1$/m);
    const { code, took } = await running.stop();
    expect(code).toBe(0);
    expect(took).toBeLessThan(8000);
    expect(running.events().map(({ event }) => event)).toEqual([
      ...['start', 'serving', 'problems', 'report', 'watching', 'report', 'report', 'stopped'],
    ]);
    expect(running.events('problems')[0]?.problems).toMatchObject([
      { code: 'site-not-given', message: `Took "${address}" as the address of the site: none is given` },
    ]);
  });

  it('tells people in a line where', async () => {
    const cwd = folderOf({ 'articles/storm.md': article('Storm'), [name]: 'site: https://example.org/\n' });
    const running = start(cwd, ['serve', '--port', '0']);
    await running.seen('watching articles for changes');
    await running.stop();
    const lines = running.written.err
      .replace(/in [\d.]+ m?s$|(?<=^feedmill )[\d.]+|:\d+\/$/gm, '…')
      .split('\n');
    expect(lines).toEqual([
      `feedmill … · articles → output · ${name}`,
      'serving http://127.0.0.1…',
      '1 article read · 1 entry published',
      'wrote atom.xml, embed.html, feed.css, feed.json, index.html, page.css, rss.xml (7 written, 0 unchanged) …',
      'watching articles for changes, Ctrl-C to stop',
      'stopped',
      '',
    ]);
    expect(readFileSync(join(cwd, 'output/rss.xml'), 'utf8')).toContain('https://example.org/rss.xml');
  });

  it('ends with 2 where another program has the port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const taken = other.address();
    const port = typeof taken === 'object' ? taken?.port : 0;
    const cwd = folderOf({ 'articles/storm.md': article('Storm') });
    const running = start(cwd, ['serve', '--port', String(port)]);
    expect(await running.ended).toMatchObject({ code: 2 });
    expect(running.written.err).toContain(
      `Cannot serve at "127.0.0.1:${port}": another program has this port`,
    );
    expect(running.written.err).toContain('--port 0');
  });

  it('may be ended at any moment, also while pages follow', async () => {
    const cwd = folderOf({ 'articles/storm.md': article('Storm') });
    const early = start(cwd, ['serve', '--json', '--port', '0']);
    await early.seen('"event":"start"');
    expect(await early.stop()).toMatchObject({ code: 0 });
    expect(early.events().at(-1)?.event).toBe('stopped');
    const { running, address } = await serving();
    const page = request(`${address}.feedmill/live`).end();
    const [response] = await once(page, 'response');
    const ended = once(response.resume(), 'end');
    const { code, took } = await running.stop('SIGINT');
    expect(code).toBe(0);
    expect(took).toBeLessThan(8000);
    await ended;
    expect(running.written.err).toBe('');
  });

  it('tells an open page of a problem with its file and line, and when it is mended', async () => {
    const { cwd, address } = await serving();
    let heard = '';
    const page = request(`${address}.feedmill/live`, (response) => {
      response.setEncoding('utf8').on('data', (text: string) => {
        heard += text;
      });
    }).end();
    page.on('error', () => undefined);
    onTestFinished(() => void page.destroy());
    await vi.waitFor(() => expect(heard).toContain('retry'), patience);
    put(cwd, 'articles/dated.md', '---\ntitle: Dated\ndate: someday\n---\nWind.');
    await vi.waitFor(
      () => expect(heard).toMatch(/event: problems\ndata: .*"path":"dated.md","line":3/),
      patience,
    );
    expect(heard).toMatch(/event: change\n/);
    // A turn that does not read it changes nothing of that.
    heard = '';
    put(cwd, 'articles/calm.md', article('Calm'));
    await vi.waitFor(() => expect(heard).toMatch(/event: change\n/), patience);
    expect(heard).not.toMatch(/event: problems\n/);
    put(cwd, 'articles/dated.md', article('Dated'));
    await vi.waitFor(() => expect(heard).not.toMatch(/"path":"dated.md"/), patience);
    await vi.waitFor(() => expect(heard).toMatch(/event: problems\n/), patience);
    writeFileSync(join(cwd, name), 'limit: many\n');
    await vi.waitFor(() => expect(heard).toMatch(/"path":"feedmill.config.yaml","line":1/), patience);
    writeFileSync(join(cwd, name), 'limit: 5\n');
    await vi.waitFor(
      () => expect(heard.split('event: problems').at(-1)).not.toMatch(/config.yaml/),
      patience,
    );
  });

  it('follows its config without losing a request', async () => {
    const { cwd, running, address } = await serving({ [name]: 'serve: { moved: { /old.xml: /rss.xml } }\n' });
    expect(await ask(address, '/old.xml')).toMatchObject({ status: 301, headers: { location: '/rss.xml' } });
    const statuses = new Set<number>();
    let isOver = false;
    const asking = (async () => {
      while (!isOver) statuses.add((await ask(address, '/rss.xml')).status);
    })();
    writeFileSync(
      join(cwd, name),
      'title: News\nhub: https://hub.example.org\nserve: { ended: [/old.xml], maxAge: 7 }\n',
    );
    await vi.waitFor(async () => expect((await ask(address, '/old.xml')).status).toBe(410), patience);
    await vi.waitFor(async () => expect((await feedAt(address)).title).toBe('News'), patience);
    isOver = true;
    await asking;
    expect([...statuses]).toEqual([200]);
    expect(running.events('config').at(-1)?.changed).toEqual(['title', 'description', 'hub', 'serve']);
    const { headers, body } = await ask(address, '/rss.xml');
    expect(headers['cache-control']).toBe('public, max-age=7');
    expect(headers.link).toContain('<https://hub.example.org/>; rel="hub"');
    expect(body.toString()).toContain('<atom:link rel="hub" href="https://hub.example.org/"/>');
    expect(running.events('serving')).toHaveLength(1);
  });

  it('goes to another output folder and keeps its port', async () => {
    const { cwd, address } = await serving({ [name]: 'title: One\n' });
    writeFileSync(join(cwd, name), 'title: Two\noutput: public\n');
    await vi.waitFor(async () => expect((await feedAt(address)).title).toBe('Two'), patience);
    rmSync(join(cwd, 'output'), { recursive: true });
    put(cwd, 'articles/calm.md', article('Calm'));
    await vi.waitFor(() => feedAt(address, ['Calm', 'Storm']), patience);
  });

  it('stays where it is where the config names a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const taken = other.address();
    const port = typeof taken === 'object' ? taken?.port : 0;
    const cwd = folderOf({ 'articles/storm.md': article('Storm'), [name]: 'serve: { port: 0 }\n' });
    const running = start(cwd, ['serve', '--json']);
    await running.seen('"event":"watching"');
    const address = addressIn(running);
    writeFileSync(join(cwd, name), `title: News\nserve: { port: ${port} }\n`);
    await running.seen('server-unusable');
    await vi.waitFor(async () => expect((await feedAt(address)).title).toBe('News'), patience);
  });
});
