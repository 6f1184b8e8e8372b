import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/article/article.js';
import { readAuthorsFile, readFrontMatter } from '../../src/article/front-matter.js';

const context = { path: 'a.md', modified: Date.UTC(2025, 10, 26, 12), timezone: 'UTC' };
const read = (text: string, people?: ReadonlyMap<string, Person>) => readFrontMatter(text, context, people);
const says = (text: string) => read(text).findings;
const yaml = (...lines: string[]) => says(`---\n${lines.join('\n')}\n---\nBody.\n`);
const codes = (text: string) => says(text).problems.map(({ code, level, line }) => [code, level, line]);

describe('the forms of front matter', () => {
  const expected = { title: 'Hello: world', published: Date.UTC(2013, 4, 6), tags: ['red', 'blue'] };

  it.each([
    ['YAML', '---\ntitle: "Hello: world"\ndate: 2013-05-06\ntags: [red, blue]\n---\nBody.\n'],
    [
      'YAML after blank lines, closed with dots',
      '\n\n---\ntitle: "Hello: world"\ndate: 2013-05-06\ntags: [red, blue]\n...\nBody.\n',
    ],
    [
      'YAML with a mark, CRLF and blanks behind the fences',
      '\uFEFF---  \r\ntitle: "Hello: world"\r\ndate: 2013-05-06\r\ntags: [red, blue]\r\n--- \r\nBody.\r\n',
    ],
    [
      'YAML that is named',
      '---yaml\ntitle: "Hello: world"\ndate: 2013-05-06\ntags: [red, blue]\n---\nBody.\n',
    ],
    [
      'YAML without the first fence',
      'title: "Hello: world"\ndate: 2013-05-06\ntags:\n- red\n- blue\n---\nBody.\n',
    ],
    [
      'TOML',
      '+++\ntitle = "Hello: world"\ndate = 2013-05-06\n[taxonomies]\ntags = ["red", "blue"]\n+++\nBody.\n',
    ],
    [
      'TOML that is named',
      '---toml\ntitle = "Hello: world"\ndate = 2013-05-06\ntags = ["red", "blue"]\n---\nBody.\n',
    ],
    ['JSON', '{\n  "title": "Hello: world",\n  "date": "2013-05-06",\n  "tags": ["red", "blue"]\n}\nBody.\n'],
    [
      'JSON between semicolons',
      ';;;\n"title": "Hello: world",\n"date": "2013-05-06",\n"tags": ["red", "blue"]\n;;;\nBody.\n',
    ],
    [
      'JSON that is named',
      '---json\n{"title": "Hello: world", "date": "2013-05-06", "tags": ["red", "blue"],}\n---\nBody.\n',
    ],
    ['headers', 'Title: Hello:\n  world\nDate: 6 May 2013\nTags: red, blue\n\nBody.\n'],
    ['bare keys', 'tags: red blue\ntitle: Hello: world\ndate: 2013-05-06\n\nBody.\n'],
    ['fields', ':title: Hello: world\n:Date: 2013-05-06\n:tags: red,\n  blue\n\nBody.\n'],
    [
      'dots',
      '.. title: Hello: world\n.. date: 2013-05-06 00:00:00 UTC\n.. tags: red, blue\n.. link:\n\nBody.\n',
    ],
    [
      'dots in a comment',
      '<!--\n.. title: Hello: world\n.. date: 2013-05-06\n.. tags: red, blue\n-->\n\nBody.\n',
    ],
    ['keys in a comment', '<!--\ntitle: Hello: world\ndate: 2013-05-06\ntags: red, blue\n-->\nBody.\n'],
  ])('are read: %s', (_, text) => {
    const { findings, body, bodyLine } = read(text);
    expect(findings).toMatchObject(expected);
    expect(body.trim()).toBe('Body.');
    expect(
      text
        .replaceAll('\r', '')
        .split('\n')
        .slice(bodyLine - 1)
        .join('\n'),
    ).toBe(body);
  });

  it('leaves the title of a page above its fields in the body, on its line', () => {
    const { findings, body, bodyLine } = read('Hello\n=====\n\n:date: 2013-05-06\n:tags: red\n\nBody.\n');
    expect(findings).toMatchObject({ published: Date.UTC(2013, 4, 6), tags: ['red'] });
    expect([body, bodyLine]).toEqual(['Hello\n=====\n\n\n\n\nBody.\n', 1]);
  });

  it.each([
    ['a rule and another', '---\n\nSome prose between two rules.\nAnd more of it.\n\n---\n\nBody.\n'],
    ['a rule alone', '---\nSome prose.\n'],
    ['prose with a colon', 'One thing is sure: it rains.\nMore of it.\n\nBody.\n'],
    [
      'a dateline',
      'ISLAMABAD: The minister said on Monday that work would begin. Nobody believed him.\n\nBody.\n',
    ],
    ['questions and answers', 'Q: Why?\nA: Because.\n\nBody.\n'],
    ['a title in capitals', 'WARNING: FLOOD\n\nBody.\n'],
    ['a template', '{{ page.title }}\n\nBody.\n'],
    ['an object', '{ "a": 1 }\n\nBody.\n'],
    ['a comment', '<!-- nothing to see -->\n\nBody.\n'],
    ['a directive', '.. image:: picture.png\n\nBody.\n'],
    ['an emoji', ':tada: We made it\n\nBody.\n'],
    ['nothing', ''],
  ])('are not seen in %s', (_, text) => {
    const { findings, body, form } = read(text);
    expect([findings.title, findings.published, form, body]).toEqual([undefined, undefined, undefined, text]);
  });

  it('is empty between two fences that hold nothing', () =>
    expect(read('---\n---\nBody.\n')).toMatchObject({ body: 'Body.\n', bodyLine: 3, form: 'yaml' }));
});

describe('front matter that is not quite what it should be', () => {
  it.each([
    ['title: Rust 1.0: what now', 'Rust 1.0: what now'],
    ['title: [draft] A plan', '[draft] A plan'],
    ['title: "Quoted" and more', '"Quoted" and more'],
    ['title: "He said "hi""', 'He said "hi"'],
    ["title: 'It's fine'", "It's fine"],
    ['title: @home', '@home'],
    ['title: 100%: a story', '100%: a story'],
    ['title: `code` first', '`code` first'],
  ])('is read as it was meant, with a note: %s', (line, title) => {
    const findings = yaml('date: 2013-05-06', line, 'tags: [red]');
    expect(findings).toMatchObject({ title, published: Date.UTC(2013, 4, 6), tags: ['red'] });
    expect(findings.problems.map(({ code, level, line: at }) => [code, level, at])).toEqual([
      ['front-matter-mended', 'note', 3],
    ]);
  });

  it('loses only the line that says nothing', () => {
    expect(yaml('title: Hello', 'oops', 'date: 2013-05-06')).toMatchObject({
      title: 'Hello',
      published: Date.UTC(2013, 4, 6),
    });
    expect(codes('---\ntitle: Hello\noops\ndate: 2013-05-06\n---\n')).toEqual([
      ['front-matter-invalid', 'error', 3],
    ]);
  });

  it('mends tabs, wrong indents, missing brackets and lists of what YAML reserves', () => {
    expect(
      yaml('title: Hello', '  date: 2013-05-06', 'author:', '\tname: Ada', 'tags:', '  - @red', '  - "blue"'),
    ).toMatchObject({
      title: 'Hello',
      published: Date.UTC(2013, 4, 6),
      authors: [{ name: 'Ada' }],
      tags: ['@red', 'blue'],
    });
    expect(yaml('tags: [red, blue', 'title: Hello')).toMatchObject({ title: 'Hello', tags: ['red', 'blue'] });
  });

  it('reads quoted text that goes on at the left edge, as most generators do', () => {
    const findings = yaml('title: Hello', 'excerpt: "First line', 'and second: line."', 'date: 2013-05-06');
    expect(findings).toMatchObject({
      summary: 'First line and second: line.',
      published: Date.UTC(2013, 4, 6),
      problems: [],
    });
  });

  it('takes the last of two keys, with a note', () =>
    expect(yaml('tags: [red]', 'tags: [blue]', 'title: A')).toMatchObject({
      tags: ['blue'],
      problems: [{ code: 'front-matter-mended', line: 3 }],
    }));

  it('reads TOML without the line that is none', () => {
    const text = '+++\ntitle = Hello world\ndate = 2013-05-06\n+++\nBody.\n';
    expect(says(text)).toMatchObject({ title: 'Hello world', published: Date.UTC(2013, 4, 6) });
    expect(codes(text)).toEqual([['front-matter-mended', 'note', 2]]);
  });

  it('reads on without a closing fence, and says so', () => {
    const text = '---\ntitle: Hello\ndate: 2013-05-06\n\nBody.\n';
    expect(read(text)).toMatchObject({ findings: { title: 'Hello' }, body: '\nBody.\n', bodyLine: 4 });
    expect(codes(text)).toEqual([['front-matter-invalid', 'error', 1]]);
  });

  it('never runs a program, says so, and reads what stands there in plain text', () => {
    const text = '---js\nconst title = "Hello";\nconst draft = true;\nprocess.exit(1);\n---\nBody.\n';
    expect(says(text)).toMatchObject({ title: 'Hello', hold: 'draft' });
    expect(codes(text)).toEqual([['front-matter-language', 'error', 1]]);
  });

  it('refuses more than describes an article', () => {
    const text = `---\ntitle: A\nx: ${'y'.repeat(70_000)}\n---\nBody.\n`;
    expect(read(text)).toMatchObject({ body: 'Body.\n', bodyLine: 5 });
    expect(codes(text)).toEqual([['front-matter-too-large', 'error', 1]]);
  });

  it('is not led astray by the names of JavaScript', () => {
    const findings = yaml('__proto__: {title: Evil}', 'constructor: x', 'toString: y');
    expect(findings.title).toBeUndefined();
    expect(Object.getPrototypeOf(findings)).toBe(Object.prototype);
  });

  it('does not let aliases multiply', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [one, other] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg'])
      bomb.push(`${other}: &${other} [${Array(9).fill(`*${one}`)}]`);
    const start = performance.now();
    expect(yaml('title: A', ...bomb, 'tags: *g').title).toBe('A');
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('people who are described elsewhere', () => {
  const people = readAuthorsFile(
    'ada:\n  name: Ada Lovelace\n  url: https://ada.example/\n  image_url: /ada.png\ncb:\n  name: Charles Babbage\n  title: Engineer\n',
  );

  it('are found by their ids', () => {
    const authors = read('---\nauthors: [ada, cb, mary]\n---\n', people).findings.authors;
    expect(authors).toEqual([
      { name: 'Ada Lovelace', uri: 'https://ada.example/', avatar: '/ada.png' },
      { name: 'Charles Babbage' },
      { name: 'mary' },
    ]);
    expect(read('---\nauthor: ada\n---\n', people).findings.authors?.[0]?.name).toBe('Ada Lovelace');
  });

  it('can stand within a table of authors', () =>
    expect(readAuthorsFile('authors:\n  ada:\n    name: Ada\n').get('ada')).toEqual({ name: 'Ada' }));
});
