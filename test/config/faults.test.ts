import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/config/error.js';
import { type Invocation, loadConfig } from '../../src/config/load.js';
import { parseYaml } from '../../src/config/yaml.js';
import type { Problem } from '../../src/problems.js';
import { folderOf } from '../support/folder.js';

/** What is wrong, as `file:line:column message`. */
async function faults(given: Invocation): Promise<string[]> {
  const error = await loadConfig(given).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ConfigError)) throw new Error('it was accepted', { cause: error });
  return error.problems.map(told);
}

function told({ path, line, column, message }: Problem): string {
  return `${[path, line, column].filter(Boolean).join(':')} ${message}`.trim();
}

async function faultsOf(name: string, text: string): Promise<string[]> {
  return faults({ cwd: folderOf({ 'articles/': '', [name]: text }) });
}

describe('a config with faults', () => {
  it('is told all of them at once, each with its place and what was found there', async () => {
    const text = [
      'titel: News',
      'limit: lots',
      'timezone: Europe/Lisbn',
      'feeds:',
      '  - tags',
      '  - autors',
      'authors:',
      '  - name: Ana',
      '    mail: ana@example.org',
      '  - email: ben@example.org',
      'watch:',
      '  settle: -1',
      '  rescn: 5',
      'language: en_GB',
    ].join('\n');
    expect(await faultsOf('feedmill.config.yaml', text)).toEqual([
      'feedmill.config.yaml:1:1 Cannot use config key "titel": it does not exist; did you mean "title"?',
      'feedmill.config.yaml:2:8 Cannot use limit "lots": expected a whole number, 0 for all entries',
      'feedmill.config.yaml:3:11 Cannot use timezone "Europe/Lisbn": expected an IANA time zone as "Europe/Lisbon"; did you mean "Europe/Lisbon"?',
      'feedmill.config.yaml:6:5 Cannot use feeds.1 "autors": expected one of tags, authors, sections, languages; did you mean "authors"?',
      'feedmill.config.yaml:9:5 Cannot use config key "authors.0.mail": it does not exist; did you mean "email"?',
      'feedmill.config.yaml:10:5 Cannot use authors.1: it has no "name"',
      'feedmill.config.yaml:12:11 Cannot use watch.settle -1: expected milliseconds, 0 or more',
      'feedmill.config.yaml:13:3 Cannot use config key "watch.rescn": it does not exist; did you mean "rescan"?',
      'feedmill.config.yaml:14:11 Cannot use language "en_GB": expected a language as "en" or "pt-BR"; did you mean "en-GB"?',
    ]);
  });

  it('says what "serve" and "hub" take', async () => {
    const text = [
      'hub: [https://hub.example.org, hub.example.com]',
      'serve:',
      '  host: news room',
      '  port: 80800',
      '  maxAge: soon',
      '  moved:',
      '    old.xml: /new.xml',
      '    /feed.xml: rss.xml',
      '  ended: [/a.xml, "//b.xml"]',
    ].join('\n');
    expect(await faultsOf('feedmill.config.yaml', text)).toEqual([
      'feedmill.config.yaml:1:32 Cannot use hub.1 "hub.example.com": expected an address that begins with http:// or https://',
      'feedmill.config.yaml:3:9 Cannot use serve.host "news room": expected a host name or an address of this machine, as "0.0.0.0"',
      'feedmill.config.yaml:4:9 Cannot use serve.port 80800: expected a whole number from 0 to 65535',
      'feedmill.config.yaml:5:11 Cannot use serve.maxAge "soon": expected seconds, 0 or more',
      'feedmill.config.yaml:7:14 Cannot use serve.moved.old.xml "old.xml": expected a path as "/old.xml"',
      'feedmill.config.yaml:8:16 Cannot use serve.moved./feed.xml "rss.xml": expected a path as "/new.xml", or an address that begins with http:// or https://',
      'feedmill.config.yaml:9:19 Cannot use serve.ended.1 "//b.xml": expected a path as "/old.xml"',
    ]);
  });

  it('finds documents that moved in a circle', async () => {
    const text = 'serve:\n  moved: { /a.xml: /b.xml, /b.xml: /c.xml, /c.xml: /b.xml }\n';
    expect(await faultsOf('feedmill.config.yaml', text)).toEqual([
      'feedmill.config.yaml:2:10 Cannot use serve.moved (a group of keys): expected paths that do not lead back to where they came from',
    ]);
  });

  it('tells places in JSON and TOML too', async () => {
    const json = '{\n  "title": "News",\n  "watch": {"polll": true},\n  "limit": 1.5\n}';
    expect(await faultsOf('feedmill.config.json', json)).toEqual([
      'feedmill.config.json:3:13 Cannot use config key "watch.polll": it does not exist; did you mean "poll"?',
      'feedmill.config.json:4:12 Cannot use limit 1.5: expected a whole number, 0 for all entries',
    ]);
    const toml =
      'title = "News"\nlimit = 1979-05-27\n\n[watch]\n  polll = true\n\n[[authors]]\nname = "A"\n[[authors]]\nnam = "B"\n';
    expect(await faultsOf('feedmill.config.toml', toml)).toEqual([
      'feedmill.config.toml:2:1 Cannot use limit (a date): expected a whole number, 0 for all entries',
      'feedmill.config.toml:5:3 Cannot use config key "watch.polll": it does not exist; did you mean "poll"?',
      'feedmill.config.toml:9:1 Cannot use authors.1: it has no "name"',
      'feedmill.config.toml:10:1 Cannot use config key "authors.1.nam": it does not exist; did you mean "name"?',
    ]);
  });

  it('names the keys that there are where none is near', async () => {
    const [fault] = await faultsOf('feedmill.config.json', '{"hostname": "x"}');
    expect(fault).toContain(
      'Cannot use config key "hostname": it does not exist; there are $schema, site, title',
    );
  });

  it('says so of a value that is left empty', async () => {
    expect(await faultsOf('feedmill.config.yaml', 'title:\nlimit: 5')).toEqual([
      'feedmill.config.yaml:1:1 Cannot use title (empty): expected a text',
    ]);
  });

  it('shows no password or token', async () => {
    const text = 'site: https://ana:geheim@example.org/?token=s3cret\ntoken: s3cret\nlimit: //x:geheim@y\n';
    const shown = (await faultsOf('feedmill.config.yaml', text)).join('\n');
    expect(shown.split('\n')).toHaveLength(3);
    expect(shown).not.toMatch(/geheim|s3cret/);
  });

  it.each([
    [
      'feedmill.config.yaml',
      'title: "News\nlimit: 5',
      /^feedmill\.config\.yaml:\d+:\d+ Cannot read config file "feedmill\.config\.yaml": /,
    ],
    ['feedmill.config.json', '{"title": }', /^feedmill\.config\.json:1:2 Cannot use title \(empty\)/],
    ['feedmill.config.json', '{"title": "A" "limit": 1}', /^feedmill\.config\.json:1:15 Cannot read/],
    ['feedmill.config.toml', 'title = \n', /^feedmill\.config\.toml:1:\d+ Cannot read/],
    ['feedmill.config.mjs', 'export default {', /^feedmill\.config\.mjs Cannot read/],
    ['feedmill.config.mjs', 'export const title = 1;', /it has no default export$/],
    [
      'feedmill.config.mjs',
      'export default () => { throw new Error("no luck"); };',
      /^feedmill\.config\.mjs:1:\d+ Cannot read .*no luck$/,
    ],
    ['feedmill.config.yaml', 'a: &x [1]\ntitle: *x\n', /Cannot read config file/],
    ['feedmill.config.yaml', 'title: A\n---\ntitle: B\n', /more than one document$/],
    ['feedmill.config.yaml', 'title: A\ntitle: B\n', /:2:1 Cannot read/],
    ['feedmill.config.yaml', `limit: ${'['.repeat(5000)}`, /Cannot read config file/],
    ['feedmill.config.yaml', 'just a text', /Cannot use the config "just a text": expected a group of keys/],
    ['feedmill.config.json', '[]', /Cannot use the config \(an empty list\): expected a group of keys/],
  ])('%s holding %j', async (name, text, fault) => {
    const found = await faultsOf(name, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(fault);
  });

  it('must exist where it is named', async () => {
    const cwd = folderOf({ 'articles/': '' });
    expect(await faults({ cwd, configFile: 'my.yaml' })).toEqual([
      'my.yaml Cannot read config file "my.yaml": it does not exist',
    ]);
    expect(await faults({ cwd, configFile: 'my.ini' })).toEqual([
      'my.ini Cannot read config file "my.ini": its name must end in .yaml, .yml, .json, .toml, .js, .mjs',
    ]);
  });
});

describe('single values', () => {
  it.each([
    [
      'site',
      ['ftp://example.org', 'example.org', 'https://example.org/?q', 'https://example.org/#a', 'https://'],
    ],
    ['timezone', ['+02:00', 'Mars/Base', 'GMT+99']],
    ['language', ['english language', 'de_AT', '-']],
    ['limit', [-1, 2.5, '10', true]],
    ['maxFileSize', [0, -5, 'big', '10 PB', '10 MB or so']],
    [
      'permalink',
      ['/:slgu/', '/news/', '/:year/:month/', 'https://example.org/:slug', '/:slug?x', '//x/:slug'],
    ],
    ['feeds', ['tags', 7, { tag: true }]],
    ['title', ['', '  ', 5]],
    [
      'authors',
      ['', [''], [7], {}, [{ name: 'A', email: 'not an address' }], [{ name: 'A', uri: 'a.example' }]],
    ],
  ])('%s cannot be any of %j', async (key, values) => {
    for (const value of values) {
      const text = JSON.stringify({ [key]: value });
      expect(await faultsOf('feedmill.config.json', text), text).toHaveLength(1);
    }
  });

  it('a placeholder of a permalink is near another', async () => {
    const [fault] = await faultsOf('feedmill.config.yaml', 'permalink: /:yaer/:slug/');
    expect(fault).toContain('but ":yaer" is none of them; did you mean ":year"?');
  });

  it('options of the command line are called by their names', async () => {
    const cwd = folderOf({ 'articles/': '' });
    expect(await faults({ cwd, flags: { site: 'example.org', limit: 'few', output: '' } })).toEqual([
      'Cannot use --site "example.org": expected an address that begins with http:// or https://',
      'Cannot use --limit "few": expected a whole number, 0 for all entries',
      'Cannot use --output "": expected a text that is not empty',
    ]);
  });
});

describe('the articles folder', () => {
  it('must be there, and be a folder', async () => {
    const cwd = folderOf({ 'a.md': '# A' });
    expect(await faults({ cwd })).toEqual(['Cannot read articles folder "articles": it does not exist']);
    expect(await faults({ cwd, articles: 'a.md' })).toEqual([
      'Cannot read articles folder "a.md": it is not a folder',
    ]);
  });
});

describe('JSON', () => {
  it('is read as JSON is', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.nat(4), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), undefined, indent);
        expect(parseYaml(text).value).toEqual(JSON.parse(text));
      }),
    );
  });
});
