import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ofArticles } from '../src/problems/of-articles.js';
import { ofFeeds } from '../src/problems/of-feeds.js';
import { ofRuns } from '../src/problems/of-runs.js';
import type { Wording } from '../src/problems/wording.js';
import { codes } from '../src/problems.js';

const folder = new URL('../docs/problems/', import.meta.url);
const names = readdirSync(folder).filter((name) => name !== 'README.md');
const groups: readonly (readonly [
  about: string,
  wordings: Readonly<Record<string, Wording>>,
  title: string,
])[] = [
  ['about an article', ofArticles, 'Articles'],
  ['about a run', ofRuns, 'Config, folders and runs'],
  ['about a feed', ofFeeds, 'Feeds'],
];
const rows = groups.flatMap(([about, wordings]) =>
  Object.entries(wordings).map(([code, wording]) => ({ code, about, wording })),
);

/** What the message of a kind looks like, whatever values it quotes. */
function formOf({ message }: Wording): RegExp {
  const hole = '\u0001';
  const values = new Proxy<Record<string, string>>({}, { get: () => hole });
  const text = message(values).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${text.replaceAll(hole, '.*').replaceAll('NaN', '.*')}$`);
}

describe('the pages about problems', () => {
  it('are one for each code, and none beside', () => {
    expect(names.map((name) => name.replace('.md', '')).sort()).toEqual([...codes].sort());
  });

  it.each(rows)('$code: its page says how much it matters, and shows it in its true words', (row) => {
    const { code, about, wording } = row;
    const page = readFileSync(new URL(`${code}.md`, folder), 'utf8');
    const [title, , kind, , example = '', , text] = page.split('\n');
    expect(title).toBe(`# ${code}`);
    expect(kind).toBe(`${wording.level} · ${about}`);
    expect(example.replace(/^> /, '')).toMatch(formOf(wording));
    expect(text).toMatch(/^\S/);
    expect(page).toContain('\n## What to do\n\n');
    expect(page.split('\n').length).toBeLessThan(40);
  });

  it('lead to pages that are there', () => {
    for (const name of readdirSync(folder)) {
      const text = readFileSync(new URL(name, folder), 'utf8').replace(/```.*?```/gs, '');
      for (const [, link = ''] of text.matchAll(/\]\((?![a-z]+:)([^)#\s]+)\)/g))
        expect(existsSync(new URL(link, folder)), `${name}: ${link}`).toBe(true);
    }
  });

  it('are of codes that somebody tells', () => {
    const src = new URL('../src/', import.meta.url);
    const texts = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('problems'))
      .map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), src), 'utf8'))
      .join('');
    expect(codes.filter((code) => !texts.includes(`'${code}'`))).toEqual([]);
  });

  it('are all listed in the index (after a change, run vitest with --update)', async () => {
    const [introduction = ''] = readFileSync(new URL('README.md', folder), 'utf8').split('\n## ');
    const sections = groups.map(([, wordings, title]) => {
      const rows = Object.entries(wordings)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([code, { level }]) => `| [${code}](${code}.md) | ${level} | ${shown(code)} |`);
      return [`## ${title}`, '', '| code | level | example |', '| --- | --- | --- |', ...rows, ''].join('\n');
    });
    const index = [introduction, ...sections].join('\n');
    await expect(index).toMatchFileSnapshot(fileURLToPath(new URL('README.md', folder)));
  });
});

/** The example of a page, as a table may hold it. */
function shown(code: string): string {
  const page = readFileSync(new URL(`${code}.md`, folder), 'utf8');
  const example = /^> (.*)$/m.exec(page)?.[1] ?? '';
  return example.replaceAll('|', '&#124;').replaceAll('<', '&lt;');
}
