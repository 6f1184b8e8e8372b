import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { describe, expect, inject, it } from 'vitest';
import { feedIn } from '../service/feed.js';
import { article } from '../service/program.js';
import { folderOf } from '../support/folder.js';
import { onWindows, put } from '../support/put.js';
import { skipWhere } from '../support/skip-where.js';

const file = fileURLToPath(new URL('../../examples/github-actions/feeds.yml', import.meta.url));

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | number>>;
}

const workflow = load(readFileSync(file, 'utf8')) as {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly needs?: string; readonly env?: object; readonly steps: Step[] }>
  >;
};
const steps = workflow.jobs.build?.steps ?? [];

/** A repository of articles, its origin, and a machine that runs the steps in a clone of it. */
function repository() {
  const folder = folderOf({ 'bin/': '', 'home/.gitconfig': '[init]\n\tdefaultBranch = main\n' });
  const npx = join(folder, 'bin/npx');
  // What comes after the name of the package goes to the program.
  writeFileSync(npx, `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${inject('program')}" "$@"\n`);
  chmodSync(npx, 0o755);
  const env = {
    ...process.env,
    HOME: join(folder, 'home'),
    GIT_CONFIG_NOSYSTEM: '1',
    PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`,
    SITE: 'https://example.org/',
  };
  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', args, { cwd: join(folder, cwd), env, encoding: 'utf8', stdio: 'pipe' });
  mkdirSync(join(folder, 'desk'));
  git('.', 'init', '--bare', 'origin');
  git('desk', 'init');
  for (const [key, value] of Object.entries({ 'user.name': 'Ana', 'user.email': 'ana@example.org' }))
    git('desk', 'config', key, value);
  git('desk', 'remote', 'add', 'origin', join(folder, 'origin'));
  const push = (path: string, text: string, message: string) => {
    put(join(folder, 'desk'), path, text);
    git('desk', 'add', '.');
    git('desk', 'commit', '-m', message);
    git('desk', 'push', '-u', 'origin', 'main');
  };
  /** Runs the steps as GitHub would, in a clone of their own; `before` each, something else may happen. */
  const run = (clone: string, before: (step: Step) => void = () => undefined) => {
    git('.', 'clone', join(folder, 'origin'), clone);
    for (const step of steps) {
      if (step.run === undefined) continue;
      before(step);
      const shell = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run];
      const { status, stderr } = spawnSync('bash', shell, {
        cwd: join(folder, clone),
        env,
        encoding: 'utf8',
      });
      expect({ step: step.name, status, stderr: status === 0 ? '' : stderr }).toMatchObject({ status: 0 });
    }
    return feedIn(join(folder, clone, 'public'));
  };
  return { folder, git, push, run };
}

describe('the workflow', () => {
  it('builds the feeds, remembers what it published, and does nothing where nothing changed', ({ skip }) => {
    skipWhere(skip, onWindows, 'Windows has no such shell');
    const { git, push, run } = repository();
    push('articles/storm.md', article('Storm'), 'A storm');
    expect(run('first').entries).toEqual(['Storm']);
    const ledger = git('origin', 'show', 'main:articles/.feedmill/ledger.ndjson');
    expect(ledger).toContain('"path":"storm.md"');
    expect(git('origin', 'ls-tree', '-r', '--name-only', 'main').split('\n')).not.toContainEqual(
      expect.stringMatching(/cache|lock|public/),
    );
    const before = git('origin', 'rev-parse', 'main');
    expect(run('second').entries).toEqual(['Storm']);
    expect(git('origin', 'rev-parse', 'main')).toBe(before);
  });

  it('comes through where somebody pushes meanwhile', ({ skip }) => {
    skipWhere(skip, onWindows, 'Windows has no such shell');
    const { git, push, run } = repository();
    push('articles/storm.md', article('Storm'), 'A storm');
    run('first', ({ name }) => {
      if (name === 'Keep the ledger') push('articles/calm.md', article('Calm'), 'A calm');
    });
    const files = git('origin', 'ls-tree', '-r', '--name-only', 'main');
    expect(files).toContain('articles/calm.md');
    expect(files).toContain('ledger.ndjson');
  });

  it('has what its steps need: all history, the rights, what was built, in this order', () => {
    expect(steps.find(({ uses }) => uses?.startsWith('actions/checkout@'))?.with).toEqual({
      'fetch-depth': 0,
    });
    expect(workflow.permissions).toEqual({ contents: 'write', pages: 'write', 'id-token': 'write' });
    const names = steps.map(({ name, uses = '' }) => name ?? uses.replace(/@.*/, ''));
    expect(names.slice(-3)).toEqual(['Build the feeds', 'Keep the ledger', 'actions/upload-pages-artifact']);
    const built = /--output (\S+)/.exec(steps.find(({ name }) => name === 'Build the feeds')?.run ?? '')?.[1];
    expect(steps.at(-1)?.with?.path).toBe(built);
    expect(workflow.jobs.deploy?.needs).toBe('build');
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(version).toMatch(/^0\.1\./);
    expect(steps.some(({ run }) => run?.includes('feedmill@0.1 '))).toBe(true);
  });
});
