import { chmodSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differing } from '../../src/config/differing.js';
import { loadConfig } from '../../src/config/load.js';
import { stampOfConfig } from '../../src/config/stamp.js';
import type { Problem } from '../../src/problems.js';
import { sampleConfig } from '../support/config.js';
import { folderOf } from '../support/folder.js';
import { asOrdinaryUser, onWindows } from '../support/put.js';
import { skipWhere } from '../support/skip-where.js';

const name = 'feedmill.config.yaml';

/** The faults of a config file, as `line message`. */
async function faultsOf(cwd: string, given: { configFile?: string; articles?: string } = {}) {
  const error = await loadConfig({ cwd, ...given }).then(
    () => expect.unreachable('it was accepted'),
    (thrown: { problems: readonly Problem[] }) => thrown,
  );
  return error.problems.map(({ line, message }) => `${line ?? ''} ${message}`.trim());
}

const faultsIn = (text: string, file = name) => faultsOf(folderOf({ 'articles/': '', [file]: text }));

describe('what a config says is kept', () => {
  it('with a copyright line, threads, and authors by any name', async () => {
    const text = 'rights: " © Harbour News "\nworkers: 0\nauthors: ["Ana Ruiz", "1 & 1"]\nstate: memory\n';
    const cwd = folderOf({ 'articles/': '', [name]: text });
    expect(await loadConfig({ cwd })).toMatchObject({
      rights: '© Harbour News',
      workers: 0,
      state: join(cwd, 'memory'),
    });
  });

  it.each([
    ['daily-news_2', 'Daily news 2'],
    ['---', 'Feed'],
  ])('and the folder %s gives a title: %s', async (articles, title) => {
    expect(await loadConfig({ cwd: folderOf({ [`${articles}/`]: '' }), articles })).toMatchObject({ title });
  });
});

describe('values that cannot be used are quoted', () => {
  it.each([
    ['language: []', '1 Cannot use language (an empty list): expected a text'],
    ['language: [en]', '1 Cannot use language (a list): expected a text'],
    ['limit: {a: 1}', '1 Cannot use limit (a group of keys): expected a whole number, 0 for all entries'],
    [
      'maxFileSize: 99999999999 GB',
      '1 Cannot use maxFileSize "99999999999 GB": expected bytes, or a size as "10 MB"',
    ],
    [
      'site: "http://["',
      '1 Cannot use site "http://[": expected an address without user name, query or fragment',
    ],
    ['~: 1', expect.stringMatching(/^1 Cannot use config key "null": it does not exist/)],
    ['0x10: 1', expect.stringMatching(/^1 Cannot use config key "16": it does not exist/)],
    // What stands nowhere is told at the nearest place that there is.
    ['title: A\nfeeds:\n  - tags\n  -\n', expect.stringMatching(/^3 Cannot use feeds\.1 \(empty\)/)],
  ])('%s', async (text, fault) => {
    expect(await faultsIn(text)).toEqual([fault]);
  });

  it('short where they are long', async () => {
    const [fault] = await faultsIn(`limit: ${'x'.repeat(200)}`);
    expect(fault).toContain(`"${'x'.repeat(59)}…"`);
  });

  it('in a script too', async () => {
    expect(await faultsIn('export default { title: () => 1 };', 'feedmill.config.mjs')).toEqual([
      'Cannot use title (a function): expected a text',
    ]);
  });

  it('in TOML without a line where the key is written so that none is found', async () => {
    expect(await faultsIn('"a=b" = 1\n', 'feedmill.config.toml')).toEqual([
      expect.stringMatching(/^Cannot use config key "a=b": it does not exist/),
    ]);
  });
});

describe('a config file that cannot be read says why', () => {
  it.each([
    ['throw "no luck";', 'no luck'],
    ['export default async () => { throw new TypeError("no luck"); };', 'no luck'],
    ['export default () => undefined.x;', "Cannot read properties of undefined (reading 'x')"],
  ])('where it is run: %s', async (text, reason) => {
    expect(await faultsIn(text, 'feedmill.config.mjs')).toEqual([
      expect.stringMatching(/Cannot read config file "feedmill\.config\.mjs": /),
    ]);
    expect((await faultsIn(text, 'feedmill.config.mjs'))[0]).toContain(reason);
  });

  it('where it is a folder', async () => {
    const cwd = folderOf({ 'articles/': '', 'my.yaml/': '' });
    expect(await faultsOf(cwd, { configFile: 'my.yaml' })).toEqual([
      'Cannot read config file "my.yaml": it is a folder',
    ]);
  });

  it('where nobody may', async ({ skip }) => {
    skipWhere(skip, onWindows, 'Windows has no such permissions');
    const cwd = folderOf({ 'articles/': '', [name]: 'title: A' });
    chmodSync(join(cwd, name), 0);
    asOrdinaryUser(cwd);
    expect(await faultsOf(cwd)).toEqual([`Cannot read config file "${name}": reading it is not permitted`]);
  });
});

it('an articles folder that lies in a file is told as the system says it', async ({ skip }) => {
  skipWhere(skip, onWindows, 'Windows says so in other words');
  expect(await faultsOf(folderOf({ 'a.md': '# A' }), { articles: 'a.md/news' })).toEqual([
    expect.stringMatching(/^Cannot read articles folder "a\.md\/news": .*not a directory/),
  ]);
});

describe('whether the files of a config changed can be told', () => {
  it('where one is made, written, or turned to another, and even where it leads to itself', ({ skip }) => {
    skipWhere(skip, onWindows, 'links need a right there');
    const cwd = folderOf({ 'articles/': '', 'one.yaml': 'title: One', 'two.yaml': 'title: Two' });
    const stamps = [stampOfConfig({ cwd })];
    for (const target of ['one.yaml', 'two.yaml', name]) {
      symlinkSync(target, join(cwd, 'next'));
      renameSync(join(cwd, 'next'), join(cwd, name));
      stamps.push(stampOfConfig({ cwd }));
      expect(stampOfConfig({ cwd })).toBe(stamps.at(-1));
    }
    expect(new Set(stamps).size).toBe(4);
    mkdirSync(join(cwd, 'other'));
    expect(stampOfConfig({ cwd })).toBe(stamps.at(-1));
  });

  it('and by which keys two configs differ, but not by where they come from', () => {
    const one = sampleConfig({ rights: '© A' });
    expect(differing(one, { ...one, authors: [], configFile: '/x.yaml', siteGiven: false })).toEqual([]);
    expect(differing(one, sampleConfig({ title: 'Other', watch: { ...one.watch, poll: true } }))).toEqual([
      'title',
      'watch',
      'rights',
    ]);
  });
});
