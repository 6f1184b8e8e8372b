import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { firstCommits } from '../../src/disk/first-commits.js';
import { folderOf } from '../support/folder.js';
import { onWindows, put } from '../support/put.js';

const hasGit = spawnSync('git', ['--version']).status === 0;
if (!hasGit) console.warn('Skipped what is told of first commits: git is not installed.');

/** Milliseconds that no machine of ours needs. */
const ages = 60_000;

const first = '2020-01-02T03:04:05Z';
const second = '2021-01-02T03:04:05Z';
const third = '2022-01-02T03:04:05Z';

/** The environment of git where nobody has set up anything. */
function plain(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const who = { name: 'Ann', email: 'ann@example.org' };
  return {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: who.name,
    GIT_AUTHOR_EMAIL: who.email,
    GIT_COMMITTER_NAME: who.name,
    GIT_COMMITTER_EMAIL: who.email,
  };
}

/** Runs git, and gives what it says. */
function git(folder: string, args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): string {
  return execFileSync('git', ['-C', folder, ...args], {
    env: { ...plain(), ...env },
    timeout: ages,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
    input,
  });
}

/** Commits all that is in a repository. The committer is always later than the author. */
function commit(folder: string, date: string): void {
  git(folder, ['add', '--all']);
  const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: '2026-07-01T00:00:00Z' };
  git(folder, ['commit', '--quiet', '--allow-empty', '--message=x'], '', dates);
}

/** Makes a repository of files that are committed together. */
function repositoryOf(files: Readonly<Record<string, string>>, date = first): string {
  const folder = folderOf(files);
  git(folder, ['init', '--quiet']);
  commit(folder, date);
  return folder;
}

function configure(folder: string, settings: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(settings)) git(folder, ['config', name, value]);
}

/** A text that git takes for no other. */
function text(name: string): string {
  return Array.from({ length: 20 }, (_, line) => `line ${line} of ${name}, unlike any other\n`).join('');
}

/** What is told, with dates in ISO 8601. */
async function told(folder: string, ...paths: string[]): Promise<Record<string, string>> {
  const dates = await firstCommits(folder, new Set(paths), { limit: ages });
  return Object.fromEntries([...dates].map(([path, date]) => [path, iso(date)]));
}

function iso(date: number): string {
  return new Date(date).toISOString().replace('.000Z', 'Z');
}

/** Lets something else be called by the name of git, until the test is over. */
function standIn(script: string): void {
  const folder = folderOf({ git: `#!/bin/sh\n${script}\n` });
  chmodSync(join(folder, 'git'), 0o755);
  setEnvironment('PATH', `${folder}${delimiter}${process.env.PATH}`);
}

function setEnvironment(name: string, value: string): void {
  vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

describe.skipIf(!hasGit)('the first commit of a file', () => {
  it('is the one that added it, whatever became of the file later', async () => {
    const folder = repositoryOf({ 'a.md': text('a') });
    put(folder, 'b.md', text('b'));
    commit(folder, second);
    appendFileSync(join(folder, 'a.md'), 'more');
    commit(folder, third);
    appendFileSync(join(folder, 'b.md'), 'not committed');
    expect(await told(folder, 'a.md', 'b.md')).toEqual({ 'a.md': first, 'b.md': second });
  });

  it('counts by the date of the author, in whole seconds and any zone', async () => {
    const folder = repositoryOf({ 'a.md': 'a' }, '2020-01-02T03:04:05+09:00');
    expect(await told(folder, 'a.md')).toEqual({ 'a.md': '2020-01-01T18:04:05Z' });
  });

  it('is that of its first name, though it was edited on the way to another', async () => {
    const folder = repositoryOf({ 'draft.md': text('draft') });
    renameSync(join(folder, 'draft.md'), join(folder, 'b.md'));
    appendFileSync(join(folder, 'b.md'), 'more\n');
    commit(folder, second);
    mkdirSync(join(folder, 'sub'));
    renameSync(join(folder, 'b.md'), join(folder, 'sub/c.md'));
    commit(folder, third);
    expect(await told(folder, 'sub/c.md')).toEqual({ 'sub/c.md': first });
  });

  it('is not that of another file that had its name before', async () => {
    const folder = repositoryOf({ 'a.md': text('a') });
    renameSync(join(folder, 'a.md'), join(folder, 'b.md'));
    commit(folder, second);
    put(folder, 'a.md', text('another'));
    commit(folder, third);
    expect(await told(folder, 'a.md', 'b.md')).toEqual({ 'a.md': third, 'b.md': first });
  });

  it('is that of the copy where it is one, and the last where it was removed and came back', async () => {
    const folder = repositoryOf({ 'a.md': text('a'), 'b.md': text('b') });
    put(folder, 'copy.md', text('a'));
    rmSync(join(folder, 'b.md'));
    git(folder, ['config', 'diff.renames', 'copies']);
    commit(folder, second);
    put(folder, 'b.md', text('b'));
    commit(folder, third);
    expect(await told(folder, 'copy.md', 'b.md')).toEqual({ 'copy.md': second, 'b.md': third });
  });

  it('is found where the folder was moved, alone or with what is around it', async () => {
    const folder = repositoryOf({ 'posts/2020/a.md': text('a'), 'posts/b.md': text('b') });
    renameSync(join(folder, 'posts/2020'), join(folder, 'posts/old'));
    commit(folder, second);
    mkdirSync(join(folder, 'site'));
    renameSync(join(folder, 'posts'), join(folder, 'site/articles'));
    commit(folder, third);
    expect(await told(join(folder, 'site/articles'), 'old/a.md', 'b.md')).toEqual({
      'old/a.md': first,
      'b.md': first,
    });
  });

  it('is found on a branch, once it is merged', async () => {
    const folder = repositoryOf({ 'a.md': text('a') });
    git(folder, ['checkout', '--quiet', '-b', 'other']);
    put(folder, 'b.md', text('b'));
    commit(folder, second);
    git(folder, ['checkout', '--quiet', '-']);
    put(folder, 'c.md', text('c'));
    commit(folder, third);
    expect(await told(folder, 'b.md')).toEqual({});
    git(folder, ['merge', '--quiet', '--no-edit', 'other']);
    expect(await told(folder, 'a.md', 'b.md', 'c.md')).toEqual({
      'a.md': first,
      'b.md': second,
      'c.md': third,
    });
  });

  it('is the same for two files that branches made of one', async () => {
    const folder = repositoryOf({ 'a.md': text('a') });
    git(folder, ['checkout', '--quiet', '-b', 'other']);
    renameSync(join(folder, 'a.md'), join(folder, 'b.md'));
    commit(folder, second);
    git(folder, ['checkout', '--quiet', '-']);
    renameSync(join(folder, 'a.md'), join(folder, 'c.md'));
    commit(folder, third);
    git(folder, ['merge', '--quiet', '--no-commit', '--strategy=ours', 'other']);
    put(folder, 'b.md', text('a'));
    commit(folder, third);
    expect(await told(folder, 'b.md', 'c.md')).toEqual({ 'b.md': first, 'c.md': first });
  });

  it('is not known of a file that is not committed, though there was one of its name', async () => {
    const folder = repositoryOf({ 'a.md': text('a'), 'b.md': text('b'), '.gitignore': 'ignored.md' });
    rmSync(join(folder, 'a.md'));
    renameSync(join(folder, 'b.md'), join(folder, 'c.md'));
    commit(folder, second);
    for (const name of ['a.md', 'b.md', 'new.md', 'ignored.md', 'staged.md']) put(folder, name, text(name));
    git(folder, ['add', 'staged.md']);
    const paths = ['a.md', 'b.md', 'c.md', 'new.md', 'ignored.md', 'staged.md', 'nowhere.md'];
    expect(await told(folder, ...paths)).toEqual({ 'c.md': first });
  });

  it('is told of the files that are asked for, and of no others', async () => {
    const folder = repositoryOf({ 'a.md': 'a', 'b.md': 'b' });
    expect(await told(folder, 'b.md')).toEqual({ 'b.md': first });
    expect(await told(folder)).toEqual({});
  });

  it('is not told where its date is none', async () => {
    const folder = repositoryOf({ 'a.md': 'a', 'b.md': 'b' });
    const tree = git(folder, ['write-tree']).trim();
    const lines = [
      `tree ${tree}`,
      'author Ann <a@example.org> then',
      'committer Ann <a@example.org> 1 +0000',
    ];
    const odd = git(
      folder,
      ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'],
      `${lines.join('\n')}\n\nx\n`,
    ).trim();
    git(folder, ['reset', '--quiet', '--hard', odd]);
    put(folder, 'c.md', 'c');
    commit(folder, second);
    expect(await told(folder, 'a.md', 'c.md')).toEqual({ 'c.md': second });
  });
});

describe.skipIf(!hasGit)('names', () => {
  it('are told as they are', async () => {
    const names = [
      'a b.md',
      "it's.md",
      'emoji 🌾.md',
      'é.md',
      '@5.md',
      'A',
      'R100',
      '-n.md',
      'HEAD',
      '%41.md',
    ];
    if (!onWindows) names.push('"quoted".md', 'line\nbreak.md', '\n', ' ', ':(top)*', 'back\\slash.md');
    const folder = repositoryOf({ 'x.md': text('x') });
    for (const name of names) put(folder, name, text(name));
    commit(folder, second);
    for (const name of names) {
      mkdirSync(join(folder, 'moved'), { recursive: true });
      renameSync(join(folder, name), join(folder, 'moved', name));
    }
    commit(folder, third);
    const paths = names.map((name) => `moved/${name}`);
    expect(await told(folder, ...paths)).toEqual(Object.fromEntries(paths.map((path) => [path, second])));
  });

  it.skipIf(onWindows)('of the folders around may be odd too', async () => {
    const odd = '-é "1"\n\n🌾 ';
    const folder = repositoryOf({ [`${odd}/${odd}/a.md`]: 'a', 'a.md': 'top' });
    expect(await told(join(folder, odd, odd), 'a.md')).toEqual({ 'a.md': first });
  });
});

describe.skipIf(!hasGit)('a folder', () => {
  it('may lie deep in a repository, which has files of the same names', async () => {
    const folder = repositoryOf({ 'a.md': text('top') });
    put(folder, 'docs/blog/a.md', text('blog'));
    put(folder, 'docs/blog/sub/b.md', text('sub'));
    commit(folder, second);
    expect(await told(join(folder, 'docs/blog'), 'a.md', 'sub/b.md')).toEqual({
      'a.md': second,
      'sub/b.md': second,
    });
  });

  it('may be reached by way of a link from outside', async () => {
    const folder = repositoryOf({ 'articles/a.md': 'a' });
    const link = join(folderOf({}), 'link');
    symlinkSync(join(folder, 'articles'), link, 'junction');
    expect(await told(link, 'a.md')).toEqual({ 'a.md': first });
  });

  it('may lie in a second work tree, where `.git` is a file', async () => {
    const folder = repositoryOf({ 'a.md': 'a' });
    const other = join(folderOf({}), 'other');
    git(folder, ['worktree', 'add', '--quiet', other]);
    expect(await told(other, 'a.md')).toEqual({ 'a.md': first });
  });

  it('is looked up in its own repository, whatever the environment says of another', async () => {
    const folder = repositoryOf({ 'a.md': 'a' });
    const other = repositoryOf({ 'a.md': 'a' }, second);
    setEnvironment('GIT_DIR', join(other, '.git'));
    setEnvironment('GIT_WORK_TREE', other);
    setEnvironment('GIT_INDEX_FILE', join(other, '.git/index'));
    expect(await told(folder, 'a.md')).toEqual({ 'a.md': first });
  });

  it('is looked up in the same way whatever the config says', async () => {
    const folder = repositoryOf({ 'sub/a.md': text('a') });
    mkdirSync(join(folder, 'new'));
    renameSync(join(folder, 'sub/a.md'), join(folder, 'new/b.md'));
    commit(folder, second);
    configure(folder, {
      'color.ui': 'always',
      'core.quotePath': 'false',
      'diff.noprefix': 'true',
      'diff.relative': 'true',
      'diff.renameLimit': '1',
      'diff.renames': 'false',
      'format.pretty': 'fuller',
      'log.date': 'relative',
      'log.decorate': 'full',
      'log.showRoot': 'false',
    });
    expect(await told(join(folder, 'new'), 'b.md')).toEqual({ 'b.md': first });
  });
});

describe.skipIf(!hasGit)('nothing is told', () => {
  it('of a shallow clone, where everything looks added at once', async () => {
    const folder = repositoryOf({ 'a.md': 'a' });
    put(folder, 'b.md', 'b');
    commit(folder, second);
    const clones = folderOf({});
    const url = pathToFileURL(folder).href;
    git(clones, ['clone', '--quiet', '--depth', '1', url, 'shallow']);
    git(clones, ['clone', '--quiet', url, 'deep']);
    expect(await told(join(clones, 'shallow'), 'a.md', 'b.md')).toEqual({});
    expect(await told(join(clones, 'deep'), 'a.md', 'b.md')).toEqual({ 'a.md': first, 'b.md': second });
  });

  it('of a repository without commits, a bare one, a broken one, and of no folder', async () => {
    const unborn = folderOf({ 'a.md': 'a' });
    git(unborn, ['init', '--quiet']);
    const bare = folderOf({ 'a.md': 'a' });
    git(bare, ['init', '--quiet', '--bare', '.']);
    const broken = folderOf({ 'a.md': 'a', '.git': 'gitdir: nowhere' });
    const cut = repositoryOf({ 'a.md': 'a' });
    rmSync(join(cut, '.git/objects'), { recursive: true });
    const none = [unborn, bare, broken, cut, join(unborn, 'nowhere'), 'nul\0', join(unborn, 'a.md')];
    for (const folder of none) expect(await told(folder, 'a.md')).toEqual({});
  });

  it('of files that make the folder look like a repository of its own', async () => {
    const folder = repositoryOf({ 'articles/a.md': 'a' });
    const articles = join(folder, 'articles');
    git(articles, ['init', '--quiet', '--bare', articles]);
    git(articles, ['config', 'core.bare', 'false']);
    git(articles, ['config', 'core.worktree', articles]);
    commit(articles, second);
    expect(await told(articles, 'a.md')).toEqual({});
  });

  it.skipIf(onWindows)('where git takes too long, and it is not left running', async () => {
    const folder = repositoryOf({ 'a.md': 'a' });
    const note = join(folderOf({}), 'pid');
    standIn(`echo $$ > '${note}'; exec sleep 60`);
    const began = performance.now();
    expect(await firstCommits(folder, new Set(['a.md']), { limit: 1000 })).toEqual(new Map());
    expect(performance.now() - began).toBeLessThan(30_000);
    const pid = Number(readFileSync(note, 'utf8'));
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), 10_000);
  });

  it.skipIf(onWindows)('where git takes too long in the middle, though a part is known', async () => {
    const folder = repositoryOf({ 'a.md': text('a'), 'b.md': text('b') });
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const log = `printf '@1577934245\\0\\nA\\0a.md\\0'; sleep 20`;
    standIn(`case " $* " in *' log '*) ${log};; *) exec '${real}' "$@";; esac`);
    const began = performance.now();
    expect(await firstCommits(folder, new Set(['a.md']), { limit: 10_000 })).toEqual(
      new Map([['a.md', Date.parse(first)]]),
    );
    expect(await firstCommits(folder, new Set(['a.md', 'b.md']), { limit: 2000 })).toEqual(new Map());
    expect(performance.now() - began).toBeLessThan(19_000);
  });
});

it('tells nothing where git is not installed', async () => {
  const folder = folderOf({ 'a.md': 'a', '.git/': '' });
  setEnvironment('PATH', folderOf({}));
  expect(await told(folder, 'a.md')).toEqual({});
});

it.skipIf(onWindows)('starts no process where there is nothing to be known', async () => {
  const mark = join(folderOf({}), 'ran');
  standIn(`touch '${mark}'`);
  const outside = folderOf({ 'a.md': 'a' });
  const inside = folderOf({ '.git/': '', 'deep/down/a.md': 'a' });
  await told(outside, 'a.md');
  await told(inside);
  expect(existsSync(mark)).toBe(false);
  await told(join(inside, 'deep/down'), 'a.md');
  expect(existsSync(mark)).toBe(true);
});

describe.skipIf(!hasGit || onWindows)('a repository that names programs in its config', () => {
  /** Makes programs of which each leaves a mark when it is run: a file of its name. */
  function programs(): { readonly make: (name: string) => string; readonly marks: string } {
    const folder = folderOf({ 'marks/': '' });
    const marks = join(folder, 'marks');
    const make = (name: string): string => {
      put(folder, name, `#!/bin/sh\ntouch '${marks}/${name}'\n`);
      chmodSync(join(folder, name), 0o755);
      return join(folder, name);
    };
    return { make, marks };
  }

  /** Puts a signature on the last commit; nobody can have made it. */
  function sign(folder: string): void {
    const said = git(folder, ['cat-file', 'commit', 'HEAD']);
    const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n';
    const signed = said.replace('\n\n', `\n${signature}\n`);
    const id = git(folder, ['hash-object', '-t', 'commit', '-w', '--stdin'], signed).trim();
    git(folder, ['update-ref', 'HEAD', id]);
  }

  it('runs none of them', async () => {
    const { make, marks } = programs();
    const folder = repositoryOf({
      'a.md': text('a'),
      '.gitattributes': '*.md diff=odd filter=odd merge=odd\n',
    });
    renameSync(join(folder, 'a.md'), join(folder, 'b.md'));
    appendFileSync(join(folder, 'b.md'), 'more');
    commit(folder, second);
    sign(folder);
    appendFileSync(join(folder, 'b.md'), 'more');
    commit(folder, third);
    configure(folder, {
      'log.showSignature': 'true',
      'gpg.program': make('gpg'),
      'core.fsmonitor': make('fsmonitor'),
      'core.pager': make('pager'),
      'pager.log': make('pager-of-log'),
      'core.editor': make('editor'),
      'core.sshCommand': make('ssh'),
      'core.askPass': make('ask'),
      'core.alternateRefsCommand': make('alternates'),
      'core.hooksPath': dirname(make('post-index-change')),
      'diff.odd.textconv': make('textconv'),
      'diff.odd.command': make('driver'),
      'diff.external': make('external'),
      'filter.odd.clean': make('clean'),
      'filter.odd.smudge': make('smudge'),
      'merge.odd.driver': make('merge'),
      'alias.log': `!${make('alias')}`,
      'credential.helper': `!${make('credential')}`,
    });

    git(folder, ['log', '-p']);
    git(folder, ['log', '-p', '--ext-diff']);
    git(folder, ['status']);
    expect(readdirSync(marks)).toEqual(expect.arrayContaining(['driver', 'fsmonitor', 'gpg', 'textconv']));
    for (const mark of readdirSync(marks)) rmSync(join(marks, mark));

    appendFileSync(join(folder, 'b.md'), 'not committed');
    expect(await told(folder, 'b.md')).toEqual({ 'b.md': first });
    expect(readdirSync(marks)).toEqual([]);
  });

  it('fetches nothing where it lacks objects, and tells nothing then', async () => {
    const { make, marks } = programs();
    const folder = repositoryOf({ 'a.md': text('a') });
    const blob = git(folder, ['rev-parse', 'HEAD:a.md']).trim();
    renameSync(join(folder, 'a.md'), join(folder, 'b.md'));
    appendFileSync(join(folder, 'b.md'), 'more');
    commit(folder, second);
    rmSync(join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    configure(folder, {
      'core.repositoryFormatVersion': '1',
      'extensions.partialClone': 'origin',
      'remote.origin.promisor': 'true',
      'remote.origin.url': `ext::${make('fetch')}`,
      'protocol.ext.allow': 'always',
    });

    expect(() => git(folder, ['log', '-p'])).toThrow();
    expect(readdirSync(marks)).toEqual(['fetch']);
    rmSync(join(marks, 'fetch'));

    expect(await told(folder, 'b.md')).toEqual({});
    expect(readdirSync(marks)).toEqual([]);
  });
});

describe.skipIf(!hasGit)('a law', () => {
  const name = fc.constantFrom('a.md', 'b.md', 'c.md', 'sub/a.md', 'sub/b.md', 'away/a.md');
  const deed = fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const), path: name }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), path: name }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('move' as const), path: name, to: name }) },
  );

  it('a file keeps the date of its first commit through edits and moves of all kinds', async () => {
    const base = folderOf({});
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 15 }), async (deeds) => {
        const folder = join(base, `${runs++}`);
        const expected = new Map<string, number>();
        const texts = new Map<string, string>();
        const stream: string[] = [];
        for (const [index, one] of deeds.entries()) {
          const seconds = 1_600_000_000 + index;
          const lines: string[] = [];
          const before = texts.get(one.path);
          if (one.kind === 'write') {
            const content = before === undefined ? text(`${runs} ${index}`) : `${before}edit ${index}\n`;
            texts.set(one.path, content);
            if (before === undefined) expected.set(one.path, seconds * 1000);
            lines.push(`M 644 inline ${one.path}\ndata ${content.length}\n${content}`);
          } else if (before !== undefined && one.kind === 'remove') {
            texts.delete(one.path);
            expected.delete(one.path);
            lines.push(`D ${one.path}`);
          } else if (before !== undefined && one.kind === 'move' && !texts.has(one.to)) {
            texts.delete(one.path);
            texts.set(one.to, before);
            expected.set(one.to, expected.get(one.path) ?? Number.NaN);
            expected.delete(one.path);
            lines.push(`R ${one.path} ${one.to}`);
          }
          const who = `Ann <ann@example.org> ${seconds} +0000`;
          stream.push(`commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata 0`, ...lines, '');
        }
        git(base, ['init', '--quiet', folder]);
        git(folder, ['symbolic-ref', 'HEAD', 'refs/heads/main']);
        git(folder, ['fast-import', '--quiet'], `${stream.join('\n')}\n`);
        const all = ['a.md', 'b.md', 'c.md', 'sub/a.md', 'sub/b.md', 'away/a.md'];
        expect(await firstCommits(folder, new Set(all), { limit: ages })).toEqual(expected);
        mkdirSync(join(folder, 'sub'));
        const inSub = [...expected].filter(([path]) => path.startsWith('sub/'));
        expect(await firstCommits(join(folder, 'sub'), new Set(['a.md', 'b.md']), { limit: ages })).toEqual(
          new Map(inSub.map(([path, date]) => [path.slice('sub/'.length), date])),
        );
      }),
      { numRuns: 30 },
    );
  });
});

it.skipIf(!hasGit)('tells of 2,000 commits in well under the time it may take', async () => {
  const folder = folderOf({});
  git(folder, ['init', '--quiet']);
  git(folder, ['symbolic-ref', 'HEAD', 'refs/heads/main']);
  const stream = Array.from({ length: 2000 }, (_, n) => {
    const who = `Ann <ann@example.org> ${1_600_000_000 + n} +0000`;
    return `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata 0\nM 644 inline ${n % 20}/${n}.md\ndata <<.\n${n}\n.\n\n`;
  });
  git(folder, ['fast-import', '--quiet'], stream.join(''));
  const paths = Array.from({ length: 2000 }, (_, n) => `${n % 20}/${n}.md`);
  const began = performance.now();
  expect((await firstCommits(folder, new Set(paths), { limit: ages })).size).toBe(2000);
  expect(performance.now() - began).toBeLessThan(20_000);
});
