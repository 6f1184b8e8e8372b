import { rmSync, writeFileSync } from 'node:fs';
import { Agent, get as request } from 'node:http';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Holdings } from '../../src/serve/holdings.js';
import { ask, converse } from './support/ask.js';
import { opened } from './support/opened.js';

/** A document that says at both ends, and by its length, which version it is. */
function version(nth: number): string {
  return `<rss n="${nth}">${'Wind and rain. '.repeat(2000 + (nth % 7) * 300)}</rss n="${nth}">`;
}

function isWhole(text: string): boolean {
  const [, nth = 'none'] = /^<rss n="(\d+)">/.exec(text) ?? [];
  return text === version(Number(nth));
}

it('no answer is ever torn while documents are replaced, nor older than one before', async () => {
  const { write, address } = await opened({ 'rss.xml': version(0) });
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const until = performance.now() + 4000;
  let nth = 0;
  let answers = 0;
  const bad: string[] = [];
  const client = async () => {
    let last = 0;
    while (performance.now() < until) {
      const text = await new Promise<string>((resolve, reject) => {
        request(`${address}rss.xml`, { agent }, (response) => {
          let body = '';
          response.setEncoding('utf8').on('data', (part: string) => {
            body += part;
          });
          response.on('end', () => resolve(body)).on('error', reject);
        }).on('error', reject);
      });
      answers++;
      const now = Number(/\d+/.exec(text)?.[0]);
      if (!isWhole(text) || now < last) bad.push(text.slice(0, 50));
      last = now;
    }
  };
  const clients = Array.from({ length: 8 }, client);
  while (performance.now() < until) {
    write({ 'rss.xml': version(++nth) });
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  await Promise.all(clients);
  agent.destroy();
  expect(bad).toEqual([]);
  expect(nth).toBeGreaterThan(20);
  expect(answers).toBeGreaterThan(30);
});

it('documents that nobody asks for give way, and come again when they are asked for', async () => {
  const names = Array.from({ length: 30 }, (_, at) => `tags/t${at}/rss.xml`);
  const files = Object.fromEntries(names.map((name, at) => [name, `${at} ${'x'.repeat(1000)}`]));
  const { get } = await opened(files, { budget: 5000 });
  const held = async () => Number(/memory_bytes (\d+)/.exec((await get('/metrics')).body.toString())?.[1]);
  const seen = new Map<string, string | undefined>();
  for (const round of [1, 2])
    for (const [at, name] of names.entries()) {
      const { status, headers, body } = await get(`/${name}`, {
        'Accept-Encoding': round === 1 ? 'gzip' : 'identity',
      });
      expect([name, status]).toEqual([name, 200]);
      if (round === 2) expect(body.toString()).toMatch(new RegExp(`^${at} x{1000}$`));
      // Time and tag outlive the memory.
      const mark = `${headers['last-modified']} ${headers.etag?.replace('-gz', '')}`;
      expect(seen.get(name) ?? mark).toBe(mark);
      seen.set(name, mark);
      expect(await held()).toBeLessThanOrEqual(5000);
    }
});

it('one that is larger than all the room is served all the same', async () => {
  const { get } = await opened(
    { 'rss.xml': 'x'.repeat(10_000), 'atom.xml': 'y'.repeat(10_000) },
    { budget: 5000 },
  );
  expect((await get('/rss.xml')).body).toHaveLength(10_000);
  expect((await get('/atom.xml')).body).toHaveLength(10_000);
  expect((await get('/rss.xml')).body).toHaveLength(10_000);
});

it('where a document cannot be read, the one of before is served until it can', async () => {
  const { get, house, output, remove } = await opened({ 'rss.xml': '<rss>1</rss>', 'atom.xml': '<feed/>' });
  await get('/rss.xml');
  rmSync(join(output, 'rss.xml'));
  const { calm } = await import('./support/opened.js');
  house.note({ output, written: ['rss.xml', 'feed.json'], removed: [] }, calm);
  expect((await get('/rss.xml')).body.toString()).toBe('<rss>1</rss>');
  const { status, headers } = await get('/feed.json');
  expect([status, headers['retry-after']]).toEqual([503, '10']);
  writeFileSync(join(output, 'rss.xml'), '<rss>2</rss>');
  expect((await get('/rss.xml')).body.toString()).toBe('<rss>2</rss>');
  remove('atom.xml');
  expect((await get('/atom.xml')).status).toBe(404);
});

it('a document is read once for all who ask, and never in place of one that was written later', async () => {
  const reads: ((text: string) => void)[] = [];
  const terms = { site: 'https://example.org/', hub: [], maxAge: 300 };
  const holdings = new Holdings(
    terms,
    () =>
      new Promise((resolve) => {
        reads.push((text) => resolve({ bytes: Buffer.from(text), modified: 0 }));
      }),
    1000,
  );
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const text = async () => (await holdings.get('rss.xml')).whole.facts.bytes.toString();
  holdings.note(['rss.xml'], []);
  const first = [text(), text()];
  await turn();
  expect(reads).toHaveLength(1);
  holdings.note(['rss.xml'], []);
  const second = text();
  await turn();
  reads[0]?.('old');
  expect(await Promise.all(first)).toEqual(['old', 'old']);
  await turn();
  reads[1]?.('new');
  expect(await second).toBe('new');
  expect(await text()).toBe('new');
  expect(reads).toHaveLength(2);
});

it('who is being answered when the end comes gets all of it, and nobody is kept waiting', async () => {
  const { house, address } = await opened({ 'rss.xml': 'x'.repeat(3_000_000), 'atom.xml': '<feed/>' });
  const { port } = new URL(address);
  const idle = converse(address, 'GET /atom.xml HTTP/1.1\r\nHost: x\r\n\r\n');
  const silent = converse(address, '');
  const answers = Array.from({ length: 10 }, () => ask(address, '/rss.xml'));
  await ask(address, '/atom.xml');
  const began = performance.now();
  await house.end();
  expect(performance.now() - began).toBeLessThan(5000);
  const ended = await Promise.allSettled(answers);
  const whole = ended.filter((one) => one.status === 'fulfilled' && one.value.body.length === 3_000_000);
  expect(whole).toHaveLength(10);
  expect(await idle).toMatch(/<feed\/>$/);
  expect(await silent).toBe('');
  await expect(ask(`http://127.0.0.1:${port}/`, '/')).rejects.toThrow();
});
