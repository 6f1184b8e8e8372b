import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderOf } from './support/folder.js';
import { eventually, itemsIn, reportOf, runOf, start } from './support/program.js';
import { onWindows, put } from './support/put.js';
import { skipWhere } from './support/skip-where.js';

const site = ['--site', 'https://example.org/'];

function article(title: string): string {
  return `---\ntitle: ${title}\ndate: 2026-05-06\n---\n\nWords of ${title}.\n`;
}

/** What all documents in a folder hold, together. */
function allIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8')).join('\n');
}

function titlesIn(folder: string): string[] {
  return itemsIn(folder)
    .map(({ title }) => title)
    .sort();
}

function problemsOf({ problems }: Awaited<ReturnType<typeof reportOf>>): string[] {
  return problems
    .filter(({ path }) => path !== undefined)
    .map(({ path, code }) => `${path} ${code}`)
    .sort();
}

describe.skipIf(onWindows)('a build of a folder in which lies what is no article', () => {
  it('publishes the articles, tells of the rest, and waits for nothing', async () => {
    const cwd = folderOf({ 'articles/a.md': article('Storm'), 'articles/x.md/': '' });
    const articles = join(cwd, 'articles');
    for (const n of [1, 2, 3, 4, 5]) execFileSync('mkfifo', [join(articles, `pipe${n}.md`)]);
    execFileSync('mkfifo', [join(articles, 'authors.yml')]);
    execFileSync('mkfifo', [join(articles, 'feedmill.config.yaml')]);
    const server = createServer().listen(join(articles, 'socket.md'));
    onTestFinished(() => void server.close());
    symlinkSync('/etc/passwd', join(articles, 'passwd.md'));
    symlinkSync('nowhere', join(articles, 'dangling.md'));
    symlinkSync('.', join(articles, 'loop'));
    symlinkSync('/', join(articles, 'all'));
    const report = await reportOf(cwd, [...site, '--strict']);
    expect(problemsOf(report)).toEqual([
      'all link-skipped',
      'authors.yml file-special',
      'dangling.md link-skipped',
      'feedmill.config.yaml file-special',
      'loop link-skipped',
      'passwd.md link-skipped',
      ...[1, 2, 3, 4, 5].map((n) => `pipe${n}.md file-special`),
      'socket.md file-special',
    ]);
    expect(titlesIn(join(cwd, 'output'))).toEqual(['Storm']);
    expect(allIn(join(cwd, 'output'))).not.toContain('root:x:');
  });

  it('publishes what this user may read, and tells of what not', async ({ skip }) => {
    skipWhere(skip, process.getuid?.() !== 0, 'only an administrator can run it as somebody else');
    const cwd = folderOf({
      'articles/a.md': article('Storm'),
      'articles/b.md': article('Calm'),
      'articles/shut/c.md': 'c',
    });
    for (const path of ['.', 'articles', 'articles/a.md', 'articles/shut'])
      chownSync(join(cwd, path), 65_534, 65_534);
    chmodSync(join(cwd, 'articles/b.md'), 0);
    chmodSync(join(cwd, 'articles/shut'), 0);
    const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
    const report = await reportOf(cwd, site, nobody);
    expect(problemsOf(report)).toEqual(['b.md file-unreadable', 'shut folder-unreadable']);
    expect(titlesIn(join(cwd, 'output'))).toEqual(['Storm']);
  });
});

describe.skipIf(onWindows)('links', () => {
  function place(where: string): string {
    const cwd = folderOf({
      'articles/a.md': `${article('Storm')}\n![](cover.jpg)\n`,
      'articles/pictures/gull.jpg': 'twelve bytes',
      'articles/.hidden.md': article('Hidden'),
      'vault/note.md': article('Note'),
      'vault/bundle/index.md': `${article('Bundle')}\n![](gull.jpg)\n`,
      'vault/bundle/gull.jpg': 'gull',
      'feedmill.config.yaml': `site: https://example.org/\nfollowLinks: ${where}\n`,
    });
    symlinkSync('a.md', join(cwd, 'articles/twin.md'));
    symlinkSync('pictures/gull.jpg', join(cwd, 'articles/cover.jpg'));
    symlinkSync('.hidden.md', join(cwd, 'articles/shown.md'));
    symlinkSync('../vault', join(cwd, 'articles/vault'));
    symlinkSync('../vault/note.md', join(cwd, 'articles/zz.md'));
    symlinkSync('..', join(cwd, 'vault/up'));
    return cwd;
  }

  it.each([
    ['false', ['Storm']],
    ['inside', ['Hidden', 'Storm']],
    ['anywhere', ['Bundle', 'Hidden', 'Note', 'Storm']],
  ])('are followed as far as the config says: %s', async (where, titles) => {
    const cwd = place(where);
    const first = await reportOf(cwd);
    expect(titlesIn(join(cwd, 'output'))).toEqual(titles);
    expect(first.entries).toBe(titles.length);
    if (where !== 'anywhere') expect(allIn(join(cwd, 'output'))).not.toContain('Words of Note');
    const again = await reportOf(cwd);
    expect([again.read, again.gone]).toEqual([[], []]);
    rmSync(join(cwd, 'articles/.feedmill/cache'), { recursive: true });
    const documents = allIn(join(cwd, 'output'));
    await reportOf(cwd);
    expect(allIn(join(cwd, 'output'))).toBe(documents);
  });

  it('give pictures their second place, and bundles behind them their files', async () => {
    const cwd = place('anywhere');
    await reportOf(cwd);
    const content = new Map(
      itemsIn(join(cwd, 'output')).map(({ title, content_html }) => [title, content_html]),
    );
    expect(content.get('Storm')).toContain('src="https://example.org/cover.jpg"');
    expect(content.get('Bundle')).toContain('src="https://example.org/vault/bundle/gull.jpg"');
  });

  it('give an article over from one name to another, under its id, and never show it twice', async () => {
    const cwd = place('anywhere');
    const entries = () =>
      itemsIn(join(cwd, 'output'))
        .map(({ id, title }) => `${title} ${id}`)
        .sort();
    await reportOf(cwd);
    const before = entries();
    // A link that comes first by name has the article.
    symlinkSync('../vault/note.md', join(cwd, 'articles/0.md'));
    const report = await reportOf(cwd);
    expect([report.read, report.gone]).toEqual([['0.md'], ['vault/note.md']]);
    expect(entries()).toEqual(before);
    // What is in the folder itself has it before any link.
    rmSync(join(cwd, 'articles/shown.md'));
    renameSync(join(cwd, 'articles/.hidden.md'), join(cwd, 'articles/zzz.md'));
    symlinkSync('zzz.md', join(cwd, 'articles/shown.md'));
    await reportOf(cwd);
    expect(entries()).toEqual(before);
  });

  it('lose what they led to, and get it back, without a new entry', async () => {
    const cwd = place('anywhere');
    await reportOf(cwd);
    const before = itemsIn(join(cwd, 'output'))
      .map(({ id }) => id)
      .sort();
    renameSync(join(cwd, 'vault'), join(cwd, 'away'));
    const away = await reportOf(cwd);
    expect(problemsOf(away)).toEqual(['vault file-unreadable', 'zz.md file-unreadable']);
    expect(readFileSync(join(cwd, 'output/atom.xml'), 'utf8')).not.toContain('deleted-entry');
    renameSync(join(cwd, 'away'), join(cwd, 'vault'));
    await reportOf(cwd);
    expect(
      itemsIn(join(cwd, 'output'))
        .map(({ id }) => id)
        .sort(),
    ).toEqual(before);
  });
});

describe.skipIf(onWindows)('a watch', () => {
  /** Watches, and gives the folder when the first documents are there. */
  async function watched(
    files: Readonly<Record<string, string>>,
    links: Readonly<Record<string, string>> = {},
  ) {
    const cwd = folderOf({
      'feedmill.config.yaml': 'site: https://example.org/\nfollowLinks: anywhere\nwatch: { settle: 50 }\n',
      ...files,
    });
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(cwd, path));
    const run = start(cwd, ['watch', '--json']);
    await eventually(() => expect(run.written.out).toContain('"watching"'));
    return {
      cwd,
      run,
      shows: (titles: string[]) => eventually(() => expect(titlesIn(join(cwd, 'output'))).toEqual(titles)),
    };
  }

  it('goes on while a file becomes a pipe, a folder and a link, and a file again', async () => {
    const { cwd, run, shows } = await watched({
      'articles/a.md': article('Storm'),
      'articles/b.md': article('Calm'),
    });
    const path = join(cwd, 'articles/b.md');
    const becomes: readonly [() => void, string[]][] = [
      [() => execFileSync('mkfifo', [path]), ['Storm 1']],
      [() => put(cwd, 'articles/b.md', article('Calm again')), ['Calm again', 'Storm 2']],
      [() => mkdirSync(path), ['Storm 3']],
      [() => symlinkSync('/dev/zero', path), ['Storm 4']],
      [() => put(cwd, 'articles/b.md', article('Calm at last')), ['Calm at last', 'Storm 5']],
    ];
    for (const [n, [become, titles]] of becomes.entries()) {
      rmSync(path, { recursive: true, force: true });
      become();
      put(cwd, 'articles/a.md', article(`Storm ${n + 1}`));
      await shows(titles);
    }
    expect(run.written.out).toContain('file-special');
    expect(run.child.exitCode).toBeNull();
  });

  it('sees what changes behind links: the files, the links and where they lead', async () => {
    const { cwd, shows } = await watched(
      {
        'articles/a.md': article('Storm'),
        'vault/note.md': article('Note'),
        'other/note.md': article('Other'),
        'loose.md': article('Loose'),
      },
      { 'articles/vault': '../vault', 'articles/loose.md': '../loose.md' },
    );
    await shows(['Loose', 'Note', 'Storm']);
    put(cwd, 'vault/note.md', article('Note edited'));
    put(cwd, 'vault/deep/more.md', article('More'));
    put(cwd, 'loose.md', article('Loose edited'));
    await shows(['Loose edited', 'More', 'Note edited', 'Storm']);
    rmSync(join(cwd, 'articles/vault'));
    symlinkSync('../other', join(cwd, 'articles/vault'));
    await shows(['Loose edited', 'Other', 'Storm']);
    // The link stays, and may lead somewhere again.
    rmSync(join(cwd, 'loose.md'));
    put(cwd, 'articles/a.md', article('Storm edited'));
    await shows(['Loose edited', 'Other', 'Storm edited']);
    rmSync(join(cwd, 'articles/loose.md'));
    await shows(['Other', 'Storm edited']);
  });

  it('tells of a link that leads nowhere once', async () => {
    const { cwd, run, shows } = await watched(
      { 'articles/a.md': article('Storm') },
      { 'articles/b.md': 'nowhere' },
    );
    for (const n of [1, 2, 3]) {
      put(cwd, 'articles/a.md', article(`Storm ${n}`));
      await shows([`Storm ${n}`]);
      await new Promise((resolve) => setTimeout(resolve, 1200));
    }
    expect(run.written.out.split('it is a link that leads nowhere')).toHaveLength(2);
  });
});

it('ends at once where the articles folder is a pipe', async ({ skip }) => {
  skip(onWindows);
  const cwd = folderOf({});
  execFileSync('mkfifo', [join(cwd, 'articles')]);
  const { code, err } = await runOf(cwd, ['build']);
  expect([code, err]).toEqual([2, expect.stringContaining('it is not a folder')]);
});
