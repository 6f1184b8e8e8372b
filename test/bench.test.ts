import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { article } from '../bench/article.mjs';
import { chart } from '../bench/chart.mjs';
import { corpus } from '../bench/corpus.mjs';
import { folderOf } from './support/folder.js';

/** Without Hugo, and with its own temporary folder. */
async function bench(...args: string[]) {
  const script = fileURLToPath(new URL('../bench/bench.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, '--sizes', '20', '--rounds', '1', ...args], {
    env: { ...process.env, PATH: '', TMPDIR: folderOf({}) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill();
  });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { out, err, code };
}

describe('the corpus', () => {
  it('is the same wherever it is made', () => {
    const [one = {}, other] = [folderOf({}), folderOf({})].map((home) => {
      const folder = corpus(home, 20, () => undefined);
      const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
        path.endsWith('.md'),
      );
      return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
    });
    expect(Object.keys(one)).toHaveLength(20);
    expect(other).toEqual(one);
    const { path, text } = article(7, 1000);
    expect(path).toMatchInlineSnapshot(`"science/won-peastel-loflous-fevibren-won-woul-staigast-won-7.md"`);
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toMatchInlineSnapshot(
      `"3b8a29d0a57df5f3"`,
    );
  });

  it('has articles of 300 to 900 words, each newer than the one before, over twenty years', () => {
    const articles = Array.from({ length: 500 }, (_, index) => article(index, 500).text);
    for (const text of articles) {
      const words = text.split('---\n')[2]?.match(/[a-z]+(?:\]\(\S+\))?/gi)?.length ?? 0;
      expect(words).toBeGreaterThanOrEqual(300);
      expect(words).toBeLessThanOrEqual(900);
    }
    const dates = [...articles, article(500, 500).text].map((text) => /^date: (.+)$/m.exec(text)?.[1]);
    expect(dates).toEqual(dates.toSorted());
    expect([dates[0]?.slice(0, 4), dates.at(-1)]).toEqual(['2005', '2025-01-01T00:00:00Z']);
  });
});

describe('the suite', () => {
  it('measures builds, prints tables and ends with 0 where no bar is missed', async () => {
    const { out, err, code } = await bench('--only', 'cold', '--program', inject('program'));
    expect(err).toContain('Hugo is not installed');
    expect(out).toMatch(/^\| Feedmill +\| +20 \| +\d/m);
    expect(out).toMatch(/^\| Node, stat of each file +\| +20 \| +\d/m);
    expect(out).toMatch(/\n0 bars met, 0 missed\n$/);
    expect(code).toBe(0);
  });

  it('watches', async () => {
    const { out, code } = await bench('--only', 'watch', '--changes', '2', '--program', inject('program'));
    expect(out).toMatch(/^\| changed article, settle 0 ms +\| +20 \| +\d/m);
    expect(code).not.toBe(2);
  });

  it('ends with 1 where a bar is missed', async () => {
    const slow = join(folderOf({ 'slow.js': 'setTimeout(() => {}, 500)' }), 'slow.js');
    const { out, code } = await bench('--only', 'start', '--program', slow);
    expect(out).toMatch(/^missed: Start, --version, to Node alone: /m);
    expect(code).toBe(1);
  });

  it('ends with 2 where a program fails, or makes the wrong documents', async () => {
    const programs = folderOf({
      'fails.js': 'process.exitCode = process.argv.includes("build") ? 3 : 0',
      'wrong.cjs': `const at = process.argv.indexOf('-o') + 1;
        if (at > 0) fs = require('node:fs'), fs.mkdirSync(process.argv[at], { recursive: true });
        if (at > 0) for (const name of ['rss.xml', 'atom.xml', 'feed.json']) fs.writeFileSync(process.argv[at] + '/' + name, '');`,
    });
    for (const [name, reason] of [
      ['fails.js', 'ended with 3'],
      ['wrong.cjs', 'does not hold'],
    ] as const) {
      const { err, code } = await bench('--only', 'cold', '--program', join(programs, name));
      expect(err).toContain(reason);
      expect(code).toBe(2);
    }
  });

  it('refuses what it does not know', async () => {
    for (const args of [['--only', 'cool'], ['--sizes', 'many'], ['--only', 'cold', '--write'], ['--loud']]) {
      expect(await bench(...args)).toMatchObject({ code: 2, out: '' });
    }
  });

  it('draws a chart of every size', () => {
    const points = [1000, 10_000].map((size) => ({
      name: 'Feedmill',
      size,
      wall: size / 1e4,
      cpu: size / 1e4,
    }));
    const svg = chart(points);
    for (const drawn of ['>1,000<', '>10,000<', '>Feedmill<', '</svg>\n']) expect(svg).toContain(drawn);
  });
});
