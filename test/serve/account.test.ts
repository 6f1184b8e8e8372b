import { describe, expect, it } from 'vitest';
import { problem } from '../../src/problems.js';
import type { Report } from '../../src/report.js';
import { Account } from '../../src/serve/account.js';

const nothing: Report = {
  at: 0,
  milliseconds: 1,
  read: [],
  gone: [],
  articles: 2,
  entries: 1,
  withheld: [],
  problems: [],
  documents: { written: [], unchanged: [], removed: [] },
};

const undated = (path: string) =>
  problem('date-unreadable', { path, line: 3 }, { field: 'date', value: 'someday' });
const empty = (path: string) => problem('not-text', { path });
const unwritten = problem('document-unwritten', {}, { name: 'rss.xml', reason: 'the disk is full' });

/** What an account tells after some turns. */
function told(...reports: Partial<Report>[]) {
  const account = new Account();
  const news = reports.map((report) => account.note('/output', { ...nothing, ...report }));
  const findings = account.state?.findings.map(({ path, line, message }) =>
    [path, line, message.split(':')[0]].join(),
  );
  return { account, news, findings, state: account.state };
}

describe('the problems there are', () => {
  it('stay until the article is read again, or gone', () => {
    const found = { read: ['a.md', 'b.md'], problems: [undated('a.md'), empty('b.md')] };
    const both = ['b.md,,Cannot read the file', 'a.md,3,Cannot read date "someday"'];
    expect(told(found).findings).toEqual(both);
    expect(told(found, { read: ['c.md'] }).findings).toEqual(both);
    expect(told(found, { read: ['a.md'] }).findings).toEqual([both[0]]);
    expect(told(found, { gone: ['a.md', 'b.md'] }).findings).toEqual([]);
  });

  it('are told once, though several turns find them', () => {
    const { state } = told({ problems: [undated('a.md')] }, { problems: [undated('a.md')] });
    expect(state?.levels).toEqual({ error: 0, warning: 1, note: 0 });
  });

  it('of the run are those of the last turn, and of what came since', () => {
    const { account, state } = told({ problems: [unwritten] });
    expect(state).toMatchObject({ isWritten: false, levels: { error: 1 } });
    account.add([problem('turn-failed', {}, { reason: 'no luck' })]);
    expect(account.state?.levels.error).toBe(2);
    account.note('/output', nothing);
    expect(account.state).toMatchObject({ isWritten: true, levels: { error: 0 } });
  });

  it('of the config stay until it is mended', () => {
    const { account } = told({});
    account.add([problem('config-value', { path: 'c.yaml', line: 1 }, {}), problem('config-kept', {})]);
    account.note('/output', nothing);
    expect(account.state?.levels).toEqual({ error: 1, warning: 1, note: 0 });
    account.mended();
    expect(account.state?.levels).toEqual({ error: 0, warning: 0, note: 0 });
  });

  it('are counted all, and told as far as anybody reads', () => {
    const problems = Array.from({ length: 500 }, (_, at) => empty(`${at}.md`));
    const { state } = told({ problems });
    expect(state?.levels.error).toBe(500);
    expect(state?.findings.length).toBeLessThan(50);
  });
});

describe('the documents there are', () => {
  const documents = { written: ['rss.xml'], unchanged: ['atom.xml'], removed: [] };

  it('are told all at first, and then those that changed', () => {
    const { news } = told({ documents }, { documents: { ...documents, removed: ['old.xml'] } });
    expect(news.map(({ written }) => written)).toEqual([['rss.xml', 'atom.xml'], ['rss.xml']]);
    expect(news.map(({ removed }) => removed)).toEqual([[], ['old.xml']]);
  });

  it('are told all again in another folder, and where some could not be written', () => {
    const { account, news } = told(
      { documents },
      { documents, problems: [unwritten] },
      { documents },
      { documents },
    );
    expect(news.map(({ written }) => written.length)).toEqual([2, 1, 2, 1]);
    expect(account.note('/public', { ...nothing, documents }).written).toHaveLength(2);
  });
});
