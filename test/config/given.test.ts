import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defineConfig } from '../../src/config/define.js';
import { resolveGiven } from '../../src/config/given.js';
import { folderOf } from '../support/folder.js';

describe('a config that a program gives', () => {
  it('is filled in with the defaults; its folders count from the working folder', async () => {
    const cwd = folderOf({ 'texts/': '', 'feedmill.config.yaml': 'title: not looked for' });
    const config = defineConfig({ articles: 'texts', site: 'https://example.org', limit: 5 });
    expect(await resolveGiven(config, cwd)).toMatchObject({
      articles: join(cwd, 'texts'),
      output: join(cwd, 'output'),
      site: 'https://example.org/',
      title: 'Texts',
      limit: 5,
    });
  });

  it('is checked as a file would be', async () => {
    const cwd = folderOf({ 'articles/': '' });
    await expect(resolveGiven({ limit: -1, site: 'nowhere' }, cwd)).rejects.toMatchObject({
      name: 'ConfigError',
      problems: [{ code: 'config-value' }, { code: 'config-value' }],
    });
    await expect(resolveGiven({ articles: 'gone' }, cwd)).rejects.toThrow('it does not exist');
  });
});
