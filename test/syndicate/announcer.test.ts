import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/problems.js';
import { type Announced, Announcer } from '../../src/syndicate/announcer.js';
import type { Outcome } from '../../src/syndicate/outcome.js';
import { folderOf } from '../support/folder.js';
import { put } from '../support/put.js';

const hub = 'https://hub.example.org/?token=abc123';
const accepted: Outcome = { kind: 'accepted', status: 204 };
const failed: Outcome = { kind: 'failed', reason: 'it answered 500' };

/** Announces the documents of a folder by a network and a clock of the test's. */
function announcing(
  answers: readonly Outcome[] = [accepted],
  cwd = folderOf({ 'output/': '', 'state/': '' }),
) {
  const sent: string[] = [];
  const rests: number[] = [];
  const announced: Announced[] = [];
  const problems: Problem[] = [];
  let now = 0;
  let onSend: () => Promise<void> = async () => undefined;
  const announcer = new Announcer(
    { output: join(cwd, 'output'), state: join(cwd, 'state'), site: 'https://example.org/', hub: [hub] },
    async (_hub, topic) => {
      sent.push(topic);
      const answer = answers[Math.min(sent.length, answers.length) - 1] ?? accepted;
      await onSend();
      return answer;
    },
    { onAnnounced: (one) => announced.push(one), onProblem: (one) => problems.push(one) },
    {
      pause: async (milliseconds) => {
        rests.push(milliseconds);
        now += milliseconds;
      },
      now: () => now,
      random: () => 1,
    },
  );
  const write = (text: string, name = 'rss.xml') => {
    put(cwd, `output/${name}`, text);
    announcer.note({ written: [name], unchanged: [], removed: [] });
  };
  const during = (act: () => void) => {
    onSend = async () => {
      onSend = async () => undefined;
      act();
      // So that it is noticed while the hub has not answered yet.
      await new Promise((resolve) => setTimeout(resolve, 100));
    };
  };
  return { cwd, announcer, sent, rests, announced, problems, write, during };
}

describe('the hub hears', () => {
  it('of a feed whose bytes changed, once, and of no page', async () => {
    const { announcer, announced, write } = announcing();
    write('one');
    write('<p>', 'index.html');
    await announcer.rested();
    expect(announced).toEqual([
      { topic: 'https://example.org/rss.xml', hub: 'https://hub.example.org/?…', status: 204 },
    ]);
  });

  it('once of many changes, and once more of those while it answers', async () => {
    const { announcer, sent, write, during } = announcing();
    for (let change = 0; change < 20; change++) write(`change ${change}`);
    during(() => {
      for (let change = 20; change < 40; change++) write(`change ${change}`);
    });
    await announcer.rested();
    expect(sent).toHaveLength(2);
  });

  it('once more of a feed whose turn was not over when it fetched it: it may have got the bytes of before', async () => {
    const { cwd, announcer, sent, write, during } = announcing();
    write('one');
    await announcer.rested();
    write('two');
    // The next turn has written already, and tells of it only now.
    put(cwd, 'output/rss.xml', 'three');
    during(() => announcer.note({ written: ['rss.xml'], unchanged: [], removed: [] }));
    await announcer.rested();
    expect(sent).toHaveLength(3);
  });

  it('not of a feed that is gone', async () => {
    const { announcer, sent, write } = announcing();
    write('one');
    await announcer.rested();
    announcer.note({ written: [], unchanged: [], removed: ['rss.xml'] });
    announcer.note({ written: ['atom.xml'], unchanged: [], removed: [] });
    await announcer.rested();
    expect(sent).toHaveLength(1);
    write('one');
    await announcer.rested();
    expect(sent).toHaveLength(2);
  });
});

describe('a hub that fails', () => {
  it('is asked again, and hears of it in the end', async () => {
    const { announcer, announced, problems, rests, write } = announcing([failed, failed, accepted]);
    write('one');
    await announcer.rested();
    expect(announced).toHaveLength(1);
    expect(rests).toEqual([5000, 10_000]);
    expect(problems).toEqual([]);
  });

  it('is left alone for as long as it wants', async () => {
    const { announcer, rests, write } = announcing([{ ...failed, after: 90_000 }, accepted]);
    write('one');
    await announcer.rested();
    expect(rests).toEqual([95_000]);
  });

  it('is told of after the last try, once, and asked again with the next change for all that waits', async () => {
    const answers = [...Array.from({ length: 10 }, () => failed), accepted];
    const { announcer, announced, problems, sent, write } = announcing(answers);
    write('one');
    await announcer.rested();
    expect(sent).toHaveLength(5);
    expect(problems).toMatchObject([
      {
        code: 'hub-unreachable',
        level: 'warning',
        message: 'Cannot reach hub "https://hub.example.org/?…": it answered 500',
      },
    ]);
    write('two');
    await announcer.rested();
    expect(problems).toHaveLength(1);
    write('three', 'atom.xml');
    await announcer.rested();
    expect(announced.map(({ topic }) => topic).sort()).toEqual([
      'https://example.org/atom.xml',
      'https://example.org/rss.xml',
    ]);
  });

  it('is not asked for every feed', async () => {
    const { cwd, announcer, sent } = announcing([failed]);
    const names = Array.from({ length: 50 }, (_, at) => `tags/${at}/rss.xml`);
    for (const name of names) put(cwd, `output/${name}`, name);
    announcer.note({ written: names, unchanged: [], removed: [] });
    await announcer.rested();
    expect(sent.length).toBeLessThanOrEqual(5 * 4);
  });

  it('by refusing is not asked again, until something changes', async () => {
    const { announcer, problems, sent, write } = announcing([{ kind: 'refused', reason: 'it answered 404' }]);
    write('one');
    await announcer.rested();
    expect(sent).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'hub-refused' }]);
    write('two');
    await announcer.rested();
    expect(sent).toHaveLength(2);
    expect(problems).toHaveLength(1);
  });
});

describe('what a run leaves', () => {
  it('is announced by the next one, and nothing else is', async () => {
    const one = announcing([accepted]);
    one.write('one', 'atom.xml');
    await one.announcer.rested();
    one.during(() => void one.announcer.close());
    one.write('one');
    await one.announcer.rested();
    const next = announcing([accepted], one.cwd);
    next.announcer.note({ written: [], unchanged: ['atom.xml', 'rss.xml', 'index.html'], removed: [] });
    await next.announcer.rested();
    expect(next.sent).toEqual(['https://example.org/rss.xml']);
  });

  it('tells no secret', async () => {
    const { cwd, announcer, write } = announcing();
    write('one');
    await announcer.rested();
    const text = readFileSync(join(cwd, 'state/cache/announced.json'), 'utf8');
    expect(text).toContain('https://example.org/rss.xml');
    expect(text).not.toContain('abc123');
  });

  it.each(['', 'null', '{"version":1', '{"version":2,"hubs":{}}', '{"version":1,"hubs":{"a":null}}', '\0\0'])(
    'may be damaged: %j',
    async (text) => {
      const cwd = folderOf({ 'output/': '', 'state/cache/announced.json': text });
      const { announcer, sent, problems, write } = announcing([accepted], cwd);
      write('one');
      await announcer.rested();
      expect(sent).toHaveLength(1);
      expect(problems).toEqual([]);
    },
  );

  it('cannot be kept where the state folder cannot be written, which is told once', async () => {
    const { cwd, announcer, announced, problems, write } = announcing();
    writeFileSync(join(cwd, 'state/cache'), 'in the way');
    write('one');
    await announcer.rested();
    write('two');
    await announcer.rested();
    expect(announced).toHaveLength(2);
    expect(problems).toMatchObject([{ code: 'announcements-unkept', level: 'warning' }]);
    expect(existsSync(join(cwd, 'state/cache/announced.json'))).toBe(false);
  });
});
