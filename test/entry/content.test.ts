import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete } from '../../src/entry/complete.js';
import { markdownToHtml } from '../../src/entry/content/markdown.js';
import { shorten } from '../../src/entry/content/shorten.js';
import { headline } from '../../src/entry/headline.js';
import type { Neighbour } from '../../src/entry/references.js';
import { sampleArticle } from '../support/article.js';
import { sampleRules as rules, sampleStanding } from '../support/rules.js';

function entryOf(
  given: Parameters<typeof sampleArticle>[0],
  files: Readonly<Record<string, Neighbour>> = {},
  fullText = true,
) {
  const article = sampleArticle(given);
  const made = headline(article, sampleStanding(), rules).headline;
  return complete(
    article,
    made,
    { site: rules.site, title: 'Harbour News', credit: false, fullText, maxFileSize: 10_000_000 },
    (path) => files[path],
  );
}

const body = (text: string, markup: 'markdown' | 'html' | 'text' = 'markdown') => ({
  body: { markup, text, line: 1 },
});

describe('content', () => {
  it('plain text becomes paragraphs', () => {
    const { entry } = entryOf(body('One & two <three>.\n\nFour,\nfive.', 'text'));
    expect(entry.content).toBe('<p>One &amp; two &lt;three&gt;.</p>\n<p>Four,<br>\nfive.</p>');
  });
  it('Markdown has tables, footnotes, raw HTML and addresses as links', () => {
    const { entry } = entryOf(
      body('| a |\n|---|\n| b |\n\nSee[^1] https://example.org/x and <u>this</u>.\n\n[^1]: Note.'),
    );
    expect(entry.content).toContain('<td>b</td>');
    expect(entry.content).toContain('href="#fn1"');
    expect(entry.content).toContain('<a href="https://example.org/x">');
    expect(entry.content).toContain('<u>this</u>');
  });
  it('is left out where the config asks for summaries alone', () => {
    const { entry } = entryOf(body('Only this.'), {}, false);
    expect(entry).toMatchObject({ content: '', summary: 'Only this.' });
  });
});

describe('references to what lies in the articles folder', () => {
  const files = {
    'harbour/quay.jpg': { size: 321 },
    'harbour/other.md': { size: 5, permalink: 'https://example.org/elsewhere/' },
    'top.png': { size: 7 },
  };
  it('a file has its place on the site', () => {
    const { entry } = entryOf(
      { path: 'harbour/ferry.md', ...body('![Quay](quay.jpg) ![Top](/top.png)') },
      files,
    );
    expect(entry.content).toContain('src="https://example.org/harbour/quay.jpg"');
    expect(entry.content).toContain('src="https://example.org/top.png"');
  });
  it('a file of a bundle lies beside its page', () => {
    const { entry } = entryOf(
      { path: 'harbour/index.md', link: '/boats/', ...body('![Quay](quay.jpg)') },
      files,
    );
    expect(entry.content).toContain('src="https://example.org/boats/quay.jpg"');
  });
  it('another article is linked by its permalink', () => {
    const { entry } = entryOf({ path: 'harbour/ferry.md', ...body('[more](./other.md#top)') }, files);
    expect(entry.content).toContain('href="https://example.org/elsewhere/#top"');
  });
  it('a file may have # or ? in its name, a link spaces behind it', () => {
    const odd = {
      'harbour/a#1?.jpg': { size: 1 },
      'harbour/b.md': { size: 1, permalink: 'https://example.org/b/' },
    };
    const { entry } = entryOf(
      { path: 'harbour/ferry.md', ...body('![x](<a#1?.jpg>) [b](<b.md#to the end>)') },
      odd,
    );
    expect(entry.content).toContain('src="https://example.org/harbour/a%231%3F.jpg"');
    expect(entry.content).toContain('href="https://example.org/b/#to%20the%20end"');
  });
  it('everything else counts from the permalink', () => {
    const { entry } = entryOf({ path: 'harbour/ferry.md', ...body('![x](gone.jpg)') }, files);
    expect(entry.content).toContain('src="https://example.org/harbour/ferry/gone.jpg"');
  });
  it('an enclosure has the true length and type of its file', () => {
    const attachments = [{ src: 'talk.mp3', type: 'audio/wrong', length: 1 }];
    const { entry } = entryOf(
      { path: 'harbour/ferry.md', attachments },
      { 'harbour/talk.mp3': { size: 4321 } },
    );
    expect(entry.enclosures).toEqual([
      { url: 'https://example.org/harbour/talk.mp3', type: 'audio/mpeg', length: 4321 },
    ]);
  });
  it('a lead image has its type and length', () => {
    const { entry } = entryOf({ path: 'harbour/ferry.md', image: { src: 'quay.jpg', alt: 'Quay' } }, files);
    expect(entry.image).toEqual({
      url: 'https://example.org/harbour/quay.jpg',
      type: 'image/jpeg',
      length: 321,
      alt: 'Quay',
    });
  });
  it('an attachment that nobody could fetch is a problem with its line', () => {
    const { entry, problems } = entryOf({
      attachments: [{ src: 'file:///etc/passwd' }],
      found: { attachments: { in: 'front matter', line: 6 } },
    });
    expect(entry.enclosures).toEqual([]);
    expect(problems).toMatchObject([{ code: 'attachment-unusable', line: 6 }]);
  });
});

describe('the summary', () => {
  it('is what the article states, as plain text', () => {
    const { entry } = entryOf({ summary: 'All *about* [boats](x) & <b>more</b>' });
    expect(entry.summary).toBe('All about boats & more');
  });
  it('is what stands before the cut', () => {
    for (const mark of [
      '<!-- more -->',
      '<!--more-->',
      '<!-- truncate -->',
      '<!-- TEASER_END -->',
      '{/* truncate */}',
    ]) {
      const { entry } = entryOf(body(`First.\n\nSecond.\n\n${mark}\n\nThird.`));
      expect(entry.summary).toBe('First. Second.');
      expect(entry.content).toContain('Third.');
    }
  });
  it('else its first sentences, without headings, code and tables', () => {
    const { entry } = entryOf(body('## Start\n\n```\ncode\n```\n\nThe boat sails. It is late.\n\n- rope'));
    expect(entry.summary).toBe('The boat sails. It is late. rope');
  });
  it('is cut after a sentence or a word, never within one', () => {
    expect(shorten('One two three. Four five six seven.', 20)).toBe('One two three.');
    expect(shorten('One two three four five', 12)).toBe('One two…');
    expect(shorten('一二三。四五六七八九十', 6)).toBe('一二三。');
  });
  it('never breaks a character, and never grows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, longest) => {
        const short = shorten(text, longest);
        expect(short).not.toMatch(/\p{Surrogate}/u);
        expect(short.length).toBeLessThanOrEqual(longest + 1);
      }),
    );
  });
});

describe('habits of other generators', () => {
  const html = (markdown: string) => markdownToHtml(markdown).trim();

  it('admonitions become asides', () => {
    expect(html(':::tip Mind the gap\nKeep *right*.\n:::\n\nAfter.')).toMatch(
      /<aside>\s*<p><strong>Mind the gap<\/strong><\/p>\s*<p>Keep <em>right<\/em>.<\/p>\s*<\/aside>\s*<p>After.<\/p>/,
    );
    expect(html('!!! note "Read"\n    Inside.\n\nAfter.')).toMatch(
      /<aside>.*Read.*Inside.*<\/aside>\s*<p>After/s,
    );
    expect(html('> [!WARNING]\n> Hot.')).toMatch(/<blockquote>\s*<p><strong>WARNING<\/strong>/i);
  });
  it('highlight tags become code', () => {
    expect(html('{% highlight ruby %}\nputs 1\n{% endhighlight %}')).toBe(
      '<pre><code class="language-ruby">puts 1\n</code></pre>',
    );
    expect(html('{{< highlight go >}}\nx\n{{< /highlight >}}')).toContain('language-go');
  });
  it('template tags and shortcodes are left out, never run', () => {
    expect(html('A {% include x.html %}B {{ site.title }}C {{< tweet 1 >}}D')).toBe('<p>A B C D</p>');
  });
  it('but they stay in code', () => {
    expect(html('Use `{{ page.title }}` here')).toContain('<code>{{ page.title }}</code>');
    expect(html('```\n{% raw %}\n```')).toContain('{% raw %}');
    expect(html('    {{ indented }}')).toContain('{{ indented }}');
    expect(html('- a\n\n      {{ in a list }}')).toContain('{{ in a list }}');
    expect(html('<pre>{{ in HTML }}</pre>')).toContain('{{ in HTML }}');
    expect(html('{% raw %}{{ literal }}{% endraw %}')).toBe('<p>{{ literal }}</p>');
  });
  it('attribute lists of kramdown and tables of contents are left out', () => {
    expect(html('# Head {#top}\n{: .lead}\n\n[TOC]\n\nText{:target="_blank"}')).toMatch(
      /^<h1>Head<\/h1>\s*<p>Text<\/p>$/,
    );
  });
  it('MDX imports, exports and comments are left out', () => {
    expect(html("import X from './x'\nexport const y = 1\n\n{/* hidden */}Text")).toBe('<p>Text</p>');
  });
  it('images and videos in shortcodes are shown, or linked', () => {
    expect(html('{{< figure src="quay.png" alt="Quay" >}}')).toBe('<p><img src="quay.png" alt="Quay"></p>');
    expect(html('{% asset_img quay.png The quay %}')).toContain('<img src="quay.png" alt="The quay">');
    expect(html('{{< youtube dQw4w9 >}}')).toContain('href="https://www.youtube.com/watch?v=dQw4w9"');
  });
  it('task lists keep their marks, tabs their content, wiki links their text', () => {
    expect(html('- [ ] nets\n- [x] ropes')).toMatch(/<li>☐ nets<\/li>\s*<li>☑ ropes<\/li>/);
    expect(html('=== "Tide"\n\n    High at noon.')).toBe(
      '<p><strong>Tide</strong></p>\n<p>High at noon.</p>',
    );
    expect(html('See [[Harbour|the quay]] and ![[quay.png]].')).toBe(
      '<p>See the quay and <img src="quay.png" alt="">.</p>',
    );
  });
  it('formulas stay to the letter, and prices are none', () => {
    expect(html('Let $a_1 < b_1$ and \\(x\\_y\\).')).toBe('<p>Let $a_1 &lt; b_1$ and \\(x\\_y\\).</p>');
    expect(html('From $5 to *$10*.')).toBe('<p>From $5 to <em>$10</em>.</p>');
  });
  it('attributes that MDX would compute are left out, plain ones stay', () => {
    expect(
      html('Here: <img src={require("./quay.png").default} onClick={() => go()} alt="Quay" />'),
    ).toContain('<img src="./quay.png" alt="Quay" />');
  });
  it('hostile text takes no time', () => {
    const started = performance.now();
    for (const piece of ['{{< ', '{% ', '{% raw %}', '[[', '%% ', '\\( ', '<a {', '{/*', '`a '])
      markdownToHtml(piece.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(30_000);
  });
  it('prose that begins with such a word stays', () => {
    expect(html('import duties rose')).toBe('<p>import duties rose</p>');
  });
});
