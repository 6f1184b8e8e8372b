import { describe, expect, it } from 'vitest';
import { commentless } from '../../src/entry/content/commentless.js';
import { toCommonMark } from '../../src/entry/content/dialects.js';
import { summaryOf } from '../../src/entry/content/summary.js';
import { withoutTemplateMarks } from '../../src/entry/content/template-marks.js';

describe('blocks of other generators become CommonMark', () => {
  it.each([
    [':::tip\nA\n:::', '\n<aside>\n\n**Tip**\n\nA\n\n</aside>\n'],
    ['   ::::warning{title="Mind *it*"}\nA\n::::', '\n<aside>\n\n**Mind it**\n\nA\n\n</aside>\n'],
    [':::{.note} [Mind]\nA\n:::', '\n<aside>\n\n**Mind**\n\nA\n\n</aside>\n'],
    [':::\nx', '\n</aside>\n\nx'],
    ['::: tip Two words {.x}\nA\n:::', '\n<aside>\n\n**Two words**\n\nA\n\n</aside>\n'],
    ['!!! note\n    A\n\n    B\nC', '\n<aside>\n\n**Note**\n\nA\n\nB\n\n</aside>\n\nC'],
    ['??? tip "Mind"\n\tA\nB', '\n<aside>\n\n**Mind**\n\nA\n\n</aside>\n\nB'],
    ['???+ info\n    A', '\n<aside>\n\n**Info**\n\nA\n\n</aside>\n'],
    ['!!!  danger highlight "x"\n    A', '\n<aside>\n\n**X**\n\nA\n\n</aside>\n'],
    [
      '!!! note\n\n    ```\n    B\nC\n    ```\nD',
      '\n<aside>\n\n**Note**\n\n\n```\nB\nC\n```\n\n</aside>\n\nD',
    ],
    ['=== "A"\n    x\n=== "B"\n    y\nz', '\n**A**\n\nx\n\n\n\n**B**\n\ny\n\n\nz'],
    ['===! "A"\n    x', '\n**A**\n\nx\n\n'],
    ['===+  "A" \n    x', '\n**A**\n\nx\n\n'],
    ['> [!NOTE]\n> a', '> **NOTE**  \n> a'],
    ['   >[!tip]- Mind\n> a', '   >**Mind**  \n> a'],
    ['> [!NOTE]+   Mind it ', '> **Mind it**  '],
    ['```\n:::tip\n```\n:::tip', '```\n:::tip\n```\n\n<aside>\n\n**Tip**\n'],
    [
      '~~~~\n!!! a\n~~~\n!!! b\n~~~~\n!!! c\n    d',
      '~~~~\n!!! a\n~~~\n!!! b\n~~~~\n\n<aside>\n\n**C**\n\nd\n\n</aside>\n',
    ],
    ['> ```\n> :::x\n> ```\n:::y', '> ```\n> :::x\n> ```\n\n<aside>\n\n**Y**\n'],
    ['``\n:::tip\nA', '``\n\n<aside>\n\n**Tip**\n\nA'],
    ['- ```\n:::tip\n- ```', '- ```\n\n<aside>\n\n**Tip**\n\n- ```'],
    ['{% highlight js %}\na\n{% endhighlight %}', '```js\na\n```'],
    ['  {{< highlight c++ "x" >}}\na\n  {{< /highlight >}}', '```c++\na\n```'],
    ['{%- codeblock lang:ruby x -%}\na\n{% endcodeblock %}', '```ruby\na\n```'],
    ['{{% code %}}\na\n{{% /code %}}', '```\na\n```'],
    ['{%highlight js%}', '```js'],
  ])('%j', (given, made) => {
    expect(toCommonMark(given)).toBe(made);
  });
  it.each([
    'x :::\ny',
    '    :::tip\ncode',
    '!!! note "x" y',
    'x !!! note\n    y',
    '!!!note',
    '=== A',
    'x === "A"',
    '> [!x1]\n> a',
    'x > [!NOTE]',
    'x {% highlight js %}',
    '{% highlighter %}',
  ])('but %j stays', (given) => {
    expect(toCommonMark(given)).toBe(given);
  });
  it('a line of a thousand signs opens one, a longer one does not', () => {
    const line = (length: number) => ':::tip '.padEnd(length, 'x');
    expect(toCommonMark(line(1000))).toContain('<aside>');
    expect(toCommonMark(line(1001))).toBe(line(1001));
  });
});

describe('comments for a generator are left out', () => {
  it.each([
    ['a {% comment %}b{% endcomment %}c', 'a c'],
    ['a {%- comment -%}b{%- endcomment -%}c {% comment %}d', 'a c {%- comment -%}d'],
    ['a{::comment}b{:/comment}c{::comment}d{:/}e', 'ace'],
    ['a{/* b */}c{/* d', 'ac{/* d'],
    ['a {%comment%}x{%endcomment%}', 'a '],
  ])('%j', (given, made) => {
    expect(commentless(given)).toBe(made);
  });
});

describe('what only a generator could run is left out, what only some know is written in Markdown', () => {
  it.each([
    ['[TOC]', ''],
    [' [[_toc_]] ', ''],
    ['[[toc]]', ''],
    ['[[_toc]]', ''],
    ['import a from "b"', ''],
    ["import {a} from 'b'", ''],
    ['import "b"', ''],
    ['export const a', ''],
    ['export default x', ''],
    ['export {a}', ''],
    ['export  let a', ''],
    ['a `{{ b }}` c {{ d }}', 'a `{{ b }}` c '],
    ['``a `{{ b }}` `` {{c}}', '``a `{{ b }}` `` '],
    ['{% raw %}{{ a }}{% endraw %} {{ b }}', '{{ a }} '],
    ['{%- raw -%}x{%- endraw -%}', 'x'],
    ['a{: .b}c', 'ac'],
    ['[a](b){: target="_blank"}', '[a](b)'],
    ['x{.a}', 'x'],
    ['x {#a .b}', 'x'],
    ['"x"{ .a b=c}', '"x"'],
    ['# A {#top}', '# A'],
    ['[a](b){width=3}', '[a](b)'],
    ['[a](b){ width="3" x=y}', '[a](b)'],
    ['[caption id="x" a=b]y[/caption]', 'y'],
    ['[gallery]', ''],
    ['[/embed]', ''],
    ['[caption]x', 'x'],
    ['*[HTML]: Hyper\nx', '\nx'],
    ['![[a.png]]', '![](<a.png>)'],
    ['![[a b.png|300]]', '![](<a b.png>)'],
    ['[[A]]', 'A'],
    ['[[A|b c]]', 'b c'],
    ['[[A|]]', 'A'],
    ['%%a%%', ''],
    ['%% a b %%x', 'x'],
    ['==a==', '<mark>a</mark>'],
    ['==a b==', '<mark>a b</mark>'],
    ['<>', ''],
    ['  </>  ', ''],
    ['<>\na\n</>', '\na\n'],
    ['<a b={"c"}>', '<a b="c">'],
    ["<a b={require('./c')}>", '<a b="./c">'],
    ["<a b={require( './c' ).default }>", '<a b="./c">'],
    ['<a b={{ c: 1 }} e>', '<a e>'],
    ['<A b={"c"}/> {x}', '<A b="c"/> {x}'],
    ['{{< a >}}b{{% c %}}d{% e %}f{{ g }}h', 'bdfh'],
    ['{% a { b %}c', 'c'],
    ['{% a % b %}c', 'c'],
  ])('%j', (given, made) => {
    expect(withoutTemplateMarks(given)).toBe(made);
  });
  it.each([
    '[TOC] x',
    'x [TOC]',
    'import x',
    'import a; from "b"',
    'export a',
    'x import "b"',
    'a{width=3}',
    'a {b}',
    '[gallerys]',
    'x *[HTML]: y',
    '[[A]](b)',
    '50%% of 100%',
    'a==b==',
    '== a ==',
    '==a ==',
    'x ==a==y',
    '===a===',
    '==a=b==',
    'x <>',
    'a={b}',
    '{{a}b}}',
  ])('but %j stays', (given) => {
    expect(withoutTemplateMarks(given)).toBe(given);
  });
});

describe('the summary is running text', () => {
  it.each([
    ['<p>A</p><h2>B</h2><p>C <sup>1</sup>d</p>', 'A C d'],
    ['<ul><li id="fn1">n</li><li>m</li></ul>', 'm'],
    ['<blockquote><p>q</p></blockquote><blockquote>r</blockquote>', 'q r'],
    ['<h1>Only</h1>', 'Only'],
    ['<table><tr><td>x</td></tr></table><div><p>y</p></div>', 'y'],
    ['<dl><dt>a</dt><dd>b</dd></dl>', 'b'],
    ['<aside><p>x</p></aside><p>z</p>', 'z'],
    ['<p> </p><p>b</p>', 'b'],
  ])('%j', (given, made) => {
    expect(summaryOf(given)).toBe(made);
  });
  it('is looked for behind much else, but not for ever', () => {
    const behind = (length: number) => summaryOf(`<pre>${'x'.repeat(length)}</pre><p>late</p>`);
    expect(behind(20_000)).toBe('late');
    expect(behind(200_000)).toBe(`${'x'.repeat(300)}…`);
  });
  it('ends with the paragraph with which it is long enough', () => {
    const [long, short] = ['a'.repeat(299), 'b'.repeat(2)];
    expect(summaryOf(`<p>${long}.</p><p>${short}</p>`)).toBe(`${long}.`);
  });
});
