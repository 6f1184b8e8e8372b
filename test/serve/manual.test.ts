import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { article, start } from '../service/program.js';
import { folderOf } from '../support/folder.js';
import { skipWhere } from '../support/skip-where.js';
import { type Answered, ask } from './support/ask.js';
import { freePort } from './support/free-port.js';
import { opened } from './support/opened.js';

const manual = readFileSync(new URL('../../docs/serving.md', import.meta.url), 'utf8');
const patience = { timeout: 30_000, interval: 50 };

function examples(language: string): string[] {
  const blocks = manual.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'));
  return [...blocks].map(([, example = '']) => example);
}

describe('the manual', () => {
  it.each(examples('sh').flatMap((block) => block.trim().split('\n')))('%s', async (line) => {
    const cwd = folderOf({ 'articles/storm.md': article('Storm'), 'my-articles/calm.md': article('Calm') });
    const [program, ...args] = line.split(' ');
    expect(program).toBe('feedmill');
    const running = start(cwd, [...args, '--json', '--port', String(await freePort())]);
    await running.seen('"event":"watching"');
    const address = String(running.events('serving')[0]?.address);
    expect((await ask(address, '/rss.xml')).status).toBe(200);
    expect(await running.stop()).toMatchObject({ code: 0 });
  });

  it.each(examples('yaml'))('shows a config that can be used', async (text) => {
    const cwd = folderOf({ 'articles/': '', 'feedmill.config.yaml': text });
    const { serve, hub } = await loadConfig({ cwd });
    expect(serve.maxAge).toBe(600);
    expect(hub).toEqual(['https://hub.example.org/']);
    const { get } = await opened({ 'rss.xml': '<rss/>' }, { ...serve, port: 0, hub });
    expect(await get('/index.xml')).toMatchObject({ status: 301, headers: { location: '/rss.xml' } });
    expect((await get('/wire/rss.xml')).status).toBe(410);
  });

  it('names every metric there is, and no other', async () => {
    const { get } = await opened({ 'rss.xml': '<rss/>' });
    const { body } = await get('/metrics');
    const told = [...body.toString().matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name);
    const named = [...manual.matchAll(/`(feedmill_\w+)`/g)].map(([, name]) => name);
    expect([...new Set(named)].sort()).toEqual(told.sort());
  });
});

/** What a reader gets by way of a proxy that is set up as the manual says. */
async function expectThrough(proxy: string): Promise<void> {
  const through = (path: string, headers: Record<string, string> = {}): Promise<Answered> =>
    ask(proxy, path, { Host: 'example.org', ...headers });
  await vi.waitFor(async () => expect((await through('/rss.xml')).status).toBe(200), patience);
  const { headers } = await through('/rss.xml', { 'Accept-Encoding': 'br' });
  expect(headers['content-encoding']).toBe('br');
  expect(headers.etag).toMatch(/^"[\w-]{22}-br"$/);
  expect(headers.link).toContain('rel="self"');
  const had = { 'Accept-Encoding': 'br', 'If-None-Match': headers.etag ?? '' };
  expect((await through('/rss.xml', had)).status).toBe(304);
  expect((await through('/tags/fish')).headers.location).toMatch(/fish\/$/);
  expect((await through('/metrics')).status).toBe(404);
  expect((await through('/healthz')).status).toBe(200);
  // Nobody out there sees the names of files.
  for (const host of ['example.org', 'localhost']) {
    const page = await through('/', { Host: host });
    expect(page.body.toString()).not.toContain('live.js');
    expect((await through('/.feedmill/live', { Host: host })).status).toBe(404);
  }
}

const files = {
  'rss.xml': `<rss>${'Wind and rain. '.repeat(200)}</rss>`,
  'index.html': '<body>Fog</body>',
  'tags/fish/index.html': '<body>Fish</body>',
};

describe('behind a proxy, as the manual shows it,', () => {
  const isThere = (name: string, flag: string) => spawnSync(name, [flag]).status === 0;

  it('nginx', async ({ skip }) => {
    skipWhere(skip, !isThere('nginx', '-v'), 'nginx is not there');
    const { address } = await opened(files);
    const [example = ''] = examples('nginx');
    const port = await freePort();
    const server = example
      .replace('127.0.0.1:8080', new URL(address).host)
      .replace('listen 80;', `listen 127.0.0.1:${port} default_server;`);
    const cwd = folderOf({});
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${cwd}/${name};`,
    );
    const config = `daemon off; pid ${cwd}/pid; error_log stderr; events {} http { access_log off; ${places.join(' ')}\n${server}\n}`;
    writeFileSync(join(cwd, 'nginx.conf'), config);
    const child = spawn('nginx', ['-p', cwd, '-c', join(cwd, 'nginx.conf'), '-e', 'stderr'], {
      stdio: 'ignore',
    });
    onTestFinished(() => void child.kill());
    await expectThrough(`http://127.0.0.1:${port}/`);
  });

  it('Caddy', async ({ skip }) => {
    skipWhere(skip, !isThere('caddy', 'version'), 'Caddy is not there');
    const { address } = await opened(files);
    const [example = ''] = examples('caddy');
    const port = await freePort();
    const site = example
      .replace('127.0.0.1:8080', new URL(address).host)
      .replace('http://example.org', `http://:${port}`);
    const cwd = folderOf({});
    writeFileSync(join(cwd, 'Caddyfile'), `{\n admin off\n auto_https off\n}\n${site}`);
    const args = ['run', '--adapter', 'caddyfile', '--config', join(cwd, 'Caddyfile')];
    const child = spawn('caddy', args, { stdio: 'ignore', env: { ...process.env, HOME: cwd } });
    onTestFinished(() => void child.kill());
    await expectThrough(`http://127.0.0.1:${port}/`);
  });
});
