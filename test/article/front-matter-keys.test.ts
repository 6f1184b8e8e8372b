import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/article/front-matter.js';

const context = { path: 'a.md', modified: 0, timezone: 'Asia/Karachi' };
const yaml = (...lines: string[]) =>
  readFrontMatter(`---\n${lines.join('\n')}\n---\nBody.\n`, context).findings;
const day = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date) - 5 * 3_600_000;

describe('what front matter says', () => {
  it('keeps a title as it is written', () => {
    expect(yaml('title: 1.10').title).toBe('1.10');
    expect(yaml('title: 010').title).toBe('010');
    expect(yaml('title: yes').title).toBe('yes');
    expect(yaml('title: 2013-05-06').title).toBe('2013-05-06');
    expect(yaml('title: >', '  On two', '  lines').title).toBe('On two lines');
    expect(yaml('title: Salt &amp; pepper, &#8220;fresh&#8221;').title).toBe('Salt & pepper, “fresh”');
    expect(yaml('title: "A <em>new</em> Vec<T>"').title).toBe('A new Vec<T>');
    expect(yaml('title:', 'headline: Second best').title).toBe('Second best');
  });

  it.each([
    ['date: 2013-05-06', day(2013, 5, 6)],
    ['pubDate: Jul 08 2022', day(2022, 7, 8)],
    ['publish_date: 2013-05-06', day(2013, 5, 6)],
    ['created-at: 2013-05-06T10:00:00Z', Date.UTC(2013, 4, 6, 10)],
    ['published: 2013-05-06', day(2013, 5, 6)],
    ['date: [2013-05-06, 2014-01-01]', day(2013, 5, 6)],
    ['date: 2013-05-06\ntime: "10:30"', Date.UTC(2013, 4, 6, 5, 30)],
    ['date:\n  created: 2013-05-06\n  updated: 2014-01-01', day(2013, 5, 6)],
    ['extra:\n  date: 2013-05-06', day(2013, 5, 6)],
    ['path: 2014/11/09/slug', day(2014, 11, 9)],
  ])('finds when it was published: %s', (lines, instant) => {
    expect(yaml(lines).published).toBe(instant);
    expect(yaml(lines).found.published).toEqual({ in: 'front matter', line: 2 });
  });

  it.each(['updated', 'lastmod', 'last_modified_at', 'updatedDate', 'modified', 'update'])(
    'finds when it was updated: %s',
    (key) => expect(yaml(`${key}: 2014-01-01`).updated).toBe(day(2014, 1, 1)),
  );

  it('tells what is no date and takes the next that is one', () => {
    const findings = yaml('title: A', 'date: soon', 'created: 2013-05-06');
    expect(findings.published).toBe(day(2013, 5, 6));
    expect(findings.problems).toMatchObject([
      {
        code: 'date-unreadable',
        level: 'warning',
        line: 3,
        path: 'a.md',
        message: 'Cannot read date "soon": not a date',
      },
    ]);
    expect(yaml('date: 2014-02-30').published).toBeUndefined();
    expect(yaml('published: true', 'lastUpdated: false').problems).toEqual([]);
  });

  it.each([
    '99999-01-01',
    '12026-05-06',
    '0000-05-06',
    '0001-01-01T00:00:00Z',
    '2026-02-30',
    '2026-02-30T10:00:00Z',
    '2026-13-45',
    '2026-05-06 25:00',
    '2026-02-30 10:00 XYZT',
    '2026-05-06 XYZT',
  ])('loses a date that cannot be, %s, and nothing else', (value) => {
    for (const text of [
      `---\ntitle: A\ndate: ${value}\ncreated: 2013-05-06\nupdated: 2014-01-01\n---\nBody.\n`,
      `+++\ntitle = "A"\ndate = ${value}\ncreated = 2013-05-06\nupdated = 2014-01-01\n+++\nBody.\n`,
      `{\n"title": "A",\n"date": "${value}", "created": "2013-05-06", "updated": "2014-01-01"\n}\nBody.\n`,
      `Subtitle: B\nTitle: A\nDate: ${value}\nCreated: 2013-05-06\nUpdated: 2014-01-01\n\nBody.\n`,
      `.. slug: a\n.. title: A\n.. date: ${value}\n.. created: 2013-05-06\n.. updated: 2014-01-01\n\nBody.\n`,
    ]) {
      const { title, published, updated, problems } = readFrontMatter(text, context).findings;
      expect([title, published, updated]).toEqual(['A', day(2013, 5, 6), day(2014, 1, 1)]);
      const unreadable = problems.filter(({ code }) => code !== 'front-matter-mended');
      expect(unreadable).toMatchObject([{ code: 'date-unreadable', level: 'warning', line: 3 }]);
      expect(unreadable[0]?.message).toContain(`"${value}"`);
    }
  });

  it('does not make another day of one that TOML does not have', () => {
    const toml = (...lines: string[]) =>
      readFrontMatter(`+++\n${lines.join('\n')}\n+++\nBody.\n`, context).findings;
    expect(toml('date = 2026-02-30 # leap?').published).toBeUndefined();
    expect(toml('[extra]', 'date = 2026-02-30').problems).toMatchObject([
      { code: 'date-unreadable', message: 'Cannot read extra.date "2026-02-30": not a date' },
    ]);
    expect(toml('date = 2024-02-29').published).toBe(day(2024, 2, 29));
  });

  it.each([
    '2026-05-06T10:00:00+25:00',
    '2026-05-06 10:00 -25:00',
    '2026-05-06 10:00 Mars/Olympus',
    '2026-05-06 10:00:00 XYZT',
    '2026-05-06 10:00 (XYZT)',
    '2026-05-06 10:00 UTC+25',
    '6 May 2026, 10:00 am XYZT',
    '2026-05-06 10:00 Pacific Standard Time',
  ])('takes the time in the zone of the site where the stated one does not exist: %s', (value) => {
    const findings = yaml('title: A', `date: "${value}"`);
    expect(findings.published).toBe(Date.UTC(2026, 4, 6, 5));
    expect(findings.problems).toMatchObject([
      {
        code: 'zone-unknown',
        level: 'warning',
        path: 'a.md',
        line: 3,
        message: `Cannot use the zone of date "${value}": there is no such zone`,
      },
    ]);
  });

  it.each([
    '2026-05-06T10:00:00+02:00 XYZT',
    '2026-05-06 10:00 GMT XYZT',
    '1764151500 XYZT',
    '2026-05-06 10:00 or later',
    '2026-05-06 13:00 AM',
    '9999-12-31T23:00:00-05:00',
    '2 hours ago XYZT',
  ])('does not guess where more than the zone is wrong: %s', (value) => {
    const findings = yaml('title: A', `date: "${value}"`);
    expect([findings.published, findings.problems[0]?.code]).toEqual([undefined, 'date-unreadable']);
  });

  it('tells of the zone of a time that stands in a key of its own', () => {
    const findings = yaml('date: 2026-05-06', 'time: 10:00 XYZT');
    expect(findings.published).toBe(Date.UTC(2026, 4, 6, 5));
    expect(findings.problems).toMatchObject([{ code: 'zone-unknown', line: 2 }]);
  });

  it('says which dates were counted from the time of the file', () => {
    const { found } = yaml('date: 2 hours ago', 'updated: yesterday');
    expect(found.published).toEqual({ in: 'front matter', line: 2, relative: true });
    expect(found.updated).toEqual({ in: 'front matter', line: 3, relative: true });
    expect(yaml('date: 2013-05-06', 'updated: 2014-01-01').found).toEqual({
      published: { in: 'front matter', line: 2 },
      updated: { in: 'front matter', line: 3 },
    });
    expect(yaml('path: /2014/11/09/slug').found.published).toEqual({ in: 'front matter', line: 2 });
  });

  it.each([
    ['author: Ada Lovelace', ['Ada Lovelace']],
    ['by: [Ada Lovelace, Charles Babbage]', ['Ada Lovelace', 'Charles Babbage']],
    ['by: [Ada Lovelace, for the whole team]', ['Ada Lovelace']],
    ['author: Ada Lovelace and Charles Babbage', ['Ada Lovelace', 'Charles Babbage']],
    ['authors:\n  - name: Ada Lovelace\n  - Charles Babbage', ['Ada Lovelace', 'Charles Babbage']],
    ['extra:\n  author: Ada Lovelace', ['Ada Lovelace']],
    ['author: null\nbyline: By Ada Lovelace', ['Ada Lovelace']],
  ])('finds who wrote it: %s', (lines, names) =>
    expect(yaml(lines).authors?.map(({ name }) => name)).toEqual(names),
  );

  it('takes what is said of the one author', () => {
    expect(yaml('author: {name: Ada, uri: "https://ada.example/", email: ada@example.org}').authors).toEqual([
      { name: 'Ada', uri: 'https://ada.example/', email: 'ada@example.org' },
    ]);
    expect(
      yaml('author: Ada', 'authorURL: https://ada.example/', 'authorImageURL: /ada.png').authors,
    ).toEqual([{ name: 'Ada', uri: 'https://ada.example/', avatar: '/ada.png' }]);
  });

  it.each([
    ['tags: [red, deep blue]', ['red', 'deep blue']],
    ['tags: red blue', ['red', 'blue']],
    ['tags: red, deep blue', ['red', 'deep blue']],
    ['tag: deep blue', ['deep blue']],
    ['categories:\n  - [red, blue]\n  - green', ['red', 'blue', 'green']],
    ['tags: ["#red", red]\ncategory: blue', ['red', 'blue']],
    ['tags:\n  - label: Red\n    permalink: /red', ['Red']],
    ['taxonomies:\n  tags: [red]', ['red']],
    ['keywords: a, b', ['a', 'b']],
    ['tags: [red]\nkeywords: a, b', ['red']],
  ])('finds what it is about: %s', (lines, tags) => expect(yaml(lines).tags).toEqual(tags));

  it('finds a summary in plain text', () => {
    expect(yaml('description: "A <b>bold</b> &amp; plain one"').summary).toBe('A bold & plain one');
    expect(yaml('summary:', 'excerpt: Second').summary).toBe('Second');
    expect(yaml('seo:', '  description: Deep').summary).toBe('Deep');
  });

  it.each([
    ['permalink: /a/b/', '/a/b/'],
    ['permalink: a/b.html', '/a/b.html'],
    ['canonical_url: https://example.org/a', 'https://example.org/a'],
    ['permalink: /:year/:title/', undefined],
    ['permalink: pretty', undefined],
    ['url: "{{ page.url }}"', undefined],
    ['link: mailto:a@example.org', undefined],
  ])('finds where it is published: %s', (line, link) => expect(yaml(line).link).toBe(link));

  it('finds its slug, its id and its language', () => {
    expect(yaml('slug: /blog/my-post/').slug).toBe('my-post');
    expect(yaml('id: 5', 'guid: urn:uuid:1').id).toBe('urn:uuid:1');
    expect(yaml('lang: pt_br').language).toBe('pt-BR');
    expect(yaml('language: Klingon').language).toBeUndefined();
  });

  it.each([
    ['heroImage: ./hero.png', { src: './hero.png' }],
    ['image: {src: a.png, alt: A view}', { src: 'a.png', alt: 'A view' }],
    ['images: [a.png, b.png]', { src: 'a.png' }],
    ['cover:\n  image: a.png\n  alt: A view', { src: 'a.png', alt: 'A view' }],
    ['img: a.png\nimg_alt: A view', { src: 'a.png', alt: 'A view' }],
    ['image: true', undefined],
    ['image: "#fff"', undefined],
  ])('finds its image: %s', (lines, image) => expect(yaml(lines).image).toEqual(image));

  it.each([
    ['enclosure: talk.mp3', [{ src: 'talk.mp3' }]],
    [
      'enclosure: {url: "https://example.org/a.mp3", length: "1234", type: audio/mpeg}',
      [{ src: 'https://example.org/a.mp3', length: 1234, type: 'audio/mpeg' }],
    ],
    [
      'enclosure: |\n  https://example.org/a.mp3\n  1234\n  audio/mpeg',
      [{ src: 'https://example.org/a.mp3', length: 1234, type: 'audio/mpeg' }],
    ],
    ['audio: talk.mp3\nduration: "1:02:03"', [{ src: 'talk.mp3', duration: 3723 }]],
    ['video: https://video.example/watch?v=1', undefined],
  ])('finds what is attached: %s', (lines, attachments) =>
    expect(yaml(lines).attachments).toEqual(attachments),
  );

  it.each([
    ['draft: true', 'draft'],
    ['draft: Yes', 'draft'],
    ['published: false', 'draft'],
    ['publish: no', 'draft'],
    ['status: draft', 'draft'],
    ['status: private', 'hidden'],
    ['hidden: true', 'hidden'],
    ['feed: false', 'hidden'],
    ['redirect_to: /elsewhere', 'redirect'],
    ['draft: false', undefined],
    ['published: true', undefined],
    ['status: published', undefined],
    ['pep: 8\nstatus: Draft', undefined],
  ])('finds whether it is held back: %s', (lines, hold) => expect(yaml(lines).hold).toBe(hold));
});
