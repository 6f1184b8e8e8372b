import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer, Ask, Silence } from '../../src/syndicate/ask.js';
import { checkHubs } from '../../src/syndicate/check-hubs.js';
import { freePort } from '../serve/support/free-port.js';
import { article, start } from '../service/program.js';
import { sampleConfig } from '../support/config.js';
import { folderOf } from '../support/folder.js';
import { stubbornHub } from './support/listen.js';

const hub = 'https://hub.example.org/';
const topic = 'https://example.org/rss.xml';
const rss = `<rss><channel><atom:link rel="self" href="${topic}"/><atom:link rel="hub" href="${hub}"/><item><atom:link rel="self" href="x"/></item></channel></rss>`;

function answer(given: Partial<Answer> = {}): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'application/rss+xml' },
    body: Buffer.from(rss),
    ...given,
  };
}

/** What is found to be bad of `rss.xml`, or of the hub, in a world in which these are answered. */
async function faults(at: Readonly<Record<string, Answer | Silence>>, about = topic) {
  const output = folderOf({ 'rss.xml': rss });
  const ask: Ask = async ({ address }) => at[address] ?? answer();
  const found: string[] = [];
  for await (const { subject, isGood, ...said } of checkHubs(sampleConfig({ output, hub: [hub] }), ask)) {
    expect(said.help === undefined).toBe(isGood);
    if (!isGood && subject === about) found.push(said.found);
  }
  return found;
}

describe('what a hub would find', () => {
  it('is nothing where all is well', async () => {
    expect(await faults({})).toEqual([]);
    expect(await faults({}, hub)).toEqual([]);
  });

  it('is told where a feed is elsewhere, or cannot be fetched', async () => {
    const moved = answer({ status: 301, headers: { location: 'https://www.example.org/rss.xml' } });
    expect(await faults({ [topic]: moved })).toEqual([
      'answers 301, and leads to https://www.example.org/rss.xml',
    ]);
    const silence = { reason: 'there is no such host', isBarred: false };
    expect(await faults({ [topic]: silence })).toEqual(['cannot be fetched: there is no such host']);
  });

  it('is told where it is not what was built', async () => {
    const old = answer({ body: Buffer.from(rss.replace('<item>', '<item><title>Old</title>')) });
    expect(await faults({ [topic]: old })).toEqual(['has other bytes than those on disk']);
    const untyped = answer({ headers: { 'content-type': 'text/html' } });
    expect(await faults({ [topic]: untyped })).toEqual(['has the media type text/html']);
  });

  it('is told where it calls itself something else, or names no hub', async () => {
    const link = '<https://example.org/feed>; rel="self"';
    const twice = answer({ headers: { 'content-type': 'text/xml', link } });
    expect(await faults({ [topic]: twice })).toEqual([`calls itself https://example.org/feed and ${topic}`]);
    const bare = answer({ body: Buffer.from('<rss/>') });
    expect(await faults({ [topic]: bare })).toEqual([
      'has other bytes than those on disk',
      'does not say its own address',
      'does not name https://hub.example.org/',
    ]);
  });

  it('is told of the hub itself', async () => {
    expect(await faults({ [hub]: answer({ status: 405 }) }, hub)).toEqual([]);
    const found = ['cannot be fetched: it answered 502'];
    expect(await faults({ [hub]: answer({ status: 502 }) }, hub)).toEqual(found);
  });
});

describe('feedmill hub-check', () => {
  it('finds nothing where feedmill serve is asked, and says so in lines', async () => {
    const asked = await stubbornHub([200]);
    const port = await freePort();
    const site = `http://127.0.0.1:${port}/`;
    const config = JSON.stringify({ site, hub: asked.address, websub: { private: true } });
    const cwd = folderOf({ 'articles/storm.md': article('Storm'), 'feedmill.config.json': config });
    const served = start(cwd, ['serve', '--json', '--port', String(port)]);
    await served.seen('"event":"announced"', 3);
    const running = start(cwd, ['hub-check']);
    const { code } = await running.ended;
    const manual = readFileSync(new URL('../../docs/syndicating.md', import.meta.url), 'utf8');
    const lines = running.written.err.replaceAll(site, 'https://example.org/');
    const shown = /```text\n(.*?)```/s.exec(manual)?.[1] ?? '';
    expect(shown).not.toBe('');
    expect(lines.replaceAll(asked.address, 'https://hub.example.org/')).toContain(shown);
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'output/rss.xml'), 'utf8')).toContain(asked.address);
  });

  it('tells what is missing, and ends with 1', async () => {
    const cwd = folderOf({ 'articles/storm.md': article('Storm') });
    const running = start(cwd, ['hub-check', '--json']);
    expect((await running.ended).code).toBe(1);
    expect(running.events('checked')).toMatchObject([
      { level: 'warning', subject: 'hub', isGood: false, found: 'is not given' },
      { level: 'warning', subject: 'site', isGood: false, found: 'is not given' },
    ]);
  });
});
