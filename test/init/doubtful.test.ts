import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/config/yaml.js';
import { constantIn, textIn } from '../../src/start/script.js';
import { runHere } from '../commands/here.js';
import { folderOf } from '../support/folder.js';
import { asOrdinaryUser, onWindows } from '../support/put.js';

/** Begins in a folder, and gives what the config says and what was told. */
async function begun(cwd: string, line = 'init --yes') {
  const { ended, written } = runHere(cwd, line);
  expect(await ended, written.err).toBe(0);
  const text = readFileSync(join(cwd, 'feedmill.config.yaml'), 'utf8');
  const said: unknown = parseYaml(text).value;
  return { said, err: written.err, text };
}

describe('what lies in the folder', () => {
  it('that cannot be parsed is told with its line, and the rest goes on', async () => {
    const { said, err } = await begun(folderOf({ '_config.yml': 'title: News\nauthor: "Ana\n' }));
    expect(err).toContain('recognised Jekyll by _config.yml');
    expect(err).toMatch(/note +_config\.yml +Left out of the config: cannot parse line \d/);
    expect(said).toMatchObject({ articles: '_posts' });
  });

  it('that the config would refuse is told, and left out', async () => {
    const { said, err } = await begun(
      folderOf({ 'hugo.toml': 'baseURL = "/"\ntitle = "Hill"\ntimeZone = "Mars/Base"\n' }),
    );
    expect(err).toContain('Cannot use timezone "Mars/Base": expected an IANA time zone');
    expect(err).toContain('Cannot use site "/": expected an address that begins with http');
    expect(said).toEqual({ title: 'Hill', articles: 'content', output: 'output' });
  });

  it.each([
    ['hugo.toml', 'baseURL = "https://example.org/"'],
    ['config.toml', 'base_url = "https://example.com"'],
    ['astro.config.mjs', "export default defineConfig({\n  site: 'https://example.com',\n});"],
    [
      'docusaurus.config.ts',
      "const config = {\n  url: 'https://your-site.example.com',\n  baseUrl: '/',\n};",
    ],
  ])("and is nobody's address, as templates have it, is not taken: %s", async (file, text) => {
    const { said } = await begun(folderOf({ [file]: text }));
    expect(said).not.toHaveProperty('site');
    expect(said).not.toHaveProperty('permalink');
  });

  it('of Docusaurus with a blog elsewhere gives no pattern, but says why', async () => {
    const config =
      "x = {\n  url: 'https://crate.example',\n  presets: [[ 'classic', { blog: { routeBasePath: '/' } } ]],\n};";
    const { said, text } = await begun(folderOf({ 'docusaurus.config.ts': config }));
    expect(said).toMatchObject({ site: 'https://crate.example/' });
    expect(said).not.toHaveProperty('permalink');
    expect(text).toMatch(/^# Docusaurus has a "routeBasePath".*\n#permalink: /m);
  });

  it('is not read where it is far too large', async () => {
    const { said, err } = await begun(folderOf({ '_config.yml': `title: ${'x'.repeat(600_000)}\n` }));
    expect(err).toContain('more than the limit');
    expect(said).toMatchObject({ articles: '_posts' });
  });

  it('does not name a folder of articles elsewhere', async () => {
    for (const contentDir of ['../secrets', '/etc', 'a/../../b']) {
      const { said } = await begun(folderOf({ 'hugo.toml': `contentDir = "${contentDir}"\n` }));
      expect(said).toMatchObject({ articles: 'content' });
    }
  });

  it.skipIf(onWindows)('is not looked at by way of a link', async () => {
    const elsewhere = folderOf({
      'config.yml': 'title: Secret\n',
      'data/site.json': '{ "title": "Secret" }',
    });
    const cwd = folderOf({ '.eleventy.js': '' });
    symlinkSync(join(elsewhere, 'config.yml'), join(cwd, '_config.yml'));
    symlinkSync(join(elsewhere, 'data'), join(cwd, '_data'));
    const { text, err } = await begun(cwd);
    expect(err).toContain('recognised Eleventy');
    expect(text).not.toContain('Secret');
  });

  it('moves no cursor of the terminal and adds no line to the config', async () => {
    const title = 'A\\u001b[2J\\nlimit: 1';
    const { said, err } = await begun(
      folderOf({
        '_config.yml': `title: "${title}"\npermalink: "/:x/\\nlimit: 1\\u001b[2J"\nlang: "\\u001b[2J"\n`,
      }),
    );
    expect(said).toMatchObject({ title: 'A\u001b[2J\nlimit: 1' });
    expect(said).not.toHaveProperty('limit');
    expect(err).not.toContain('\u001b');
  });

  it('is run by nobody', async () => {
    const script = "require('node:fs').writeFileSync('ran', ''); throw new Error('ran');\n";
    for (const name of ['.eleventy.js', 'astro.config.mjs', 'docusaurus.config.js']) {
      const cwd = folderOf({ [name]: script });
      await begun(cwd);
      expect(existsSync(join(cwd, 'ran'))).toBe(false);
    }
  });

  it('of Hexo is not taken for that of Jekyll', async () => {
    const { err } = await begun(folderOf({ '_config.yml': 'title: A\n', 'source/_posts/': '' }));
    expect(err).not.toContain('recognised');
  });

  it('of a program that has a config.toml, too, is nothing that is known', async () => {
    const { err } = await begun(folderOf({ 'config.toml': 'name = "other"\n' }));
    expect(err).toMatch(/^wrote feedmill\.config\.yaml\n/);
  });
});

describe('a text in a script', () => {
  it.each([
    ["export default { site: 'https://a.example' };", 'https://a.example'],
    ['export default {\n  "site": `https://a.example`,\n};', 'https://a.example'],
    [
      "a({\n  b: {\n    site: 'https://b.example',\n  },\n  site: 'https://a.example',\n})",
      'https://a.example',
    ],
    [
      "/*\n  site: 'https://b.example',\n*/\nx = {\n  site:\n    'https://a.example',\n}",
      'https://a.example',
    ],
    ["x = { glob: '/**/*.md',\n  site: 'https://a.example' }", 'https://a.example'],
  ])('is found: %s', (source, found) => {
    expect(textIn(source, 'site')).toBe(found);
  });

  it.each([
    "// site: 'https://a.example',",
    'x = { site: process.env.SITE }',
    `x = {\n  site: \`https://$\{host}\`,\n}`,
    "x = {\n  site: 'https://' + host,\n}",
    "x = {\n  mysite: 'https://a.example',\n}",
    "x = {\n  site: 'it\\'s',\n}",
    '',
  ])('that is computed or not meant is not: %s', (source) => {
    expect(textIn(source, 'site')).toBeUndefined();
  });

  it('may be that of a constant', () => {
    expect(constantIn("export const SITE_TITLE = 'Log';", 'SITE_TITLE')).toBe('Log');
    expect(constantIn("// const SITE_TITLE = 'Log';", 'SITE_TITLE')).toBeUndefined();
  });

  it('is looked for in a moment, whatever the script is', () => {
    const hard = [
      '{'.repeat(100_000),
      ' '.repeat(200_000),
      `${"site: '".repeat(60_000)}`,
      '/*'.repeat(200_000),
      '\n/*'.repeat(60_000),
      'site:\n'.repeat(80_000),
    ];
    for (const source of hard) {
      const begin = performance.now();
      textIn(source, 'site');
      constantIn(source, 'site');
      expect(performance.now() - begin, source.slice(0, 10)).toBeLessThan(5000);
    }
  });
});

describe('a config that is there', () => {
  it.each([
    ['feedmill.config.yaml', ''],
    ['feedmill.config.json', ''],
    ['feedmill.config.mjs', ''],
    ['articles/feedmill.config.toml', ''],
    ['far/feedmill.config.yaml', ' far/posts'],
  ])('%s stops the beginning: it is named, and nothing is written', async (file, folder) => {
    const cwd = folderOf({ [file]: 'title: Mine\n' });
    const { ended, written } = runHere(cwd, `init${folder} --yes`);
    expect(await ended).toBe(2);
    expect(written.err).toContain(`Cannot begin here: there is a config, "${file}"`);
    const left = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).map((name) =>
      name.replaceAll('\\', '/'),
    );
    expect(left.sort()).toEqual(file.includes('/') ? [file.split('/')[0], file] : [file]);
    expect(readFileSync(join(cwd, file), 'utf8')).toBe('title: Mine\n');
  });

  it.skipIf(onWindows)('as a link that leads nowhere stays one', async () => {
    const cwd = folderOf({});
    symlinkSync('nowhere.yaml', join(cwd, 'feedmill.config.yaml'));
    const { ended, written } = runHere(cwd, 'init --yes');
    expect(await ended).toBe(2);
    expect(written.err).toContain('[config-exists]');
    expect(readdirSync(cwd)).toEqual(['feedmill.config.yaml']);
  });
});

it('an article that is there stays as it is', async () => {
  const cwd = folderOf({ 'articles/mine.md': '# Mine\n' });
  const { err } = await begun(cwd);
  expect(err).toContain('left articles as it is: something lies there already\n');
  expect(readdirSync(join(cwd, 'articles'))).toEqual(['mine.md']);
});

it('a file where the articles would be is told in words, and nothing is written', async () => {
  const cwd = folderOf({ articles: 'a file' });
  const { ended, written } = runHere(cwd, 'init --yes');
  expect(await ended).toBe(2);
  expect(written.err).toContain('Cannot read articles folder "articles": it is not a folder');
  expect(readdirSync(cwd)).toEqual(['articles']);
});

it.skipIf(onWindows)('a folder in which nothing may be written is told in words, too', async () => {
  const cwd = folderOf({ 'place/': '' });
  asOrdinaryUser(cwd);
  chmodSync(join(cwd, 'place'), 0o500);
  const { ended, written } = runHere(join(cwd, 'place'), 'init --yes');
  expect(await ended).toBe(2);
  expect(written.err).toContain('permission denied');
  expect(readdirSync(join(cwd, 'place'))).toEqual([]);
});
