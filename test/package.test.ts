import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest: { dependencies: Record<string, string>; bin: Record<string, string> } = JSON.parse(
  readFileSync(`${root}package.json`, 'utf8'),
);

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

it('every dependency has a reader', () => {
  const sources = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`${root}src/${file}`, 'utf8'));
  const imported = [...sources.join('\n').matchAll(/(?:from|import\() ?'([^.'][^']*)'/g)].map(
    ([, name = '']) => name,
  );
  const read = new Set(
    imported.map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    ),
  );
  expect(Object.keys(manifest.dependencies).filter((name) => !read.has(name))).toEqual([]);
});
