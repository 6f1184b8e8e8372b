import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { publish } from '../support/publish.js';

/*
 * Articles of any bytes go through the whole pipeline, several at a time: three documents come out, valid and with all
 * that is good in them. On failure fast-check prints the seed and the smallest articles that fail.
 */

const long = process.env.ENDURANCE === 'long';
const numRuns = long ? 1500 : 12;

/** Generous: it is shared machines that tests run on. In milliseconds, of a handful of small articles. */
const longest = 20_000;

const folder = fileURLToPath(new URL('../../articles', import.meta.url));
const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:md|txt|html|rst)$/.test(path))
  .map((path) => readFileSync(join(folder, path)));

const ending = fc.constantFrom('md', 'txt', 'html', 'rst');

/** Pieces of a language, one after another, some of them many times. */
function grammar(pieces: readonly string[]): fc.Arbitrary<Uint8Array> {
  const piece = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  );
  const repeated = fc
    .tuple(piece, fc.integer({ min: 2, max: 200 }))
    .map(([text, times]) => text.repeat(times));
  return fc
    .array(fc.oneof({ weight: 6, arbitrary: piece }, { weight: 1, arbitrary: repeated }), { maxLength: 60 })
    .map((parts) => Buffer.from(parts.join('')));
}

const yaml = grammar(
  '---\n|title: |date: |tags: |- |"|\'|[|]|{|}|&a |*a|<<: |!!js/function |\n|  |: |#|%|@||\\ud800|2026-02-30|__proto__: |authors:\n|draft: |link: |id: |slug: |\u0000|\u202e|text'.split(
    '|',
  ),
);
const toml = grammar(
  '+++\n|title = |[a]\n|[[a]]\n|a.b = |"|"""|\'\'\'|[|]|{|}|,|\n|= |2026-02-30|1e999|0x|__proto__|#|text'.split(
    '|',
  ),
);
const html = grammar(
  '<|>|</|<p>|</p>|<b>|</b>|<a href="|javascript:|">|<table>|<tr>|<td>|</table>|<svg>|<math>|<style>|<script>|</script>|<title>|<body>|<html>|<meta name="author" content="|<!--|-->|<![CDATA[|]]>|&|&lt;|&#0;|&bogus;|<img src=|srcset="|onerror=|<iframe src="|<template>|<select>|<li>|<h1>|<pre>\n|<time datetime="|"|\n|text '.split(
    '|',
  ),
);
const markdown = grammar(
  '*;**;_;`;```\n;[;];](;);![;[^1];[^1]: ;^[;<;>;<b>;</b>;<div>\n;\n;\n\n;# ;> ;- ;1. ;    ;\t;|;|-|\n;~~;$$;$;\\(;\\;{{;}};{%;%};{: ;};:::note\n;!!! a\n;==;[[;]];<!-- more -->;https://a.b/;javascript:;&;&amp;;]]>;[a]: ;"; text;---\n;\u0000;\ufffe;\u202e'.split(
    ';',
  ),
);
const copy = grammar(
  'By |Ada Lovelace|\n|\n\n|May 6, 2026|: | - |, |Published |Share this|Tags: |> |===\n|\t|LONDON (AP) - |2 hours ago|"|(|)|text |.|.. note:: |::\n|   |`|_|:date: '.split(
    '|',
  ),
);

/** A sample article with some of its bytes changed, moved, doubled or gone. */
const mutated = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(400),
        fc.constantFrom('cut', 'double', 'set', 'end'),
        fc.uint8Array({ maxLength: 4 }),
      ),
      { minLength: 1, maxLength: 8 },
    ),
  )
  .map(([sample, edits]) =>
    edits.reduce<Uint8Array>((bytes, [place, length, how, put]) => {
      const at = bytes.length === 0 ? 0 : place % bytes.length;
      const [before, part, after] = [
        bytes.subarray(0, at),
        bytes.subarray(at, at + length),
        bytes.subarray(at + length),
      ];
      if (how === 'cut') return Buffer.concat([before, after]);
      if (how === 'double') return Buffer.concat([before, part, part, after]);
      return how === 'set' ? Buffer.concat([before, put, after]) : Buffer.concat([before, put]);
    }, sample),
  );

it.each([
  ['random bytes', fc.uint8Array({ maxLength: 2000 })],
  ['random text', fc.string({ unit: 'binary', maxLength: 1000 }).map((text) => Buffer.from(text))],
  ['sample articles that were damaged', mutated],
  ['hostile YAML', yaml],
  ['hostile TOML', toml],
  ['hostile HTML', html],
  ['hostile Markdown', markdown],
  ['hostile news copy', copy],
])(
  '%s: always three valid documents, and soon',
  async (_, bytes) => {
    const files = fc.array(fc.tuple(ending, bytes), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(files, async (articles) => {
        const start = performance.now();
        const named = articles.map(([end, content], at) => [`a${at}.${end}`, content] as const);
        const { report } = await publish(Object.fromEntries(named), { feeds: true });
        expect(report.problems.filter(({ code }) => code === 'article-failed')).toEqual([]);
        expect(performance.now() - start).toBeLessThan(longest);
      }),
      { numRuns },
    );
  },
  long ? 3_600_000 : 60_000,
);
