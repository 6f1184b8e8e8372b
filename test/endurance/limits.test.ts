import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { skipWhere } from '../support/skip-where.js';
import { eventually } from '../watch/recorder.js';
import { can, paths, place, putAll } from './support/deeds.js';
import { converged } from './support/fresh.js';
import { vitalsOf } from './support/vitals.js';
import { long, type Program, running } from './support/watching.js';

/** A limit on what the system watches for this program, and its files. */
const limited = (limits: string) => ({ before: `${limits}; exec "$@"`, apart: true });
const config = { watch: { settle: 50, rescan: 1000 } };
const folders = long ? 2000 : 40;
const inFolders = (prefix: string) => Array.from({ length: folders }, (_, n) => `${prefix}${n}/a.md`);

/** Goes on changing all kinds of things, and fails where one is missed. */
async function followed(program: Program, what: string): Promise<void> {
  const { articles } = program;
  putAll(articles, inFolders('more'));
  putAll(articles, inFolders('f'), 2);
  await converged(program, `${what}, new folders and edits`);
  putAll(articles, paths(20, 'more1/deep/'));
  putAll(articles, inFolders('f'), 3);
  await converged(program, `${what}, edits once more`);
}

describe.skipIf(process.platform !== 'linux')(
  'where the system watches no more',
  { timeout: 600_000 },
  () => {
    beforeEach(async ({ skip }) => {
      const script = "unshare -Urm bash -c 'echo 9 > /proc/sys/user/max_inotify_watches'";
      skipWhere(skip, !(await can(script)), 'namespaces with limits of their own cannot be had');
    });

    it.each([
      [
        'folders than there are',
        `echo ${folders / 2} > /proc/sys/user/max_inotify_watches`,
        'limit on watches',
      ],
      ['folders than the first', 'echo 1 > /proc/sys/user/max_inotify_watches', 'limit on watches'],
      ['programs', 'echo 0 > /proc/sys/user/max_inotify_instances', 'limit on watchers or open files'],
    ])('%s, that is told once, and scans find every change', async (_, limits, words) => {
      const cwd = place();
      putAll(join(cwd, 'articles'), inFolders('f'));
      const program = await running({ cwd, config, ...limited(limits) });
      await eventually(() => expect(program.problems).toHaveLength(1));
      await followed(program, words);
      expect(program.problems).toMatchObject([{ code: 'watch-limit', level: 'warning' }]);
      expect(program.problems[0]?.message).toContain(words);
      // Nothing is left behind of the attempt.
      expect(vitalsOf(program.pid).watches).toBe(0);
    });

    it('when the folder has grown, that is told once, and scans find every change', async () => {
      const cwd = place();
      putAll(join(cwd, 'articles'), ['a.md', 'b/c.md']);
      const limits = `echo ${folders / 2} > /proc/sys/user/max_inotify_watches`;
      const program = await running({ cwd, config, ...limited(limits) });
      await eventually(() => expect(vitalsOf(program.pid).watches).toBe(2));
      expect(program.problems).toEqual([]);
      putAll(program.articles, inFolders('f'));
      await converged(program, 'Grown beyond the limit');
      await followed(program, 'grown');
      expect(program.problems.map(({ code }) => code)).toEqual(['watch-limit']);
    });
  },
);

describe.skipIf(process.platform !== 'linux')('where few files may be open', { timeout: 600_000 }, () => {
  it('all is followed the same', async () => {
    const cwd = place();
    putAll(join(cwd, 'articles'), inFolders('f'));
    const program = await running({
      cwd,
      config: { watch: { settle: 50 } },
      before: 'ulimit -n 40; exec "$@"',
    });
    mkdirSync(join(cwd, 'articles/empty'));
    await followed(program, 'few open files');
    expect(program.problems).toEqual([]);
  });
});
