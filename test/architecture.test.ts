import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

interface Module {
  /** Relative to `src`, with `/`. */
  readonly name: string;
  readonly room: string;
  readonly text: string;
  /** Modules of ours that it imports at run time, and all, with the mere types. */
  readonly runs: readonly string[];
  readonly mentions: readonly string[];
  readonly packages: readonly string[];
}

const modules = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => read(file.replaceAll('\\', '/')));

function read(name: string): Module {
  const text = readFileSync(join(src, name), 'utf8');
  const imports = [
    ...text.matchAll(/^(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)/gm),
  ];
  const own = imports.flatMap(([, type, from, lazy]) => {
    const target = from ?? lazy ?? '';
    if (!target.startsWith('.')) return [];
    const path = relative(src, join(src, dirname(name), target))
      .replaceAll('\\', '/')
      .replace(/\.js$/, '.ts');
    return [{ path, runs: type === undefined }];
  });
  return {
    name,
    room: name.includes('/') ? name.slice(0, name.indexOf('/')) : name.replace('.ts', ''),
    text,
    runs: own.filter(({ runs }) => runs).map(({ path }) => path),
    mentions: own.map(({ path }) => path),
    packages: imports
      .map(([, , from, lazy]) => from ?? lazy ?? '')
      .filter((target) => !target.startsWith('.')),
  };
}

function roomOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace('.ts', '');
}

/** Which rooms each room may use at run time. What is not listed may use nothing but itself, `problems`, `characters` and `layered`. */
const doors: Readonly<Record<string, readonly string[]>> = {
  article: [],
  measure: [],
  entry: ['article', 'measure'],
  feed: ['entry'],
  render: [],
  disk: [],
  problems: ['masked'],
  config: ['article', 'masked', 'measure'],
  ledger: ['article', 'entry'],
  stock: ['article', 'entry', 'ledger', 'disk'],
  cache: ['ledger', 'stock', 'report'],
  records: ['ledger'],
  printer: ['article', 'entry', 'feed', 'render'],
  mill: ['stock', 'records', 'printer', 'entry', 'feed', 'cache', 'measure'],
  crew: [],
  worker: ['disk', 'stock', 'printer', 'measure'],
  build: ['disk', 'mill', 'crew', 'cache', 'watch'],
  watch: ['disk'],
  serve: ['disk', 'entry'],
  start: ['config', 'disk', 'article'],
  syndicate: ['disk', 'serve'],
  publish: ['config', 'disk', 'serve', 'syndicate'],
  examine: [],
  check: ['config', 'build', 'disk', 'article', 'entry', 'examine', 'syndicate', 'masked'],
  commands: ['config', 'build', 'disk', 'watch', 'serve', 'start', 'syndicate', 'publish', 'check'],
  index: ['config', 'build', 'disk'],
  cli: ['commands', 'masked'],
};

describe('the house', () => {
  it('lets each room use only the rooms it may', () => {
    const strange = modules.flatMap(({ name, room, runs }) => {
      const allowed = [room, 'problems', 'characters', 'layered', ...(doors[room] ?? [])];
      return runs.filter((path) => !allowed.includes(roomOf(path))).map((path) => `${name} uses ${path}`);
    });
    expect(strange).toEqual([]);
  });

  it('keeps the disk, the network, the clock and the environment out of the pure rooms', () => {
    const pure = modules.filter(({ room }) =>
      ['article', 'measure', 'entry', 'ledger', 'feed', 'render', 'examine'].includes(room),
    );
    const impure = /^(?:node:(?:fs|http|https|net|child_process|os|process)\b|chokidar)/;
    const asking = /\bDate\.now\(|\bnew Date\(\)|\bprocess\.|\bperformance\.|\bMath\.random\(/;
    const strange = pure.filter(
      ({ text, packages }) => asking.test(text) || packages.some((name) => impure.test(name)),
    );
    expect(pure.length).toBeGreaterThan(0);
    expect(strange.map(({ name }) => name)).toEqual([]);
  });

  it('what the server says of a document is a matter of the document and the request alone', () => {
    const names = [
      'answer',
      'conditional',
      'delta',
      'encoding',
      'local',
      'media-type',
      'place',
      'policy',
      'range',
    ];
    const pure = modules.filter(({ name }) => names.some((one) => name === `serve/${one}.ts`));
    expect(pure).toHaveLength(names.length);
    expect(pure.flatMap(({ packages }) => packages).filter((name) => name !== 'node:crypto')).toEqual([]);
  });

  it('what is brought to a store, in which order and how, is decided without asking anybody', () => {
    const names = [
      'account',
      'ahead',
      'credentials',
      'order',
      'packed',
      'place',
      'plan',
      'refusal',
      'register',
    ];
    const pure = modules.filter(({ name }) => names.some((one) => name === `publish/${one}.ts`));
    expect(pure).toHaveLength(names.length);
    const packages = pure.flatMap(({ packages }) => packages);
    expect(packages.filter((name) => !['node:crypto', 'node:zlib'].includes(name))).toEqual([]);
    expect(pure.filter(({ text }) => /\bprocess\.\w|\bDate\.now\(/.test(text))).toEqual([]);
  });

  it('only render imports the package feed, and only watch imports chokidar', () => {
    const users = (name: string) =>
      modules.filter(({ packages }) => packages.includes(name)).map(({ room }) => room);
    expect([...new Set(users('feed'))]).toEqual(['render']);
    expect([...new Set(users('chokidar'))]).toEqual(['watch']);
  });

  it('render never hears of an article, feed and entry never hear of a format', () => {
    const mentioning = (room: string, other: RegExp) =>
      modules
        .filter((module) => module.room === room && module.mentions.some((path) => other.test(path)))
        .map(({ name, mentions }) => `${name}: ${mentions.filter((path) => other.test(path))}`);
    expect(mentioning('feed', /^render\//)).toEqual([]);
    expect(mentioning('entry', /^render\//)).toEqual([]);
    expect(mentioning('disk', /^(?:article|entry|ledger|feed|render|config)\//)).toEqual([]);
    for (const module of modules.filter(({ room }) => room === 'render'))
      expect(module.text).not.toMatch(/\bArticle\b/);
  });

  it('no file is a house of its own', () => {
    const long = modules.filter(({ text }) => text.split('\n').length > 300).map(({ name }) => name);
    expect(long).toEqual([]);
  });

  it('has no drawers', () => {
    expect(modules.filter(({ name }) => /(?:^|\/)(?:utils?|helpers?|misc|common)\.ts$/.test(name))).toEqual(
      [],
    );
  });
});
