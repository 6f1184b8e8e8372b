import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { freePort } from '../serve/support/free-port.js';
import { article, type Running, start } from '../service/program.js';
import { folderOf } from '../support/folder.js';
import { put } from '../support/put.js';
import { openHub } from './support/hub.js';
import { listen, stubbornHub } from './support/listen.js';
import { subscribe } from './support/subscriber.js';

const patience = { timeout: 45_000, interval: 20 };
const documents = ['atom.xml', 'feed.json', 'rss.xml'];

const name = 'feedmill.config.json';

/** A config by which changes are announced to hubs on this machine. */
function configFor(hub: string | readonly string[], site = 'http://127.0.0.1:8080/', more = {}) {
  return JSON.stringify({ site, hub, websub: { private: true }, pages: false, ...more });
}

/** A folder of one article with such a config. */
function folderFor(...given: Parameters<typeof configFor>) {
  return folderOf({ 'articles/storm.md': article('Storm'), [name]: configFor(...given) });
}

/** Builds once, and gives the events that were told. */
async function build(cwd: string) {
  const running = start(cwd, ['build', '--json']);
  const { code } = await running.ended;
  return { code, running, problems: problemsOf(running), announced: announcedBy(running) };
}

function problemsOf(running: Running) {
  return running
    .events('problems')
    .flatMap(({ problems }) => problems as { code: string; message: string }[]);
}

function announcedBy(running: Running) {
  return running
    .events('announced')
    .map(({ topic }) => String(topic).replace(/.*\//, ''))
    .sort();
}

describe('feedmill serve with a hub', () => {
  it('brings the new bytes of a feed to its subscribers', async () => {
    const hub = await openHub();
    const port = await freePort();
    const site = `http://127.0.0.1:${port}/`;
    const cwd = folderFor(hub.address, site);
    const running = start(cwd, ['serve', '--json', '--port', String(port)]);
    await running.seen('"event":"announced"', 3);
    await vi.waitFor(() => expect(hub.distributed).toHaveLength(3), patience);
    const deliveries = await subscribe(hub.address, `${site}atom.xml`);
    put(cwd, 'articles/calm.md', article('Calm after all'));
    await vi.waitFor(() => expect(deliveries).not.toHaveLength(0), patience);
    await running.seen('"event":"announced"', 6);
    await vi.waitFor(() => expect(hub.distributed).toHaveLength(6), patience);
    expect(deliveries).toHaveLength(1);
    expect(deliveries[0]?.isSigned).toBe(true);
    expect(deliveries[0]?.type).toBe('application/atom+xml; charset=utf-8');
    expect(deliveries[0]?.bytes.toString()).toContain('Calm after all');
    expect(deliveries[0]?.bytes).toEqual(readFileSync(join(cwd, 'output/atom.xml')));
    expect(hub.faults).toEqual([]);
    const topics = documents.map((name) => site + name);
    expect(hub.pings.map(({ topic }) => topic).sort()).toEqual([...topics, ...topics].sort());
    expect(hub.pings[0]?.contentType).toBe('application/x-www-form-urlencoded');
    expect(hub.pings[0]?.form).toMatchObject({ 'hub.mode': 'publish', 'hub.url': hub.pings[0]?.topic });
    const manual = readFileSync(new URL('../../docs/syndicating.md', import.meta.url), 'utf8');
    const [, shown = ''] = /```json\n(.*)\n```/.exec(manual) ?? [];
    const event = running.events('announced')[0] ?? {};
    expect(Object.keys(event)).toEqual(Object.keys(JSON.parse(shown)));
    expect(event).toMatchObject({ level: 'info', hub: hub.address, status: 202 });
    expect((await running.stop()).code).toBe(0);
  });

  it('goes on, and ends at once, while the hub keeps it hanging', async () => {
    const hub = await listen(() => undefined);
    const cwd = folderFor(hub);
    const running = start(cwd, ['watch', '--json']);
    await running.seen('"event":"watching"');
    put(cwd, 'articles/calm.md', article('Calm'));
    await running.seen('"entries":2');
    const { code, took } = await running.stop();
    expect(code).toBe(0);
    expect(took).toBeLessThan(5000);
    expect(announcedBy(running)).toEqual([]);
  });
});

describe('feedmill build with a hub', () => {
  it('announces what changed before it ends, and nothing where nothing did', async () => {
    const hub = await stubbornHub([204]);
    const cwd = folderFor(hub.address);
    expect((await build(cwd)).announced).toEqual(documents);
    const told = hub.told.length;
    expect((await build(cwd)).announced).toEqual([]);
    expect(hub.told).toHaveLength(told);
    put(cwd, 'articles/storm.md', article('Storm', 'It is over.'));
    expect((await build(cwd)).announced).toEqual(documents);
  });

  it('announces feeds of groups, but no pages and no archives', async () => {
    const hub = await stubbornHub([204]);
    const cwd = folderFor(hub.address, 'https://example.org/news/', {
      ...{ pages: true, feeds: 'all', archive: true, limit: 1 },
    });
    put(cwd, 'articles/sea/calm.md', article('Calm'));
    put(cwd, 'articles/sea/wave.md', article('Wave'));
    await build(cwd);
    expect(existsSync(join(cwd, 'output/archive'))).toBe(true);
    expect(hub.told.filter((topic) => !topic.startsWith('https://example.org/news/'))).toEqual([]);
    expect(hub.told).toContain('https://example.org/news/sections/sea/atom.xml');
    expect(hub.told.filter((topic) => /html|archive|opml|css/.test(topic))).toEqual([]);
  });

  it('announces what a run that was killed had written and not announced', async () => {
    let isUp = false;
    const told: string[] = [];
    const hub = await listen((request, response) => {
      told.push(request.url ?? '');
      if (isUp) response.writeHead(204).end();
    });
    const cwd = folderFor(hub);
    const running = start(cwd, ['watch', '--json']);
    await vi.waitFor(() => expect(told).not.toHaveLength(0), patience);
    await running.stop('SIGKILL');
    isUp = true;
    const { announced, running: next } = await build(cwd);
    expect(next.events('report')).toMatchObject([{ documents: { written: [], unchanged: documents } }]);
    expect(announced).toEqual(documents);
  });

  it('keeps what a hub could not be told for the next run, and says so', async () => {
    let isUp = false;
    const told: string[] = [];
    const hub = await listen((_, response) => {
      told.push('once');
      response.writeHead(isUp ? 204 : 503, { 'Retry-After': '60' }).end();
    });
    const cwd = folderFor(`${hub}?token=abc123&mine`);
    const first = await build(cwd);
    expect(first.code).toBe(0);
    expect(first.announced).toEqual([]);
    expect(first.problems).toMatchObject([
      { code: 'hub-unreachable', message: `Cannot reach hub "${hub}?…": it answered 503` },
    ]);
    expect(first.running.written.out).not.toContain('abc123');
    isUp = true;
    expect((await build(cwd)).announced).toEqual(documents);
    expect((await build(cwd)).announced).toEqual([]);
  });

  it('tells every hub, though one of them refuses', async () => {
    const hub = await stubbornHub([204]);
    const closed = await stubbornHub([403]);
    const cwd = folderFor([closed.address, hub.address]);
    const { announced, problems } = await build(cwd);
    expect(announced).toEqual(documents);
    expect(problems).toMatchObject([{ code: 'hub-refused' }]);
    await build(cwd);
    expect(closed.told).toHaveLength(3);
  });

  it('asks no hub in this network, and announces no site of it, unless that is allowed', async () => {
    const hub = await stubbornHub([204]);
    const here = await build(folderFor(hub.address, 'https://example.org/', { websub: {} }));
    expect(here.problems).toMatchObject([{ code: 'hub-private' }]);
    const site = await build(folderFor(hub.address, 'http://10.0.0.7/', { websub: {} }));
    expect(site.problems).toMatchObject([{ code: 'not-announced' }]);
    const none = await build(folderFor(hub.address, undefined, { site: undefined }));
    expect(none.problems.map(({ code }) => code)).toContain('not-announced');
    const off = await build(folderFor(hub.address, undefined, { websub: { announce: false } }));
    expect(off.problems).toEqual([]);
    expect(hub.told).toEqual([]);
  });
});
