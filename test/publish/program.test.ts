import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/publish/place.js';
import { article, start } from '../service/program.js';
import { folderOf } from '../support/folder.js';
import { put } from '../support/put.js';
import { stubbornHub } from '../syndicate/support/listen.js';
import { noEnvironment, realStore } from './support/real-store.js';
import { configFor, documentsIn, configName as name, publish, toldBy } from './support/site.js';

const store = realStore();

const secret = /[\w-]{36}\/owner/;

describe('feedmill publish', () => {
  it('brings every document to the bucket, as it is on disk, and nothing else', async ({ skip }) => {
    const { bucket, env } = await store(skip);
    const cwd = folderOf({
      'articles/storm.md': article('Storm', "![waves](<wä ves+1 (50%25)'s.png>)"),
      "articles/wä ves+1 (50%)'s.png": 'no picture',
      'articles/über & über+1.md': article('Odd name'),
      [name]: configFor(bucket, { feeds: 'all', limit: 1, archive: true }),
    });
    const { code, published, problems } = await publish(cwd, env);
    expect(problems).toEqual([]);
    expect(code).toBe(0);
    const documents = documentsIn(cwd);
    expect(documents).toContain('archive/1/rss.xml');
    expect(documents).toContain("wä ves+1 (50%)'s.png");
    expect(await bucket.keys()).toEqual(documents);
    expect(published?.uploaded).toHaveLength(documents.length - 1);
    for (const document of documents.filter((one) => one !== '.feedmill.json')) {
      const { bytes } = await bucket.get(document);
      expect(bytes, document).toEqual(readFileSync(join(cwd, 'output', document)));
    }
  });

  it('sends no document twice, and none that did not change', async ({ skip }) => {
    const { bucket, env } = await store(skip);
    const cwd = folderOf({ 'articles/storm.md': article('Storm'), [name]: configFor(bucket) });
    await publish(cwd, env);
    const again = await publish(cwd, env);
    expect(again.published).toMatchObject({ uploaded: [], removed: [], bytes: 0 });
    put(cwd, 'articles/calm.md', article('Calm'));
    const third = await publish(cwd, env);
    expect(third.published?.uploaded).toContain('articles/calm/index.html');
    expect(third.published?.uploaded).toContain('index.html');
    expect(third.published?.uploaded).not.toContain('feed.css');
    // Nothing of this is kept on this machine alone.
    const elsewhere = folderOf({
      'articles/storm.md': article('Storm'),
      'articles/calm.md': article('Calm'),
      'articles/.feedmill/ledger.ndjson': readFileSync(join(cwd, 'articles/.feedmill/ledger.ndjson'), 'utf8'),
      [name]: configFor(bucket),
    });
    expect((await publish(elsewhere, env)).published).toMatchObject({ uploaded: [], removed: [] });
  });

  it('gives each document its media type and how long it may be kept', async ({ skip }) => {
    const { bucket, env } = await store(skip);
    const cwd = folderOf({
      'articles/storm.md': article('Storm', '![waves](waves.png)'),
      'articles/waves.png': 'no picture',
      [name]: configFor(bucket, {}, { maxAge: 60, prefix: '/a folder/news/' }),
    });
    expect((await publish(cwd, env)).published).toMatchObject({ to: `s3://${bucket.name}/a folder/news` });
    const types = new Map<string, string | null>();
    for (const key of await bucket.keys()) {
      const headers = await bucket.head(key);
      const document = key.slice('a folder/news/'.length);
      types.set(document, headers.get('content-type'));
      expect(headers.get('content-encoding'), document).toBeNull();
      if (document !== '.feedmill.json') expect(headers.get('cache-control')).toBe('public, max-age=60');
    }
    expect(Object.fromEntries(types)).toMatchObject({
      'rss.xml': 'application/rss+xml; charset=utf-8',
      'atom.xml': 'application/atom+xml; charset=utf-8',
      'feed.json': 'application/feed+json; charset=utf-8',
      'feed.css': 'text/css; charset=utf-8',
      'index.html': 'text/html; charset=utf-8',
      'articles/storm/index.html': 'text/html; charset=utf-8',
      'waves.png': 'image/png',
    });
    expect([...types.values()].filter((type) => !type || type.includes('octet-stream'))).toEqual([]);
  });

  it('keeps texts compressed where that is wanted, and sends them again where it is not any more', async ({
    skip,
  }) => {
    const { bucket, env } = await store(skip);
    const cwd = folderOf({
      'articles/storm.md': article('Storm', '![waves](waves.png)'),
      'articles/waves.png': 'no picture',
      [name]: configFor(bucket, {}, { encoding: 'gzip' }),
    });
    const { published } = await publish(cwd, env);
    const { headers, bytes } = await bucket.get('rss.xml');
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(bytes).toEqual(readFileSync(join(cwd, 'output/rss.xml')));
    expect(Number((await bucket.head('rss.xml')).get('content-length'))).toBeLessThan(bytes.length);
    expect((await bucket.head('waves.png')).get('content-encoding')).toBeNull();
    put(cwd, name, configFor(bucket));
    const plain = await publish(cwd, env);
    expect(plain.published?.uploaded).toHaveLength((published?.uploaded.length ?? 0) - 1);
    expect((await bucket.head('rss.xml')).get('content-encoding')).toBeNull();
  });

  it('removes the documents of an article that is gone, and no object of somebody else', async ({ skip }) => {
    const { bucket, env } = await store(skip);
    const cwd = folderOf({
      'articles/storm.md': article('Storm'),
      'articles/calm.md': article('Calm'),
      [name]: configFor(bucket),
    });
    await bucket.put('mine.txt', 'mine');
    await bucket.put('articles/storm/mine.html', 'mine');
    await publish(cwd, env);
    rmSync(join(cwd, 'articles/storm.md'));
    const { published } = await publish(cwd, env);
    expect(published?.removed).toContain('articles/storm/index.html');
    expect(await bucket.keys()).toEqual([...documentsIn(cwd), 'articles/storm/mine.html', 'mine.txt'].sort());
  });

  it('leaves an object in the way as it is, says so, and brings all else', async ({ skip }) => {
    const { bucket, env } = await store(skip);
    const cwd = folderOf({ 'articles/storm.md': article('Storm'), [name]: configFor(bucket) });
    await bucket.put('index.html', 'mine');
    const { code, problems } = await publish(cwd, env);
    expect(code).toBe(1);
    expect(problems).toMatchObject([
      {
        code: 'object-in-the-way',
        message: 'Left "index.html" in the bucket as it is: it is not of Feedmill',
      },
    ]);
    expect((await bucket.get('index.html')).bytes.toString()).toBe('mine');
    expect(await bucket.keys()).toEqual(documentsIn(cwd));
    await bucket.remove('index.html');
    const next = await publish(cwd, env);
    expect(next.code).toBe(0);
    expect(next.published?.uploaded).toEqual(['index.html']);
  });

  it('takes over what was brought by other means before, where it is the same', async ({ skip }) => {
    const { bucket, env } = await store(skip);
    const cwd = folderOf({ 'articles/storm.md': article('Storm'), [name]: configFor(bucket) });
    await start(cwd, ['build']).ended;
    for (const document of documentsIn(cwd))
      await bucket.put(document, readFileSync(join(cwd, 'output', document), 'utf8'));
    const { code, problems } = await publish(cwd, env);
    expect([code, problems]).toEqual([0, []]);
    expect((await bucket.head('rss.xml')).get('content-type')).toBe('application/rss+xml; charset=utf-8');
    put(cwd, 'articles/calm.md', article('Calm'));
    expect((await publish(cwd, env)).code).toBe(0);
  });

  it('warns where nobody else could follow the links of what it brings', async ({ skip }) => {
    const { bucket, env } = await store(skip);
    const cwd = folderOf({
      'articles/storm.md': article('Storm'),
      [name]: configFor(bucket, { site: undefined }),
    });
    const { code, problems, published } = await publish(cwd, env);
    expect(problems.map(({ code }) => code)).toContain('publish-without-site');
    expect(published?.uploaded).toContain('index.html');
    expect(code).toBe(0);
    expect((await publish(cwd, env, ['--strict'])).code).toBe(1);
  });

  it('announces to hubs what is in the bucket, and a build announces nothing', async ({ skip }) => {
    const { bucket, env } = await store(skip);
    const hub = await stubbornHub([204]);
    const site = `${bucket.endpoint}${bucket.name}/`;
    const cwd = folderOf({
      'articles/storm.md': article('Storm'),
      [name]: configFor(bucket, { hub: hub.address, site, websub: { private: true } }),
    });
    await start(cwd, ['build']).ended;
    expect(hub.told).toEqual([]);
    await publish(cwd, env);
    expect([...hub.told].sort()).toEqual(['atom.xml', 'feed.json', 'rss.xml'].map((one) => site + one));
    await publish(cwd, env);
    expect(hub.told).toHaveLength(3);
  });

  it('announces what was brought, be it that a hub was told of it when it was not there yet', async ({
    skip,
  }) => {
    const { bucket, env } = await store(skip);
    const hub = await stubbornHub([204]);
    const more = { hub: hub.address, site: `${bucket.endpoint}${bucket.name}/`, websub: { private: true } };
    const cwd = folderOf({ 'articles/storm.md': article('Storm'), [name]: configFor(bucket, more) });
    await publish(cwd, env);
    put(cwd, 'articles/calm.md', article('Calm'));
    put(cwd, name, JSON.stringify({ ...more, pages: { articles: true } }));
    await start(cwd, ['build']).ended;
    expect(hub.told).toHaveLength(6);
    put(cwd, name, configFor(bucket, more));
    await publish(cwd, env);
    expect(hub.told).toHaveLength(9);
    await publish(cwd, env);
    expect(hub.told).toHaveLength(9);
  });
});

describe('credentials', () => {
  it('are in nothing that is told or written', async ({ skip }) => {
    const { bucket, env, keys } = await store(skip);
    const cwd = folderOf({
      'articles/storm.md': article('Storm'),
      [name]: configFor(bucket),
      'other.json': configFor(bucket, {}, { endpoint: undefined }),
    });
    expect(keys.secret).toMatch(secret);
    const runs = [
      await publish(cwd, env),
      await publish(cwd, { ...env, AWS_SECRET_ACCESS_KEY: `${keys.secret}x` }),
      await publish(cwd, { ...env, AWS_SESSION_TOKEN: keys.secret }),
      await publish(cwd, { ...env, AWS_ENDPOINT_URL: `http://a:${keys.secret}@127.0.0.1:61999/` }, [
        '--config',
        'other.json',
      ]),
    ];
    const files = readdirSync(cwd, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
    const said = runs.map(({ running }) => running.written.out + running.written.err);
    const kept = await Promise.all((await bucket.keys()).map(async (key) => (await bucket.get(key)).bytes));
    expect(texts.length).toBeGreaterThan(5);
    expect(kept.length).toBeGreaterThan(5);
    for (const text of [...texts, ...said, ...kept.map(String)]) {
      expect(text).not.toMatch(secret);
      expect(text).not.toContain(keys.id);
    }
  });

  it('are found in the shared file, by profile', async ({ skip }) => {
    const { bucket, keys } = await store(skip);
    const cwd = folderOf({
      'articles/storm.md': article('Storm'),
      [name]: configFor(bucket),
      'home/credentials': `[default]\naws_access_key_id = x\naws_secret_access_key = y\n\n[news]\naws_access_key_id=${keys.id}\naws_secret_access_key=${keys.secret}\n`,
    });
    const file = { ...noEnvironment, AWS_SHARED_CREDENTIALS_FILE: join(cwd, 'home/credentials') };
    expect((await publish(cwd, { ...file, AWS_PROFILE: 'news' })).code).toBe(0);
    const { code, problems } = await publish(cwd, file);
    expect(code).toBe(1);
    expect(problems).toMatchObject([{ code: 'store-refused' }]);
    expect(problems[0]?.message).toContain('403 InvalidAccessKeyId');
  });
});

describe('a store that cannot be used', () => {
  it.for<[string, object, Environment, number, string]>([
    [
      'there is no such bucket',
      { bucket: 'elsewhere' },
      {},
      1,
      'Cannot bring ".feedmill.json" to "s3://elsewhere": it answered 404 NoSuchBucket, there is no such bucket',
    ],
    [
      'the secret is wrong',
      {},
      { AWS_SECRET_ACCESS_KEY: 'wrong' },
      1,
      '403 SignatureDoesNotMatch, the secret access key is not the one that goes with the access key',
    ],
    ['nobody answers', { endpoint: 'http://127.0.0.1:61999/' }, {}, 1, 'nobody answers there'],
    ['there is no such host', { endpoint: 'http://nowhere.invalid/' }, {}, 1, 'there is no such host'],
    [
      'the environment has an address that is none',
      { endpoint: undefined },
      { AWS_ENDPOINT_URL: 'localhost:7480' },
      2,
      'Cannot use AWS_ENDPOINT_URL of the environment: expected an address that begins with http:// or https://',
    ],
    ['nobody gives credentials', {}, { AWS_ACCESS_KEY_ID: undefined }, 2, 'there are no credentials'],
  ])('is told plainly where %s', async ([, more, environment, code, message], { skip }) => {
    const { bucket, env } = await store(skip);
    const cwd = folderOf({ 'articles/storm.md': article('Storm'), [name]: configFor(bucket, {}, more) });
    const failed = await publish(cwd, { ...env, ...environment });
    expect(failed.code).toBe(code);
    expect(failed.problems).toHaveLength(1);
    expect(failed.problems[0]?.message).toContain(message);
    expect(documentsIn(cwd)).toContain('rss.xml');
    put(cwd, name, configFor(bucket));
    expect((await publish(cwd, env)).code).toBe(0);
  });

  it('is told plainly where these credentials may only read', async ({ skip }) => {
    const { bucket, env, stranger } = await store(skip);
    const cwd = folderOf({ 'articles/storm.md': article('Storm'), [name]: configFor(bucket) });
    const theirs = { ...env, AWS_ACCESS_KEY_ID: stranger.id, AWS_SECRET_ACCESS_KEY: stranger.secret };
    const barred = await publish(cwd, theirs);
    expect(barred.problems[0]?.message).toContain(
      '403 AccessDenied, these credentials have no right to do that',
    );
    const Principal = { AWS: ['arn:aws:iam:::user/stranger'] };
    const reading = { Effect: 'Allow', Principal, Action: ['s3:GetObject', 's3:ListBucket'] };
    const Resource = [`arn:aws:s3:::${bucket.name}`, `arn:aws:s3:::${bucket.name}/*`];
    await bucket.allow([{ ...reading, Resource }]);
    const { code, problems } = await publish(cwd, theirs);
    expect([code, problems.length]).toEqual([1, 1]);
    expect(problems[0]).toMatchObject({ code: 'store-refused' });
    expect(await bucket.keys()).toEqual([]);
    const Action = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket'];
    await bucket.allow([{ Effect: 'Allow', Principal, Action, Resource }]);
    expect((await publish(cwd, theirs)).code).toBe(0);
    expect(await bucket.keys()).toEqual(documentsIn(cwd));
  });

  it('keeps no watch from its work, and no hub is told of what is not there', async () => {
    const hub = await stubbornHub([204]);
    const bucket = { bucket: 'news' };
    const config = {
      site: 'https://example.org/',
      hub: hub.address,
      websub: { private: true },
      publish: bucket,
    };
    const cwd = folderOf({ 'articles/storm.md': article('Storm'), [name]: JSON.stringify(config) });
    const watch = start(cwd, ['watch', '--json'], { ...noEnvironment, AWS_REGION: 'eu west' });
    await watch.seen('"event":"watching"');
    put(cwd, 'articles/calm.md', article('Calm'));
    await watch.seen('"event":"report"', 2);
    expect(toldBy(watch).problems.map(({ message }) => message)).toEqual([
      'Cannot use AWS_REGION of the environment: expected the name of a region, as "eu-central-1"',
    ]);
    expect(hub.told).toEqual([]);
    expect((await watch.stop()).code).toBe(0);
  });

  it('is none where the config has none', async () => {
    const cwd = folderOf({ 'articles/storm.md': article('Storm') });
    const { code, problems } = await publish(cwd, noEnvironment);
    expect(code).toBe(2);
    expect(problems.at(-1)?.message).toBe('Cannot use the config: it has no "publish"');
  });
});
