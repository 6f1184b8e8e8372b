import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ofArticles } from '../src/problems/of-articles.js';
import { ofFeeds } from '../src/problems/of-feeds.js';
import { ofRuns } from '../src/problems/of-runs.js';
import type { Wording } from '../src/problems/wording.js';
import { codes } from '../src/problems.js';

const folder = new URL('../docs/problems/', import.meta.url);
const names = readdirSync(folder).filter((name) => name !== 'README.md');
const index = readFileSync(new URL('README.md', folder), 'utf8');
const groups: readonly (readonly [about: string, wordings: Readonly<Record<string, Wording>>])[] = [
  ['about an article', ofArticles],
  ['about a run', ofRuns],
  ['about a feed', ofFeeds],
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

  it('are all listed, with their levels', () => {
    const listed = [...index.matchAll(/^\| \[([\w-]+)\]\(([\w-]+)\.md\) \| (\w+) \|/gm)];
    for (const [, code, page] of listed) expect(page).toBe(code);
    expect(listed.map(([, code, , level]) => `${code} ${level}`).sort()).toEqual(
      rows.map(({ code, wording }) => `${code} ${wording.level}`).sort(),
    );
  });
});
