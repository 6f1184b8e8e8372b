import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, inject, it } from 'vitest';
import { commands } from '../../src/commands/commands.js';
import { runHere } from '../commands/here.js';
import { rss } from '../examine/told.js';
import { folderOf } from '../support/folder.js';
import { onWindows } from '../support/put.js';
import { skipWhere } from '../support/skip-where.js';

const manual = readFileSync(new URL('../../docs/checking.md', import.meta.url), 'utf8');

/** The blocks of the manual in a language. */
function blocks(language: string): string[] {
  return [...manual.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
    ([, text = '']) => text,
  );
}

/** What the manual tells of. */
const files = {
  'feedmill.config.yaml': 'site: https://example.org/\n',
  'articles/quay/ferry.md':
    '---\ntitle: Ferry\ndtae: 2026-05-06\n---\n\nThe boat sails from ![quay](qay.jpg)\n',
  'old/rss.xml': rss(),
  'new/feed.json': '{',
};

async function run(cwd: string, line: string, input = '') {
  const { ended, written } = runHere(cwd, line, {}, { input: async () => Buffer.from(input) });
  return { code: await ended, ...written };
}

describe('the manual of checking', () => {
  it('names commands that do what it says', async () => {
    const [commands = ''] = blocks('sh');
    const lines = [...commands.matchAll(/^(?:make-feed \| )?feedmill (check[^#\n]*)/gm)].map(
      ([, line = '']) => line.trim(),
    );
    expect(lines).toHaveLength(6);
    const cwd = folderOf(files);
    for (const line of lines.filter((one) => !one.includes('http'))) {
      const { code, err } = await run(cwd, line, rss());
      expect(`${line}: ${code}`).toBe(`${line}: ${line.includes('new/feed.json') ? 1 : 0}`);
      expect(err).toMatch(/^(?:no problems|\d+ \w+)/);
    }
  });

  it('shows findings as they are told', async () => {
    const [, shown = ''] = /^```\n(articles\/.*?)^```/ms.exec(manual) ?? [];
    const { out, err } = await run(folderOf(files), 'check');
    const taken = [...out.split('\n').filter((line) => / (?:warning|error): /.test(line)), err.trim()];
    expect(taken.slice(0, 2)).toEqual(shown.trim().split('\n').slice(0, 2));
    expect(shown).toMatch(/^2 warnings, 1 note in 1 article$/m);
  });

  it('has a matcher that takes every finding with its code, and nothing else', async () => {
    const matchers = blocks('json').map((text) => JSON.parse(text));
    const tasks = matchers.find(({ tasks }) => tasks);
    expect(tasks.tasks[0]).toMatchObject({ command: 'npx feedmill check', problemMatcher: '$gcc' });
    const { pattern, severity } = matchers.find(({ owner }) => owner === 'feedmill');
    expect(severity).toBe('info');
    const { ended, written } = runHere(folderOf(files), 'check --quiet', {}, { isRead: true });
    await ended;
    const lines = written.out.trimEnd().split('\n');
    const taken = lines.flatMap((line) => new RegExp(pattern.regexp).exec(line) ?? []);
    const found = lines.filter((line) => !line.startsWith('    '));
    expect(taken.filter((_, at) => at % 7 === 0)).toEqual(found);
    expect(taken.slice(1, 7)).toEqual([
      'articles/quay/ferry.md',
      '3',
      '1',
      'warning',
      'Cannot use "dtae" in front matter: it is not known; did you mean "date"?',
      'front-matter-key',
    ]);
  });

  it('shows JSON as it is', async () => {
    const shown = blocks('json')
      .map((text) => JSON.parse(text))
      .find(({ findings }) => findings);
    const { out } = await run(folderOf(files), 'check articles/quay/ferry.md --format json');
    const { findings, summary } = JSON.parse(out);
    const same = findings.find(({ code }: { code: string }) => code === 'reference-broken');
    expect(Object.keys(same)).toEqual(Object.keys(shown.findings[0]));
    expect(Object.keys(summary)).toEqual(Object.keys(shown.summary));
    expect(same).toEqual(shown.findings[0]);
  });

  it('has workflows that are YAML, and run commands that there are', () => {
    const [whole = '', part = ''] = blocks('yml');
    const workflow = JSON.stringify([load(whole), load(part)]);
    expect(workflow).toContain('npx feedmill check --format github');
    expect(workflow).toContain('npx feedmill check --format sarif > feedmill.sarif');
  });

  it('has a hook that lets good articles pass and stops bad ones', ({ skip }) => {
    skipWhere(skip, onWindows, 'there is no sh');
    const hook =
      blocks('sh')
        .find((text) => text.startsWith('#!'))
        ?.replace('npx feedmill', `node "${inject('program')}"`) ?? '';
    const cwd = folderOf(files);
    writeFileSync(join(cwd, 'hook'), hook);
    chmodSync(join(cwd, 'hook'), 0o755);
    execFileSync('./hook', { cwd, stdio: 'ignore' });
    writeFileSync(join(cwd, 'articles/bad.md'), '---\ntitle: A\nno key\n---\nText.\n');
    expect(() => execFileSync('./hook', { cwd, stdio: 'ignore' })).toThrow(/Command failed/);
  });

  it('says of the exit codes what the help says', () => {
    const row = commands.find(({ name }) => name === 'check');
    expect(row?.exitCodes?.map((line) => line[0])).toEqual(
      [...manual.matchAll(/^\| (\d) \|/gm)].map(([, code]) => code),
    );
  });
});
