import fc from 'fast-check';
import { parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { absolute } from '../../src/entry/address.js';
import { allowed, dropped, embedding, within } from '../../src/entry/content/allowed.js';
import { markdownToHtml } from '../../src/entry/content/markdown.js';
import { plainMarkup } from '../../src/entry/content/plain-markup.js';
import { safeHtml } from '../../src/entry/content/safe.js';
import { parse } from '../../src/entry/content/tree.js';
import { resolver } from '../../src/entry/references.js';

const resolve = resolver((reference) => {
  const address = absolute(reference, 'https://example.org/ferry/');
  return address === undefined ? undefined : { address };
});

/** A comment is no plain markup, and leaves nothing behind: with it, the whole tree is made and cleaned. */
const thoroughly = (html: string) => safeHtml(`<!---->${html}`, resolve);
const quickly = (html: string) => safeHtml(html, resolve);

const inline = ['a', 'b', 'code', 'em', 'strong', 'sup', 'mark', 'span'];
const blocks = ['p', 'h2', 'pre', 'ul', 'ol', 'li', 'dl', 'dd', 'blockquote', 'aside', 'section', 'figure'];
const tables = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];
const strange = [
  'script',
  'style',
  'svg',
  'math',
  'template',
  'noscript',
  'select',
  'button',
  'x-y',
  'summary',
];
const attributes = [
  '',
  ' href="#a"',
  ' href="b c" id="a"',
  ' href="javascript:alert(1)"',
  ' src="a.jpg" alt="A &amp; &quot;B&quot;"',
  ' src=""',
  ' title="&nbsp;\u00A0&lt;"',
  ' title="a>b"',
  ' onclick="x()"',
  ' style="text-align:center"',
  ' class="language-js"',
  ' id="a" id="b"',
  ' checked',
  " title='q'",
];
const text = fc.oneof(
  fc.constantFrom(
    'x',
    ' ',
    '\n',
    '\t',
    '&amp;',
    '&lt;b>',
    '&quot;',
    '&nbsp;',
    '\u00A0',
    '"',
    '>',
    '&',
    '<',
    '&copy;',
  ),
  fc.constantFrom(
    ']]>',
    '<![CDATA[x]]>',
    '<!-- c -->',
    '\0',
    '\r\n',
    '\f',
    '\uFEFF',
    '\uD800',
    '</p>',
    '<br>',
    '<hr>',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const tag = (names: readonly string[]) => fc.tuple(fc.constantFrom(...names), fc.constantFrom(...attributes));

/** HTML that is mostly well formed, with elements where they may stand and where they may not. */
const { html } = fc.letrec<{ html: string; node: string }>((tie) => ({
  html: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    tag([...inline, ...blocks, ...tables, ...strange, 'img', 'br']).map(
      ([name, attrs]) => `<${name}${attrs}>`,
    ),
    ...[inline, blocks, tables, strange].map((names) =>
      fc
        .tuple(tag(names), tie('html'))
        .map(([[name, attrs], inner]) => `<${name}${attrs}>${inner}</${name}>`),
    ),
  ),
}));

const markdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '**b** ',
        '*i* ',
        '`c` ',
        '[l](x "t") ',
        '![a](b.png) ',
        'https://example.org/x ',
        '[^1] ',
      ),
      fc.constantFrom(
        '\n\n[^1]: note\n\n',
        '\n\n- a\n',
        '\n\n> q\n',
        '\n\n## h\n\n',
        '\n\n| a |\n|:-:|\n| b |\n\n',
      ),
      fc.constantFrom(
        '\n```js\n',
        '\n\n    code\n',
        '<b>',
        '</b>',
        '<div>\n',
        '</div>\n\n',
        '<script>',
        '&copy; ',
      ),
      fc.constantFrom(
        '==m==',
        '{{ x }}',
        '{% y %}',
        '[[W|x]]',
        '\n:::tip\n',
        '\n> [!NOTE]\n',
        '"q" ',
        '\n\n',
      ),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('plain markup', () => {
  it('is read at once as it is read thoroughly, whatever HTML comes in', () => {
    fc.assert(
      fc.property(html, fc.nat({ max: 400 }), (given, end) => {
        for (const one of [given, given.slice(0, end)]) expect(quickly(one)).toBe(thoroughly(one));
      }),
      { numRuns: 2000 },
    );
  });
  it('whatever Markdown comes in', () => {
    fc.assert(
      fc.property(markdown, (given) => {
        const made = markdownToHtml(given);
        expect(quickly(made)).toBe(thoroughly(made));
      }),
      { numRuns: 1000 },
    );
  });
  it('has the tree that a browser makes of it', () => {
    fc.assert(
      fc.property(html, (given) => {
        if (plainMarkup(given)) expect(shape(parse(given))).toEqual(shape(parseFragment(given)));
      }),
      { numRuns: 2000 },
    );
  });
  it('is what Markdown becomes, with all that belongs to it', () => {
    const article = [
      '# Quay\n\nThe **boat** [sails](x "t") & "returns"  \nat `<late>`.[^1]\n\n- [ ] rope\n- net\n\n  more\n\n> said',
      '```js\nlet a;\n```\n\n| a | b |\n|---|:-:|\n| 1 | ![i](i.png) |\n\n---\n\n~~old~~ ==new==\n\n[^1]: Note.',
    ].join('\n\n');
    const made = markdownToHtml(article);
    expect(plainMarkup(made)).toBeDefined();
    expect(quickly(made)).toBe(thoroughly(made));
  });
  it('has only elements that are kept, wherever they stand', () => {
    const names = [...allowed.keys(), ...dropped, ...embedding, ...within.keys(), 'input', 'form', 'button'];
    for (const name of names) {
      const pieces = plainMarkup(`<${name}>`);
      if (!pieces) continue;
      expect(allowed.has(name)).toBe(true);
      expect(dropped.has(name) || embedding.has(name) || within.has(name)).toBe(false);
    }
  });
  it.each([
    '<script>x</script>',
    '<p><p>',
    '<p><div></div></p>',
    '<a href="x"><em><a href="y">z</a></em></a>',
    '<table>x</table>',
    '<table>\u00A0</table>',
    '<pre>\nx</pre>',
    '<b><i></b></i>',
    '<P>x</P>',
    '<p title=x>',
    '<p title="<">',
    '<br/>',
    '<!-- x -->',
    '<svg></svg>',
    'a < b',
    'a > b',
    'a & b',
    '&#38;',
    'a\0b',
    'a\rb',
  ])('%j is not', (given) => {
    expect(plainMarkup(given)).toBeUndefined();
  });
  it('a tag with a hundred thousand attributes takes no time', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ` a${'-'.repeat(index % 7)}="${index}"`).join(
      '',
    );
    expect(plainMarkup(`<p${many}>x</p>`)).toBeUndefined();
  });
});

/** A tree as data, without the way back up. */
function shape(node: Tree.ParentNode): unknown {
  return [
    serialize(node),
    ...node.childNodes.map((child) =>
      'childNodes' in child ? [child.nodeName, child.attrs, shape(child)] : child.nodeName,
    ),
  ];
}
