import { expect, it } from 'vitest';
import { publishOne } from '../support/publish.js';

const yaml = (lines: string) => `---\n${lines}\n---\nText of it.\n`;

it.each([
  [
    'aliases of aliases of aliases',
    `a: &a [${'x,'.repeat(9)}]\n${[...'bcdefghij'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[at]}`).join(',')}]`).join('\n')}\ntags: *j`,
  ],
  ['an alias of itself', 'a: &a [*a]\ntags: *a\ntitle: &t [*t]'],
  ['a function', 'title: !!js/function "function () { globalThis.ran = true }"'],
  ['an expression', 'title: !!js/regexp /x/\ntags: !!python/object/apply:os.system ["touch ran"]'],
  ['merge keys', `a: &a {title: x}\n${'k:\n  <<: *a\n'.repeat(500)}<<: *a`],
  ['a key said twice', 'title: One\ntitle: Two\ntags: a\ntags: b'],
  [
    'keys that objects have',
    '__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\ntoString: x\nhasOwnProperty: 1\ntitle: One',
  ],
  ['keys that are lists', '? [a, b]\n: c\n? {d: e}\n: f\ntitle: One'],
  ['brackets without end', `tags: ${'['.repeat(60_000)}`],
  ['braces without end', `tags: ${'{a: '.repeat(15_000)}`],
  ['steps without end', Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ['quotes without end', 'title: "One\n'.repeat(4_000)],
  ['twenty thousand anchors', Array.from({ length: 5_000 }, (_, at) => `a${at}: &a${at} x`).join('\n')],
  ['numbers that are none', 'title: .nan\ntags: [.inf, 0x1F, 1e999, -0, 0o17]\ndate: 99999999999999999999'],
])('%s in YAML: neither run, nor grown, nor in the way', async (_, lines) => {
  const { entry } = await publishOne('a.md', yaml(lines));
  expect(entry?.content).toContain('Text of it.');
  expect(JSON.stringify(entry).length).toBeLessThan(200_000);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect('ran' in globalThis).toBe(false);
});

it.each([
  [
    'keys that objects have',
    '__proto__.polluted = true\nconstructor.prototype.polluted = true\ntitle = "One"',
  ],
  ['tables of tables', `${'[[a]]\n'.repeat(5_000)}title = "x"`],
  ['steps without end', `${'a.'.repeat(30_000)}b = 1`],
  ['brackets without end', `tags = ${'['.repeat(60_000)}`],
  ['a number without end', `a = ${'1'.repeat(60_000)}`],
  ['lines that are none', 'x x\n'.repeat(10_000)],
])('%s in TOML: neither run, nor grown, nor in the way', async (_, lines) => {
  const { entry } = await publishOne('a.md', `+++\n${lines}\n+++\nText of it.\n`);
  expect(entry?.content).toContain('Text of it.');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

it('front matter with a million keys is not read, and told of with its line', async () => {
  const keys = Array.from({ length: 500_000 }, (_, at) => `k${at} = 1`).join('\n');
  const { entry, problems } = await publishOne('a.md', `+++\n${keys}\n+++\nText of it.\n`);
  expect(entry?.content).toBe('<p>Text of it.</p>');
  expect(problems).toContainEqual(expect.objectContaining({ code: 'front-matter-too-large', line: 1 }));
});

it.each(['js', 'javascript', 'coffee', 'php', 'ruby'])(
  'front matter in %s is never run',
  async (language) => {
    const code =
      'globalThis.ran = true; require("fs").writeFileSync("ran", ""); module.exports = {title: "x"}';
    const { entry, problems } = await publishOne('a.md', `---${language}\n${code}\n---\nText of it.\n`);
    expect(entry?.content).toContain('Text of it.');
    expect(problems.map(({ code }) => code)).toContain('front-matter-language');
    expect('ran' in globalThis).toBe(false);
  },
);

it('ten thousand tags make a hundred feeds, the config can ask for more, and the rest is told of', async () => {
  const tags = Array.from({ length: 5_000 }, (_, at) => `- tag${at}`).join('\n');
  const article = `---\ntitle: Many\ntags:\n${tags}\n---\nText of it.\n`;
  const few = await publishOne('a.md', article, { feeds: ['tags'] });
  expect(few.entry?.tags).toHaveLength(100);
  const made = few.report.documents.written.filter((name) => /^tags\/.*rss\.xml$/.test(name));
  expect(made).toHaveLength(100);
  expect(few.problems).toContainEqual(
    expect.objectContaining({ code: 'cut-off', level: 'warning', line: 3 }),
  );
  const more = await publishOne('a.md', article, { maxTags: 150, feeds: ['tags'] });
  expect(more.entry?.tags).toHaveLength(150);
});

it('thousands of authors are no more than a hundred', async () => {
  const names = Array.from({ length: 2_000 }, (_, at) => `- Ada Gull${'abcdefghij'[at % 10]}${at}`).join(
    '\n',
  );
  const { problems } = await publishOne('a.md', `---\ntitle: Many\nauthors:\n${names}\n---\nText of it.\n`, {
    feeds: ['authors'],
  });
  expect(problems).toContainEqual(expect.objectContaining({ code: 'cut-off', line: 3 }));
});
