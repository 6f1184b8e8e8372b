import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read.js';
import { loadReaders } from '../../src/article/readers.js';

await loadReaders(['any.html', 'any.txt']);

const modified = Date.UTC(2026, 5, 1, 12);
const encode = (text: string) => new TextEncoder().encode(text);

/** What an article says of its end, and the problems that name it. */
function read(text: string, path = 'notice.md', sidecar?: { path: string; text: string }) {
  const beside = sidecar && { sidecar: { path: sidecar.path, bytes: encode(sidecar.text) } };
  const { article, problems } = readArticle(encode(text), { path, modified, timezone: 'UTC' }, beside);
  return { article, expires: article?.expires, found: article?.found.expires, problems };
}

const yaml = (...lines: string[]) => read(`---\ntitle: Pool closed\n${lines.join('\n')}\n---\nBody.\n`);
const day = Date.UTC(2026, 6, 1);

describe('the date on which an article expires', () => {
  it.each([
    ['YAML', '---\ntitle: Pool closed\nexpires: 2026-07-01\n---\nBody.\n', 3],
    ['TOML', '+++\ntitle = "Pool closed"\nexpires = 2026-07-01\n+++\nBody.\n', 3],
    [
      'TOML with a time',
      '+++\ntitle = "Pool closed"\nexpiryDate = 2026-07-01T02:00:00+02:00\n+++\nBody.\n',
      3,
    ],
    ['JSON', '{\n"title": "Pool closed",\n"expires": "2026-07-01"\n}\nBody.\n', 3],
    ['headers', 'Title: Pool closed\nExpires: 1 July 2026\n\nBody.\n', 2],
    ['fields', ':title: Pool closed\n:expires: 2026-07-01\n\nBody.\n', 2],
    ['dots', '.. title: Pool closed\n.. expires: 2026-07-01 00:00:00 UTC\n\nBody.\n', 2],
    ['a comment', '<!--\ntitle: Pool closed\nexpires: 2026-07-01\n-->\nBody.\n', 3],
  ])('is read in %s', (_, text, line) => {
    const { expires, found, problems } = read(text);
    expect([expires, found, problems]).toEqual([day, { in: 'front matter', line }, []]);
  });

  it('is read in a file beside the article', () => {
    const sidecar = { path: 'notice.meta', text: '.. title: Pool closed\n.. expires: 2026-07-01\n' };
    expect(read('Body.\n', 'notice.rst', sidecar).expires).toBe(day);
  });

  it('is read in the front matter of a page', () =>
    expect(read('---\nexpires: 2026-07-01\n---\n<p>Body.</p>\n', 'notice.html').expires).toBe(day));

  it.each([
    'expires',
    'Expires',
    'expire',
    'expiry',
    'expiryDate',
    'expiry_date',
    'expires_at',
    'expires-on',
    'expire_at',
    'expireDate',
    'expiration',
    'expiration_date',
    'unpublish',
    'unpublishdate',
    'unpublish_date',
    'unpublishOn',
    'unpublish_at',
    'unpub_date',
    'datedepublish',
    'publish_down',
    'valid_until',
    'validThrough',
  ])('goes by the name %s', (key) => expect(yaml(`${key}: 2026-07-01`).expires).toBe(day));

  it.each([
    ['within another table', 'extra:\n  expires: 2026-07-01'],
    ['in parts', 'expires:\n  date: 2026-07-01'],
    ['beside the other dates', 'date:\n  created: 2026-05-06\n  expires: 2026-07-01'],
  ])('is found %s', (_, lines) => expect(yaml(lines).expires).toBe(day));

  it('is no part of what else may expire', () =>
    expect(yaml('cache:\n  expires: 2026-07-01', 'cookie: {expires: 2026-07-01}').expires).toBeUndefined());

  it.each([
    'never',
    'Never',
    'none',
    'false',
    'no',
    '0',
    '""',
    '~',
    '9999-12-31',
    '9999-12-31T23:59:59-05:00',
  ])('is none where the author says so: %s', (value) => {
    const { expires, found, problems } = yaml(`expires: ${value}`);
    expect([expires, found, problems]).toEqual([undefined, undefined, []]);
  });

  it.each([
    '2026-13-45',
    '2026-02-30',
    '99999-01-01',
    'soon',
    '30d',
    'in 2 weeks',
    '2 hours ago',
    'tomorrow',
  ])('is not guessed at: %s', (value) => {
    const { article, expires, problems } = yaml('date: 2026-05-06', `expires: ${value}`);
    expect([article?.published, expires]).toEqual([Date.UTC(2026, 4, 6), undefined]);
    expect(problems).toMatchObject([
      {
        code: 'date-unreadable',
        level: 'warning',
        path: 'notice.md',
        line: 4,
        message: `Cannot read expires "${value}": not a date`,
      },
    ]);
  });

  it('is in the zone of the site where its own does not exist', () => {
    const { expires, problems } = yaml('expires: 2026-07-01 00:00 Mars/Olympus');
    expect(expires).toBe(day);
    expect(problems).toMatchObject([{ code: 'zone-unknown', line: 3 }]);
  });

  it('takes the next key where the first holds none', () =>
    expect(yaml('expires: soon', 'unpublish_date: 2026-07-01')).toMatchObject({
      expires: day,
      problems: [{ code: 'date-unreadable', line: 3 }],
    }));

  it('says nothing of a message: it told the servers of a news group when to drop theirs', () => {
    const { article, expires, problems } = read(
      'From: jonas@example.org (Jonas Lind)\nSubject: Ferry fares\nDate: 20 Apr 1993 10:00 GMT\nExpires: 1 May 1993 00:00 GMT\n\nBody.\n',
      'fares.txt',
    );
    expect([article?.title, expires, problems]).toEqual(['Ferry fares', undefined, []]);
  });
});

describe('an article that would expire before it is published', () => {
  const impossible = { code: 'expires-impossible', level: 'warning' };

  it.each([
    ['before', '2026-05-01'],
    ['at the same time', '2026-05-06'],
  ])('is published, and stays: %s', (_, value) => {
    const { article, expires, found, problems } = yaml('date: 2026-05-06', `unpublish_date: ${value}`);
    expect([article?.published, expires, found]).toEqual([Date.UTC(2026, 4, 6), undefined, undefined]);
    expect(problems).toMatchObject([
      {
        ...impossible,
        path: 'notice.md',
        line: 4,
        message: `Cannot use unpublish_date "${value}": it is not after the date of the article`,
      },
    ]);
  });

  it('is told by the date in its path, too', () => {
    const { expires, problems } = read(
      '---\ntitle: Pool closed\nexpires: 2026-05-01\n---\nBody.\n',
      '2026-05-06-pool.md',
    );
    expect(expires).toBeUndefined();
    expect(problems).toMatchObject([{ ...impossible, line: 3 }]);
  });

  it('is told by the date in its body, too', () => {
    const { article, expires, problems } = read(
      '---\nexpires: 2026-05-01\n---\nPool closed\n\nPublished: 6 May 2026\n\nThe pool is closed for repairs.\n',
      'notice.txt',
    );
    expect([article?.published, expires]).toEqual([Date.UTC(2026, 4, 6), undefined]);
    expect(problems).toMatchObject([{ ...impossible, line: 2 }]);
  });

  it('is told by the dates beside it, in the file that holds them', () => {
    const sidecar = { path: 'notice.meta', text: '.. date: 2026-05-06\n.. expires: 2026-05-01\n' };
    const { expires, problems } = read('Body.\n', 'notice.rst', sidecar);
    expect(expires).toBeUndefined();
    expect(problems).toMatchObject([{ ...impossible, path: 'notice.meta', line: 2 }]);
  });

  it('is not told by a date that moves with the time of the file', () => {
    const { expires, problems } = yaml('date: 2 hours ago', 'expires: 2026-05-01');
    expect([expires, problems]).toEqual([Date.UTC(2026, 4, 1), []]);
  });

  it('is not told where no date is stated: it may have expired long ago', () => {
    const { expires, problems } = yaml('expires: 2015-01-01');
    expect([expires, problems]).toEqual([Date.UTC(2015, 0, 1), []]);
  });
});
