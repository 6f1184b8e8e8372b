import {
  appendFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { skipWhere } from '../support/skip-where.js';
import { eventually } from '../watch/recorder.js';
import { article, can, paths, place, putAll, rage, shell } from './support/deeds.js';
import { converged, documentsIn, takenIn } from './support/fresh.js';
import { long, type Program, running } from './support/watching.js';

const hour = 3_600_000;
const onLinux = process.platform === 'linux';
/** By events alone: a scan would come too late to find anything. */
const byEvents = { watch: { settle: 100, rescan: hour } };

describe.skipIf(!onLinux)(
  'the documents end as a fresh build makes them, by events alone, after',
  { timeout: 600_000 },
  () => {
    let program: Program;
    let root: string;
    const at = (path: string) => join(root, path);

    beforeAll(async () => {
      const ends: (() => unknown)[] = [];
      const cwd = place((remove) => ends.push(remove));
      root = join(cwd, 'articles');
      putAll(root, paths(long ? 2000 : 60));
      program = await running({ cwd, config: byEvents }, (stop) => ends.push(stop));
      return async () => {
        for (const end of ends.reverse()) await end();
      };
    });

    it('a storm of deeds by several processes', async () => {
      const [storms, processes, deeds] = long ? [10, 4, 2500] : [1, 3, 200];
      for (let storm = 0; storm < storms; storm++) {
        const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
        const done = await rage(root, processes, deeds, seed);
        await converged(program, `A storm of ${done} deeds of ${processes * deeds}, seed ${seed}`);
      }
    });

    it('folders that are moved in and out, into each other and to each other’s place', async () => {
      putAll(program.cwd, paths(20, 'coming/'));
      renameSync(join(program.cwd, 'coming'), at('came'));
      renameSync(at('s0'), join(program.cwd, 'gone'));
      putAll(root, ['one/a.md', 'one/b/c.md', 'two/a.md', 'two/d/e.md']);
      await converged(program, 'Folders moved in and out');
      renameSync(at('one'), at('swap'));
      renameSync(at('two'), at('one'));
      renameSync(at('swap'), at('two'));
      renameSync(at('came'), at('one/b'));
      await converged(program, 'Folders swapped');
      // What happens in them afterwards is heard where they lie now.
      putAll(root, ['one/a.md', 'two/b/c.md', 'one/b/s1/t1/u1/1.md'], 2);
      await converged(program, 'Edits in folders that were swapped');
      expect(documentsIn(program.output).get('feed.json')).toContain('one/b/s1/t1/u1/1.md stands at mark 2');
    });

    it('a folder and a file that are renamed in upper and lower case alone', async () => {
      putAll(root, ['case/a.md', 'case/deep/b.md']);
      await takenIn(program);
      renameSync(at('case'), at('Case'));
      renameSync(at('Case/a.md'), at('Case/A.md'));
      await converged(program, 'Renamed in case alone');
      putAll(root, ['Case/deep/b.md'], 2);
      await converged(program, 'Edited then');
    });

    it('files that others of the same size and an older or the same time take the place of', async () => {
      putAll(root, ['same/a.md', 'same/b.md']);
      const then = new Date(1e12);
      utimesSync(at('same/a.md'), then, then);
      await takenIn(program);
      for (const [name, when] of [['a', then] as const, ['b', new Date(1e11)] as const]) {
        const next = join(program.cwd, `${name}.md`);
        writeFileSync(next, article(`same/${name}.md`, 7));
        utimesSync(next, when, when);
        expect(statSync(next).size).toBe(statSync(at(`same/${name}.md`)).size);
        renameSync(next, at(`same/${name}.md`));
      }
      await converged(program, 'Replaced by files of the same size');
      const json = documentsIn(program.output).get('feed.json');
      for (const name of ['a', 'b']) expect(json).toContain(`same/${name}.md stands at mark 7`);
    });

    it('another branch of all files at once', async (context) => {
      skipWhere(context.skip, !(await can('git --version')), 'git is not installed');
      const git = 'git -c user.name=me -c user.email=me@example.org -c core.hooksPath=/dev/null';
      const files = paths(long ? 2000 : 60, 'branch/');
      putAll(root, files);
      await shell(`${git} init -q -b first && git add -A . && ${git} commit -qm first`, root);
      putAll(
        root,
        files.filter((_, n) => n % 3 > 0),
        2,
      );
      for (const path of files.filter((_, n) => n % 7 === 0)) unlinkSync(at(path));
      await shell(`git checkout -q -b second && git add -A . && ${git} commit -qm second`, root);
      for (const branch of ['first', 'second']) {
        await shell(`git checkout -q ${branch}`, root);
        await converged(program, `Branch ${branch}`);
      }
    });

    it('many touches without a change, which alter no document', async () => {
      await takenIn(program);
      const before = documentsIn(program.output);
      const known = program.turns.length;
      const files = await shell('find . -name "*.md" -printf "%P\\n"', root);
      for (let round = 0; round < 5; round++) await shell('find . -name "*.md" -exec touch {} +', root);
      const turns = () => program.turns.slice(known);
      await eventually(() =>
        expect(new Set(turns().flatMap(({ read }) => read))).toEqual(new Set(files.trim().split('\n'))),
      );
      expect(turns().flatMap(({ documents }) => documents.written)).toEqual([]);
      expect(documentsIn(program.output)).toEqual(before);
    });

    it('more changes than the system keeps for a program that stands still', async () => {
      const count = 20_000;
      putAll(root, ['kept/last.md', ...paths(long ? count : 100, 'kept/')]);
      await takenIn(program);
      program.signal('SIGSTOP');
      const files = paths(long ? count : 100, 'kept/');
      for (let n = 0; n < count; n++) appendFileSync(at(files[n % files.length] ?? ''), 'More.\n');
      putAll(root, ['kept/last.md'], 2);
      program.signal('SIGCONT');
      await converged(program, `${count} edits of ${files.length} files unheard`);
      expect(documentsIn(program.output).get('feed.json')).toContain('kept/last.md stands at mark 2');
    });

    it('the articles folder being removed and made again', async () => {
      rmSync(root, { recursive: true });
      await eventually(() => expect(program.problems.at(-1)?.code).toBe('articles-missing'));
      putAll(root, paths(40, 'again/'));
      await converged(program, 'Made again');
      rmSync(root, { recursive: true });
      putAll(root, paths(20, 'at/once/'));
      await converged(program, 'Made again at once');
      putAll(root, ['at/once/later.md']);
      await converged(program, 'Edited then');
      expect(documentsIn(program.output).get('feed.json')).toContain('at/once/later.md');
    });

    it('another folder taking the place of the articles folder', async () => {
      putAll(`${root}-next`, paths(40, 'next/'));
      renameSync(root, `${root}-last`);
      renameSync(`${root}-next`, root);
      await converged(program, 'Replaced by a rename');
      putAll(root, paths(20, 'next/'), 2);
      putAll(`${root}-last`, paths(20, 'last/'), 2);
      await converged(program, 'Edited then');
      expect(documentsIn(program.output).get('feed.json')).toContain('stands at mark 2');
    });
  },
);

describe.skipIf(!onLinux)('what no event tells of', () => {
  it('is found by a scan: a write to a file under another name that it has elsewhere', async () => {
    const cwd = place();
    putAll(join(cwd, 'articles'), ['a.md', 'b.md']);
    const program = await running({ cwd, config: { watch: { settle: 50, rescan: 1000 } } });
    linkSync(join(cwd, 'articles/a.md'), join(cwd, 'elsewhere.md'));
    await takenIn(program);
    writeFileSync(join(cwd, 'elsewhere.md'), article('Elsewhere'));
    await eventually(() =>
      expect(readFileSync(join(program.output, 'feed.json'), 'utf8')).toContain('Elsewhere'),
    );
    await converged(program, 'Written elsewhere');
  });
});

describe.skipIf(!onLinux)('a slow writer', () => {
  it('is published once, and whole', { timeout: 120_000 }, async () => {
    const cwd = place();
    putAll(join(cwd, 'articles'), ['a.md']);
    const settle = 500;
    const program = await running({ cwd, config: { watch: { settle, rescan: hour } } });
    const names = ['rss.xml', 'atom.xml', 'feed.json'];
    const seen = new Set<string>();
    let isWritten = false;
    const reading = (async () => {
      while (!isWritten || !seen.has('whole')) {
        const texts = names.map((name) => readFileSync(join(program.output, name), 'utf8'));
        for (const text of texts) {
          const [first, last] = [text.includes('piece 1 '), text.includes('piece 50 ')];
          seen.add(first && last ? 'whole' : first || last ? 'partial' : 'none');
        }
        await pause(5);
      }
    })();
    const path = join(cwd, 'articles/slow.md');
    writeFileSync(path, '---\ntitle: Slow\ndate: 2026-05-06\n---\n\n');
    let longest = 0;
    for (let piece = 1; piece <= 50; piece++) {
      const began = performance.now();
      await pause(long ? 100 : 30);
      appendFileSync(path, `This is piece ${piece} of it. `);
      longest = Math.max(longest, performance.now() - began);
    }
    isWritten = true;
    await reading;
    await converged(program, `A file in 50 pieces, at most ${longest.toFixed(0)} ms apart`);
    // Who pauses for longer than a file has to stay the same is done, for all that can be known.
    expect(longest).toBeLessThan(settle);
    expect([...seen].sort()).toEqual(['none', 'whole']);
    const items: readonly { title: string }[] = JSON.parse(
      documentsIn(program.output).get('feed.json') ?? '',
    ).items;
    expect(items.filter(({ title }) => title === 'Slow')).toHaveLength(1);
    expect(program.turns.filter(({ read }) => read.includes('slow.md'))).toHaveLength(1);
  });
});

describe.skipIf(!onLinux)('an articles folder on a disk of its own', () => {
  it('may be unmounted: the documents stay, and follow it when it is back', async (context) => {
    const mounting = 'unshare -Urm mount -t tmpfs tmpfs /mnt';
    skipWhere(context.skip, !(await can(mounting)), 'namespaces with mounts of their own cannot be had');
    const cwd = place();
    const before = 'mount -t tmpfs tmpfs articles; exec "$@"';
    const program = await running({ cwd, config: byEvents, before, apart: true });
    const inside = { ...program, articles: `/proc/${program.pid}/root${program.articles}` };
    const there = (script: string) =>
      shell(`nsenter -t ${program.pid} -U -m --preserve-credentials ${script}`, cwd);
    putAll(inside.articles, paths(30));
    await converged(inside, 'Mounted');
    const documents = documentsIn(program.output);
    await there(`umount -l ${program.articles}`);
    await eventually(() => expect(program.problems.at(-1)?.code).toBe('articles-missing'));
    await pause(2000);
    expect(documentsIn(program.output)).toEqual(documents);
    await there(`mount -t tmpfs tmpfs ${program.articles}`);
    putAll(inside.articles, paths(40), 2);
    await converged(inside, 'Mounted again');
    expect(program.problems.map(({ code }) => code)).toEqual(['articles-missing', 'articles-back']);
  });
});

describe.skipIf(!onLinux)('a clock that is set', () => {
  const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';

  it('forward and back: what is public is what is public at that time', {
    timeout: 120_000,
  }, async (context) => {
    skipWhere(context.skip, !existsSync(library), 'libfaketime is not installed');
    const cwd = place();
    const clock = join(cwd, 'clock');
    const set = (days: number) => {
      writeFileSync(`${clock}.new`, `${days >= 0 ? '+' : ''}${days}d`);
      renameSync(`${clock}.new`, clock);
    };
    set(0);
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const dated = (title: string, keys: string) =>
      `---\ntitle: ${title}\n${keys}\n---\n\nSome words of ${title}.\n`;
    mkdirSync(join(cwd, 'articles'));
    writeFileSync(join(cwd, 'articles/now.md'), dated('Now', 'date: 2026-05-06'));
    writeFileSync(join(cwd, 'articles/later.md'), dated('Later', `date: ${day(5)}`));
    writeFileSync(join(cwd, 'articles/over.md'), dated('Over', `date: 2026-05-06\nexpiryDate: ${day(5)}`));
    const env = {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: clock,
      FAKETIME_NO_CACHE: '1',
      DONT_FAKE_MONOTONIC: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      NO_FAKE_STAT: '1',
    };
    const program = await running({ cwd, config: byEvents, env });
    const titles = () => {
      const { items } = JSON.parse(readFileSync(join(program.output, 'feed.json'), 'utf8'));
      return items.map(({ title }: { title: string }) => title).sort();
    };
    await eventually(() => expect(titles()).toEqual(['Now', 'Over']));
    set(10);
    await eventually(() => expect(titles()).toEqual(['Later', 'Now']));
    set(0);
    // What was out stays out; what had expired has not, by this clock.
    await eventually(() => expect(titles()).toEqual(['Later', 'Now', 'Over']));
    writeFileSync(join(dirname(clock), 'articles/new.md'), dated('New', 'date: 2026-05-07'));
    await eventually(() => expect(titles()).toEqual(['Later', 'New', 'Now', 'Over']));
  });
});
