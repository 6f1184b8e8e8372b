import { describe, expect, it } from 'vitest';
import { partOf } from '../../src/serve/range.js';
import { ask } from './support/ask.js';
import { opened } from './support/opened.js';

const times = { modified: Date.UTC(2026, 4, 6), isSharp: true };
const date = new Date(times.modified).toUTCString();
const part = (range: string, ifRange?: string, sharp = true) =>
  partOf({ range, ifRange }, 10, '"a"', { ...times, isSharp: sharp });

describe('a part of a document', () => {
  it.each([
    ['bytes=0-3', { from: 0, to: 3 }],
    ['bytes=4-', { from: 4, to: 9 }],
    ['bytes=4-400', { from: 4, to: 9 }],
    ['bytes=-3', { from: 7, to: 9 }],
    ['bytes=-300', { from: 0, to: 9 }],
    ['Bytes=9-9', { from: 9, to: 9 }],
    ['bytes=10-', 'beyond'],
    ['bytes=-0', 'beyond'],
  ])('%s is that part', (range, wanted) => {
    expect(part(range)).toEqual(wanted);
  });
  it.each(['bytes=3-1', 'bytes=-', 'bytes=', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=a-b', 'bytes=0x1-2', ''])(
    '%j is all of it',
    (range) => {
      expect(part(range)).toBeUndefined();
    },
  );
  it('is a part only where the client has another part of the same version', () => {
    expect(part('bytes=0-3', '"a"')).toEqual({ from: 0, to: 3 });
    expect(part('bytes=0-3', date)).toEqual({ from: 0, to: 3 });
    for (const other of ['"b"', 'W/"a"', 'a', 'Wed, 06 May 2026 00:00:01 GMT', ''])
      expect(part('bytes=0-3', other)).toBeUndefined();
    // Two versions of one second cannot be told apart by it.
    expect(part('bytes=0-3', date, false)).toBeUndefined();
  });
});

describe('a server', () => {
  const files = { 'talk.mp3': '0123456789', 'rss.xml': '<rss/>' };

  it('sends the part of a recording to which a player skips', async () => {
    const { get, address } = await opened(files);
    const whole = await get('/talk.mp3');
    expect([whole.status, whole.headers['accept-ranges']]).toEqual([200, 'bytes']);
    const middle = await get('/talk.mp3', { Range: 'bytes=2-5', 'If-Range': whole.headers.etag ?? '' });
    expect([middle.status, middle.body.toString(), middle.headers['content-range']]).toEqual([
      206,
      '2345',
      'bytes 2-5/10',
    ]);
    expect(middle.headers).toMatchObject({
      'content-type': 'audio/mpeg',
      'content-length': '4',
      etag: whole.headers.etag,
    });
    const beyond = await get('/talk.mp3', { Range: 'bytes=10-' });
    expect([beyond.status, beyond.headers['content-range'], beyond.body.length]).toEqual([
      416,
      'bytes */10',
      0,
    ]);
    const head = await ask(address, '/talk.mp3', { Range: 'bytes=2-5' }, 'HEAD');
    expect([head.status, head.headers['content-length']]).toEqual([200, '10']);
  });

  it('sends all of a recording that is another one than the client has a part of', async () => {
    const { get, write } = await opened(files);
    const before = (await get('/talk.mp3')).headers.etag ?? '';
    write({ 'talk.mp3': 'abcdefghij' });
    const after = await get('/talk.mp3', { Range: 'bytes=2-5', 'If-Range': before });
    expect([after.status, after.body.toString()]).toEqual([200, 'abcdefghij']);
  });

  it('says that nothing is new before it sends a part', async () => {
    const { get } = await opened(files);
    const { etag = '' } = (await get('/talk.mp3')).headers;
    expect((await get('/talk.mp3', { Range: 'bytes=2-5', 'If-None-Match': etag })).status).toBe(304);
  });

  it('sends feeds whole', async () => {
    const { get } = await opened(files);
    const feed = await get('/rss.xml', { Range: 'bytes=0-2' });
    expect([feed.status, feed.body.toString(), feed.headers['accept-ranges']]).toEqual([
      200,
      '<rss/>',
      undefined,
    ]);
  });
});
