import { describe, expect, it } from 'vitest';
import { contentOf } from '../../src/entry/content/content-of.js';
import { Allowance, Excess } from '../../src/entry/content/excess.js';
import { safeHtml } from '../../src/entry/content/safe.js';
import { absoluteSrcset } from '../../src/entry/content/srcset.js';

const resolve = (reference: string) =>
  reference.startsWith('bad') ? undefined : `https://example.org/${reference}`;
const of = (text: string, markup: 'markdown' | 'html' | 'text' = 'markdown', limit = 10_000_000) =>
  contentOf({ path: 'a.md', body: { markup, text, line: 7 } }, resolve, limit);
const safe = (html: string) => safeHtml(html, resolve);

describe('markup that would become far more than is written', () => {
  it('is shown as its text, and told of with file and line', () => {
    const link = `[a]: x "${'t'.repeat(20_000)}"\n\n`;
    const { html, problems } = of(`${link}${'[a] '.repeat(2000)}`);
    expect(problems).toMatchObject([{ code: 'html-too-deep', path: 'a.md', line: 7 }]);
    expect(problems[0]?.message).toContain('far longer than it is');
    expect(html).toContain('<p>[a] [a]');
    expect(html.length).toBeLessThan(100_000);
  });
  it('is far more than four times its length, and a million characters', () => {
    const allowed = new Allowance(10);
    allowed.take(1_000_000);
    allowed.take(40);
    expect(() => allowed.take(1)).toThrow(Excess);
  });
  it('is a tree too deep, of which the text stays', () => {
    const { html, problems } = of(`${'<b>'.repeat(600)} deep <p>deeper`, 'html');
    expect(html).toBe('<p>deep</p>\n<p>deeper</p>');
    expect(problems).toMatchObject([{ code: 'html-too-deep', path: 'a.md', line: 7 }]);
  });
  it('a long article is cut, and told of with file and line', () => {
    const words = 'word '.repeat(1000);
    expect(of(words, 'text', 20_000).problems).toEqual([]);
    const { html, problems } = of(words, 'text', 1000);
    expect(problems).toMatchObject([{ path: 'a.md', line: 7 }]);
    expect(html.length).toBeLessThan(1100);
  });
});

describe('attributes', () => {
  it.each([
    ['<td style="text-align:right">x', ''],
    ['<table><tr><td style="text-align: right">x</table>', '<td align="right">'],
    ['<table><tr><th style="text-align:center">x</table>', '<th align="center">'],
    ['<table><tr><td style="color:red;text-align:right">x</table>', '<td>'],
    ['<table><tr><td style="text-align:right;color:red">x</table>', '<td>'],
    ['<p style="text-align:right">x</p>', '<p>'],
    [
      '<pre class="language-js x"><code class="x language-c++">y</code></pre>',
      '<pre class="language-js"><code class="language-c++">',
    ],
    ['<code class="xlanguage-js">y</code>', '<code>'],
    ['<p class="language-js">y</p>', '<p>'],
    ['<img data-src="a.jpg">', '<img src="https://example.org/a.jpg">'],
    ['<img src="data:x" data-lazy-src="a.jpg" alt="b">', '<img src="https://example.org/a.jpg" alt="b">'],
    ['<img src="b.jpg" data-src="a.jpg">', '<img src="https://example.org/b.jpg">'],
    ['<img src="xdata:b" data-src="a.jpg">', '<img src="https://example.org/xdata:b">'],
    ['<video src="" data-src="a.mp4"></video>', '<video src="https://example.org/">'],
    [
      '<a href=" #n " title="t">1</a><p id="n">2</p>',
      '<a class="fragment" title="t" href="#n">1</a><p id="n">',
    ],
    ['<a href="#a%20b">1</a><a name="a b">2</a>', '<a class="fragment" href="#a%20b">1</a><a name="a b">'],
    ['<a href="#%zz">1</a><p id="%zz">2</p>', '<a class="fragment" href="#%zz">1</a><p id="%zz">'],
    ['<a href="#n">1</a><p name="n">2</p>', '<p>'],
    ['<a href="x#n" id="n">1</a>', '<a href="https://example.org/x#n">'],
    ['<blockquote cite="#n" id="n">q</blockquote>', '<blockquote cite="https://example.org/#n">'],
    [
      '<p id="n" lang="de" dir="rtl" title="t" onclick="x" data-x="y">p</p>',
      '<p lang="de" dir="rtl" title="t">',
    ],
  ])('%s', (given, made) => {
    expect(safe(given)).toContain(made);
  });
  it('text and values are written as HTML writes them', () => {
    expect(safe('<p title="a &amp; &quot;b&quot; &lt;c&gt;&nbsp;">&quot;d&quot; &amp; \u00A0 &lt;</p>')).toBe(
      '<p title="a &amp; &quot;b&quot; &lt;c&gt;&nbsp;">"d" &amp; &nbsp; &lt;</p>',
    );
  });
  it('an image without a source is left out, one with sources stays', () => {
    expect(safe('<p>a<img alt="x">b</p>')).toBe('<p>ab</p>');
    expect(safe('<p>a<img src="bad" alt="x">b</p>')).toBe('<p>ab</p>');
    expect(safe('<p><img srcset="a.jpg 2x"></p>')).toBe('<p><img srcset="https://example.org/a.jpg 2x"></p>');
  });
});

describe('elements', () => {
  it.each([
    ['<iframe src="v"></iframe>', '<a href="https://example.org/v">https://example.org/v</a>'],
    ['<object data="v" title=" A film "></object>', '<a href="https://example.org/v">A film</a>'],
    ['<iframe src="bad"></iframe><embed>', ''],
    ['<input type="text" value="x">', ''],
    ['<figcaption>a</figcaption>', 'a'],
    ['<figure><figcaption>a</figcaption></figure>', '<figure><figcaption>a</figcaption></figure>'],
    ['<summary>a</summary>', 'a'],
    ['<details><summary>a</summary>b</details>', '<details><summary>a</summary>b</details>'],
    ['<pre>\n\n\na\n</pre>', '<pre>a\n</pre>'],
    ['<pre><b>\n</b>\na</pre>', '<pre><b>\n</b>\na</pre>'],
    ['<svg><text>a</text></svg>b', 'b'],
    ['<math><mi>a</mi></math>b', 'ab'],
  ])('%s', (given, made) => {
    expect(safe(given)).toBe(made);
  });
});

describe('a srcset', () => {
  const of = (srcset: string) => absoluteSrcset(srcset, resolve);
  it.each([
    ['a.jpg', 'https://example.org/a.jpg'],
    ['a.jpg 2x', 'https://example.org/a.jpg 2x'],
    [' a.jpg  2x , b,c.jpg 640w', 'https://example.org/a.jpg 2x, https://example.org/b%2Cc.jpg 640w'],
    ['a.jpg, b.jpg,,', 'https://example.org/a.jpg, https://example.org/b.jpg'],
    ['a.jpg 2x 3x,b.jpg', 'https://example.org/a.jpg 2x, https://example.org/b.jpg'],
    ['bad.jpg 2x, a.jpg', 'https://example.org/a.jpg'],
    ['bad.jpg', undefined],
    ['', undefined],
    [' ,, ', undefined],
  ])('%j', (given, made) => {
    expect(of(given)).toBe(made);
  });
  it('of more than 8,192 characters is none', () => {
    expect(of('a'.repeat(8192))).toBeDefined();
    expect(of('a'.repeat(8193))).toBeUndefined();
  });
});
