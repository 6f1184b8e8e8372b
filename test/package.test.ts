import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } =
  JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const dependencies = Object.keys(manifest.dependencies).sort();
const program = dirname(inject('program'));
/** Imports as they are written, a statement from the beginning of a line on; and as they are in the bundle, one after another. */
const written = /^(?:import|export|\}) .*from ["'](.+)["'];$|\bimport\(["'](.+)["']\)/gm;
const bundled =
  /(?<=^|[;}])(?:import|export)\b[^;"'`()]*["'`]([^"'`]+)["'`];|\bimport\(["'`]([^"'`]+)["'`]\)/gm;
const read = packagesIn(join(root, 'src'), '.ts', written);

/** The packages that the files of a folder import. */
function packagesIn(folder: string, ending: string, imports: RegExp): string[] {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const names = texts
    .flatMap((text) => [...text.matchAll(imports)])
    .map(([, name, lazy = '']) => name ?? lazy)
    .filter((name) => !/^(?:\.|node:)/.test(name))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
  return [...new Set(names)].sort();
}

it('the package holds the program, its types, the schema and the papers, and nothing else', () => {
  const listing = execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json', '--silent'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [packed]: { files: { path: string }[] }[] = JSON.parse(listing);
  const paths = packed?.files.map(({ path }) => path) ?? [];
  for (const path of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md']) expect(paths).toContain(path);
  expect(paths.filter((path) => !/^(?:dist\/|[A-Z]+(?:\.md)?$|package\.json$)/.test(path))).toEqual([]);
});

it('what is imported is a dependency, or bundled, and every dependency has a reader', () => {
  const known = { ...manifest.devDependencies, ...manifest.dependencies };
  expect(read.filter((name) => !(name in known))).toEqual([]);
  expect(dependencies.filter((name) => !read.includes(name))).toEqual([]);
});

it('the program imports its dependencies, and no other package', () => {
  expect(packagesIn(program, '.js', bundled)).toEqual(dependencies);
});

it('the licence of every package that is bundled goes with the program', () => {
  const notices = readFileSync(join(program, 'THIRD-PARTY-NOTICES.md'), 'utf8').split(/^## /m);
  const inside = read.filter((name) => !dependencies.includes(name));
  for (const name of inside) {
    const notice = notices.find((text) => text.startsWith(`${name} `));
    expect(notice, name).toMatch(/copyright/i);
  }
});

/** The files of the program that one of them loads, and those that these load. */
function loadedBy(name: string): string[] {
  const loaded = new Set([name]);
  for (const file of loaded) {
    const text = readFileSync(join(program, file), 'utf8');
    for (const [, other = ''] of text.matchAll(bundled))
      if (other.startsWith('./')) loaded.add(other.slice(2));
  }
  return [...loaded].sort();
}

it('help and the version load nothing of what a build needs', () => {
  expect(loadedBy('cli.js')).toEqual(['cli.js', 'common.js', 'rolldown-runtime.js']);
});

it('nobody but who begins loads what that takes', () => {
  for (const file of ['cli.js', 'run.js', 'build.js', 'index.js'])
    expect(loadedBy(file).filter((name) => /^(?:init|dialogue)/.test(name))).toEqual([]);
  expect(loadedBy('init.js')).not.toContain('build.js');
});

it('nobody but who checks loads what that takes', () => {
  for (const file of ['cli.js', 'run.js', 'build.js', 'index.js'])
    expect(loadedBy(file).filter((name) => /^(?:check|examine|folder)\d*\.js$/.test(name))).toEqual([]);
  expect(loadedBy('check.js')).not.toContain('folder.js');
});

it('a build that finds no article to read loads nothing that reads them', () => {
  const loaded = loadedBy('build.js');
  expect(loaded).toContain('known.js');
  expect(loaded.filter((file) => /^(?:article|html|text|typeset|rss)/.test(file))).toEqual([]);
});
