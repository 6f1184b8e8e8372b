import { describe, expect, it } from 'vitest';
import type { Attachment } from '../../src/article/article.js';
import { enclosures, illustration } from '../../src/entry/media.js';
import { mediaType } from '../../src/entry/media-types.js';
import { sampleArticle } from '../support/article.js';

const at = 'https://example.org/';
const file = { size: 321 };
const find = (reference: string) =>
  reference.startsWith('no')
    ? undefined
    : reference.includes(':')
      ? { address: reference }
      : { address: at + reference, file };

describe('an attachment', () => {
  const of = (attachment: Attachment) => enclosures(sampleArticle({ attachments: [attachment] }), find);

  it('of the folder has its own type and length, whatever is stated', () => {
    expect(of({ src: 'a.mp3', type: 'audio/ogg', length: 1 }).enclosures).toEqual([
      { url: `${at}a.mp3`, type: 'audio/mpeg', length: 321 },
    ]);
    expect(of({ src: 'a.xyz', type: 'audio/ogg' }).enclosures[0]?.type).toBe('audio/ogg');
  });
  it('elsewhere has what is stated, else what its ending says', () => {
    const stated = {
      src: `${at}a.mp3`,
      type: 'audio/ogg; codecs=opus',
      length: 7,
      title: ' A  talk ',
      duration: 0,
    };
    expect(of(stated).enclosures).toEqual([
      { url: `${at}a.mp3`, type: 'audio/ogg', length: 7, title: 'A talk', duration: 0 },
    ]);
    expect(of({ src: `${at}a.mp3` }).enclosures).toEqual([{ url: `${at}a.mp3`, type: 'audio/mpeg' }]);
    expect(of({ src: `${at}a` }).enclosures[0]?.type).toBe('application/octet-stream');
  });
  it.each(['audio', 'audio/', '/ogg', 'audio/ogg x', 'x audio/ogg', 'audio/o<g', 'a"/ogg'])(
    'of the type %j has no such type',
    (type) => {
      expect(of({ src: `${at}a`, type }).enclosures[0]?.type).toBe('application/octet-stream');
    },
  );
  it('that nobody can fetch is told, with its reason, and the others stay', () => {
    const attachments = [{ src: 'nowhere' }, { src: 'file:///a' }, { src: 'a.mp3' }];
    const made = enclosures(sampleArticle({ path: 'x.md', attachments }), find);
    expect(made.enclosures.map(({ url }) => url)).toEqual([`${at}a.mp3`]);
    expect(made.problems).toMatchObject([
      { code: 'attachment-unusable', path: 'x.md', message: expect.stringContaining('nowhere') },
      { code: 'attachment-unusable', path: 'x.md', message: expect.stringContaining('not an http address') },
    ]);
    expect(made.problems[0]).not.toHaveProperty('line');
  });
});

describe('the lead image', () => {
  const of = (image: { src: string; alt?: string }) => illustration(sampleArticle({ image }), find);

  it('has its type, its length and its text, as far as they are known', () => {
    expect(of({ src: 'a.jpg', alt: ' A  quay ' })).toEqual({
      url: `${at}a.jpg`,
      type: 'image/jpeg',
      length: 321,
      alt: 'A quay',
    });
    expect(of({ src: `${at}a.JPG` })).toEqual({ url: `${at}a.JPG`, type: 'image/jpeg' });
    expect(of({ src: `${at}a.mp4` })).toEqual({ url: `${at}a.mp4` });
    expect(of({ src: `${at}a` })).toEqual({ url: `${at}a` });
  });
  it('is none where it leads nowhere', () => {
    expect([of({ src: 'nowhere' }), of({ src: 'data:image/png;base64,aa' })]).toEqual([undefined, undefined]);
    expect(illustration(sampleArticle(), find)).toBeUndefined();
  });
});

describe('the media type', () => {
  it.each([
    ['a.mp3', 'audio/mpeg'],
    ['a.b.MP3?x=1.png#y', 'audio/mpeg'],
    ['a.mp3#.png', 'audio/mpeg'],
    ['a.opus', 'audio/ogg'],
    ['a.mp3x', undefined],
    ['mp3', undefined],
    ['a.mp3/', undefined],
  ])('of %s is %s', (address, type) => {
    expect(mediaType(address)).toBe(type);
  });
});
