import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainYaml } from '../../src/article/front-matter/plain-yaml.js';
import { readStrictYaml } from '../../src/article/front-matter/strict-yaml.js';
import { readFrontMatter } from '../../src/article/front-matter.js';

const context = { path: 'a.md', modified: 0, timezone: 'Europe/Berlin' };

const bits =
  'a|b: |title: |:|: | #|#|"|\'|[|]|{|}|,|- |  - |\n|\n\n|  |\t|é|日|😀|\u00a0|\u2028|\\|&a |*a|!!str |%|@|`|||>|?|...|---|1.10|true|~|-|=|<<: |$|(|/|.|_|+|"x"|\'x\'|[a, b]|http://x'.split(
    '|',
  );
const lines = fc.array(fc.constantFrom(...bits, '\n', '\n', 'k: ', 'x: v\n', 'tags:\n- a\n'), {
  maxLength: 14,
});
const source = fc.oneof(
  lines.map((parts) => parts.join('')),
  lines.map((parts) => `title: ${parts.join('')}\nlast: z`),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => `a: ${text}\nb: c`),
);

describe('laws of front matter', () => {
  it('reads plain YAML as the YAML parser does', () => {
    let plain = 0;
    fc.assert(
      fc.property(source, (text) => {
        const read = readPlainYaml(text, 1);
        if (!read) return;
        plain += 1;
        expect([text, read]).toEqual([text, readStrictYaml(text, 1)]);
      }),
      { numRuns: 20_000 },
    );
    expect(plain).toBeGreaterThan(500);
  });

  it('never throws, and keeps the body as it stands from its line on', () => {
    const fences = fc.constantFrom(
      '---\n',
      '+++\n',
      ';;;\n',
      '---json\n',
      '---js\n',
      '<!--\n',
      '{',
      '.. title: x\n',
      '',
    );
    fc.assert(
      fc.property(fences, source, fences, fc.string(), (opening, text, closing, rest) => {
        const whole = `${opening}${text}\n${closing}${rest}`.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n');
        const { body, bodyLine } = readFrontMatter(whole, context);
        const before = whole.split('\n').slice(bodyLine - 1);
        const after = body === '' ? [] : body.split('\n');
        if (body !== '' || before.length > 0) expect(after.length || 1).toBe(before.length);
        // Fields under a title leave blank lines.
        for (const [index, line] of after.entries()) if (line !== '') expect(line).toBe(before[index]);
      }),
      { numRuns: 5000 },
    );
  });

  it('gives back any title that is quoted as JSON, which is YAML and TOML too', () => {
    const titles = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter(
        (text) =>
          /^[^\s&<>~\p{C}](?:[^&<>\p{C}]*[^\s&<>\p{C}])?$/u.test(text) && !/\s\s|[^\S ]|^null$/i.test(text),
      );
    fc.assert(
      fc.property(titles, (title) => {
        const quoted = JSON.stringify(title);
        expect(readFrontMatter(`---\ntitle: ${quoted}\n---\n`, context).findings.title).toBe(title);
        expect(readFrontMatter(`+++\ntitle = ${quoted}\n+++\n`, context).findings.title).toBe(title);
        expect(readFrontMatter(`{"title": ${quoted}}\n`, context).findings.title).toBe(title);
      }),
    );
  });

  it.each([
    '[',
    '- ',
    'a: "x\n',
    '{',
    '- - ',
    '&a ',
    '"',
    'x\n',
    '{"a":',
    ' ',
    '\n',
    'a = [',
    ': ',
    'k: v: w\n',
    'a: |\n',
  ])('is quick with sixty thousand characters of %j', (part) => {
    const start = performance.now();
    for (const fence of ['---\n', '+++\n', ';;;\n', '<!--\n', ''])
      readFrontMatter(`${fence}title: x\n${part.repeat(60_000 / part.length)}\n${fence}`, context);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
