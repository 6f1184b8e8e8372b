import { readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { folderOf } from '../support/folder.js';
import { put } from '../support/put.js';
import { feedIn } from './feed.js';
import { article, type Running, start } from './program.js';

/*
 * A config counts as it is now, not as it was when the service was started.
 */

const patience = { timeout: 45_000, interval: 20 };
const name = 'feedmill.config.yaml';
const given = 'site: https://example.org/\n';

async function watching(files: Readonly<Record<string, string>>, ...args: string[]) {
  const cwd = folderOf({ 'articles/storm.md': article('Storm'), ...files });
  const running = start(cwd, ['watch', '--json', ...args]);
  await running.seen('"event":"watching"');
  return { cwd, running };
}

/** Waits until the feed of a folder has a title. */
function titled(cwd: string, title: string, output = 'output'): Promise<void> {
  return vi.waitFor(() => expect(feedIn(join(cwd, output)).title).toBe(title), patience);
}

function codesOf(running: Running): string[] {
  const found = running.events('problems').flatMap(({ problems }) => problems as { code: string }[]);
  return found.map(({ code }) => code).filter((code) => code !== 'site-not-given');
}

describe('a config file that changes is followed by itself', () => {
  it('where it is written, replaced at once, removed, and made anew in another format', async () => {
    const { cwd, running } = await watching({ [name]: `${given}title: One\n` });
    await titled(cwd, 'One');
    writeFileSync(join(cwd, name), `${given}title: Two\n`);
    await titled(cwd, 'Two');
    put(cwd, 'new.yaml', `${given}title: Three\n`);
    renameSync(join(cwd, 'new.yaml'), join(cwd, name));
    await titled(cwd, 'Three');
    rmSync(join(cwd, name));
    await titled(cwd, 'Articles');
    put(cwd, 'articles/feedmill.config.toml', 'title = "Four"\n');
    await titled(cwd, 'Four');
    expect(running.events('config').map(({ changed }) => changed)).toEqual([
      ['title', 'description'],
      ['title', 'description'],
      // Where nobody gives a site, the articles have pages of their own.
      ['site', 'title', 'description', 'permalink', 'pages'],
      ['title', 'description'],
    ]);
    put(cwd, 'articles/calm.md', article('Calm'));
    await vi.waitFor(() => expect(feedIn(join(cwd, 'output')).entries).toEqual(['Calm', 'Storm']), patience);
    expect(await running.stop()).toMatchObject({ code: 0 });
    expect(codesOf(running)).toEqual([]);
  });

  it('where it is a link that leads to another one', async () => {
    const cwd = folderOf({
      'articles/storm.md': article('Storm'),
      'one/config.yaml': 'title: One',
      'two/config.yaml': 'title: Two',
    });
    symlinkSync('one', join(cwd, 'now'));
    const running = start(cwd, ['watch', '--json', '--config', 'now/config.yaml']);
    await running.seen('"event":"watching"');
    await titled(cwd, 'One');
    symlinkSync('two', join(cwd, 'next'));
    renameSync(join(cwd, 'next'), join(cwd, 'now'));
    await titled(cwd, 'Two');
  });

  it.each([
    ['feedmill.config.mjs', (title: string) => `export default async () => ({ title: '${title}' });`],
    ['feedmill.config.js', (title: string) => `module.exports = { title: '${title}' };`],
  ])('where it is a script, as %s', async (script, text) => {
    const { cwd, running } = await watching({ [script]: text('One') });
    await titled(cwd, 'One');
    writeFileSync(join(cwd, script), text('Two'));
    await titled(cwd, 'Two');
    writeFileSync(join(cwd, script), text("Two' +"));
    await running.seen('config-kept');
    writeFileSync(join(cwd, script), `\n\n${text('')};\nthrow new Error('no luck');\n`);
    await running.seen('config-kept', 2);
    const [, , , thrown] = running.events('problems').flatMap(({ problems }) => problems as object[]);
    expect(running.written.out).toMatch(new RegExp(`"path":"${script}","line":4,"column":7`));
    expect(thrown).toBeDefined();
    writeFileSync(join(cwd, script), text('Three'));
    await titled(cwd, 'Three');
  });

  it('but options go on to beat it', async () => {
    const { cwd, running } = await watching({ [name]: 'title: One\nlimit: 5\n' }, '--title', 'Mine');
    writeFileSync(join(cwd, name), 'title: Two\nlimit: 6\n');
    await running.seen('"event":"config"');
    expect(running.events('config')[0]).toMatchObject({ changed: ['limit'] });
    await titled(cwd, 'Mine');
  });

  it('to other folders', async () => {
    const { cwd, running } = await watching({
      [name]: 'articles: articles\n',
      'news/calm.md': article('Calm'),
    });
    writeFileSync(join(cwd, name), 'articles: news\noutput: public\nstate: memory\n');
    await running.seen('"event":"watching"', 2);
    expect(feedIn(join(cwd, 'public'))).toEqual({ title: 'News', entries: ['Calm'] });
    put(cwd, 'news/fog.md', article('Fog'));
    await vi.waitFor(() => expect(feedIn(join(cwd, 'public')).entries).toEqual(['Calm', 'Fog']), patience);
    // Nobody holds, writes or looks at the old ones any more.
    put(cwd, 'articles/late.md', article('Late'));
    const other = start(cwd, [
      'watch',
      'articles',
      '--json',
      '--config',
      name,
      '-o',
      'output',
      '--state',
      'articles/.feedmill',
    ]);
    await other.seen('"event":"watching"');
    expect(codesOf(other)).toEqual([]);
    expect(feedIn(join(cwd, 'output')).entries).toEqual(['Late', 'Storm']);
    expect(running.events('report').flatMap(({ read }) => read)).not.toContain('late.md');
  });
});

describe('a config that cannot be used', () => {
  it('is told once with file and line, and the one before counts until it is mended', async () => {
    const { cwd, running } = await watching({ [name]: 'title: One\nwatch: { rescan: 100 }\n' });
    writeFileSync(join(cwd, name), 'title: Two\nlimt: 5\nlimit: many\n');
    await running.seen('config-kept');
    put(cwd, 'articles/calm.md', article('Calm'));
    await vi.waitFor(() => expect(feedIn(join(cwd, 'output')).entries).toHaveLength(2), patience);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const told = running.events('problems').at(-1);
    expect(told).toMatchObject({ level: 'error' });
    expect(told?.problems).toMatchObject([
      { code: 'config-unknown-key', path: name, line: 2, column: 1 },
      { code: 'config-value', path: name, line: 3, column: 8 },
      { code: 'config-kept', level: 'warning' },
    ]);
    expect(codesOf(running)).toHaveLength(3);
    expect(feedIn(join(cwd, 'output')).title).toBe('One');
    writeFileSync(join(cwd, name), 'title: Three\n');
    await titled(cwd, 'Three');
    expect(codesOf(running)).toHaveLength(3);
  });

  it.each([
    ['names articles that are not there', 'articles: nowhere\n', 'articles-unreadable'],
    ['would write among the articles', 'output: articles\n', 'output-unusable'],
    ['is one of two', undefined, 'config-ambiguous'],
  ])('because it %s, does no harm', async (_why, text, code) => {
    const { cwd, running } = await watching({ [name]: 'title: One\n' });
    if (text === undefined) put(cwd, 'feedmill.config.json', '{}');
    else writeFileSync(join(cwd, name), text);
    await running.seen('config-kept');
    expect(codesOf(running)).toEqual([code, 'config-kept']);
    put(cwd, 'articles/calm.md', article('Calm'));
    await vi.waitFor(() => expect(feedIn(join(cwd, 'output')).entries).toHaveLength(2), patience);
    expect(feedIn(join(cwd, 'output')).title).toBe('One');
  });

  it('is soon forgotten where it is mended at once', async () => {
    const { cwd, running } = await watching({ [name]: 'title: One\n' });
    for (let round = 0; round < 20; round++) {
      writeFileSync(join(cwd, name), 'title: [');
      if (round % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 90));
      writeFileSync(join(cwd, name), `title: Round ${round}\n`);
    }
    await titled(cwd, 'Round 19');
    expect(running.events('config').length).toBeLessThan(20);
    expect(await running.stop()).toMatchObject({ code: 0 });
  });
});

describe('SIGHUP', () => {
  it('has the config read at once, changed or not', async () => {
    const { cwd, running } = await watching({ [name]: 'title: One\n' });
    running.child.kill('SIGHUP');
    await running.seen('"changed":[]');
    writeFileSync(join(cwd, name), 'title: Two\n');
    running.child.kill('SIGHUP');
    await titled(cwd, 'Two');
    await running.seen('"event":"watching"', 2);
    expect(running.events('watching')).toHaveLength(2);
  });

  it('may come as often as it likes', async () => {
    const { cwd, running } = await watching({ [name]: 'title: One\n' });
    for (let round = 0; round < 300; round++) {
      running.child.kill('SIGHUP');
      if (round === 150) writeFileSync(join(cwd, name), 'title: Two\n');
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    await titled(cwd, 'Two');
    put(cwd, 'articles/calm.md', article('Calm'));
    await vi.waitFor(() => expect(feedIn(join(cwd, 'output')).entries).toHaveLength(2), patience);
    expect(running.events('config').length).toBeLessThan(100);
    expect(await running.stop()).toMatchObject({ code: 0 });
    expect(running.written.err).toBe('');
  });

  it('may come during the first build, and together with the end', async () => {
    const files = Array.from({ length: 2000 }, (_, at) => [`articles/a${at}.md`, article(`Number ${at}`)]);
    const cwd = folderOf({ ...Object.fromEntries(files), [name]: 'title: One\n' });
    const running = start(cwd, ['watch', '--json', '--limit', '0']);
    await running.seen('"event":"start"');
    writeFileSync(join(cwd, name), 'title: Two\n');
    running.child.kill('SIGHUP');
    await running.seen('"event":"watching"');
    await titled(cwd, 'Two');
    writeFileSync(join(cwd, name), 'title: Three\n');
    running.child.kill('SIGHUP');
    await running.seen('"event":"config"', 2);
    running.child.kill('SIGHUP');
    expect(await running.stop()).toMatchObject({ code: 0 });
  });
});

it('people are told in a few lines', async () => {
  const cwd = folderOf({ 'articles/storm.md': article('Storm'), [name]: `${given}title: One\n` });
  const running = start(cwd, ['watch']);
  await running.seen('watching articles for changes');
  writeFileSync(join(cwd, name), `${given}title: Two\ntimezone: Europe/Lisbon\n`);
  await running.seen('watching articles for changes', 2);
  running.child.kill('SIGHUP');
  await running.seen('nothing changed');
  await running.stop();
  const lines = running.written.err.replace(/in [\d.]+ m?s$|\d\.\d\.\d/gm, '…').split('\n');
  expect(lines).toEqual([
    `feedmill … · articles → output · ${name}`,
    '1 article read · 1 entry published',
    'wrote atom.xml, embed.html, feed.css, feed.json, index.html, page.css, rss.xml (7 written, 0 unchanged) …',
    'watching articles for changes, Ctrl-C to stop',
    `config read again · ${name} · changed title, description, timezone`,
    '1 article read · 1 entry published',
    'wrote atom.xml, embed.html, feed.json, index.html, rss.xml (5 written, 2 unchanged) …',
    'watching articles for changes, Ctrl-C to stop',
    `config read again · ${name} · nothing changed`,
    'stopped',
    '',
  ]);
});

it('files that pages show belong to the config: a style sheet that changes is followed', async () => {
  const { cwd, running } = await watching({
    [name]: `${given}pages:\n  css: my.css\n`,
    'my.css': 'h1 { color: red }',
  });
  const style = () => readFileSync(join(cwd, 'output/custom.css'), 'utf8');
  expect(style()).toContain('red');
  put(cwd, 'my.css', 'h1 { color: teal }');
  await vi.waitFor(() => expect(style()).toContain('teal'), patience);
  await running.stop();
  expect(running.events('config').map(({ changed }) => changed)).toEqual([['pages']]);
});
