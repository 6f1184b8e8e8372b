import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { absolute } from '../../src/entry/address.js';
import { safeHtml } from '../../src/entry/content/safe.js';
import { resolver } from '../../src/entry/references.js';

const permalink = 'https://example.org/ferry/';
const resolve = resolver((reference) => {
  const address = absolute(reference, permalink);
  return address === undefined ? undefined : { address };
});
const safe = (html: string) => safeHtml(html, resolve);

describe('nothing runs, styles or submits', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<svg><animate attributeName=href values=javascript:alert(1)></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<img src="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=">',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="javascript:alert(1)"></object>',
    '<embed src="javascript:alert(1)">',
    '<form action="https://evil.example"><input name=a><button formaction="javascript:alert(1)">x</button></form>',
    '<style>@import "https://evil.example"</style><p style="position:fixed">x</p>',
    '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=javascript:alert(1)">',
    '<link rel=stylesheet href="https://evil.example/x.css">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
    '<template><img src=x onerror=alert(1)></template>',
    '<video src=x onloadstart=alert(1)><source onerror=alert(1)></video>',
    '<details open ontoggle=alert(1)>x</details>',
    '<!--><img src=x onerror=alert(1)>-->',
    '<xmp><img src=x onerror=alert(1)></xmp><plaintext><img src=x onerror=alert(1)>',
  ];
  it.each(attacks)('%s', (attack) => {
    expect(dangers(safe(`<p>before</p>${attack}`))).toEqual([]);
    expect(safe(`<p>before</p>${attack}`)).toContain('<p>before</p>');
  });

  it('whatever is thrown at it, and cleaning twice changes nothing', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...attacks,
        '<p>',
        '</p>',
        '<a href=x>',
        '</a>',
        '<table><tr><td>',
        '</table>',
        '<b>',
        '</b>',
      ),
      fc.constantFrom(
        '<button>',
        '</button>',
        '<li>',
        '<ul>',
        '<div>',
        '</div>',
        '<x-y>',
        '<pre>\n\n',
        '&lt;',
        '<h1>',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = safe(pieces.join(''));
        expect(dangers(once)).toEqual([]);
        expect(safe(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});

/** What a browser's parser would find in the result that could do harm. */
function dangers(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Tree.ChildNode) => {
    if ('tagName' in node && 'attrs' in node) {
      if (
        /^(?:script|style|svg|math|iframe|object|embed|form|input|button|base|meta|link|template|textarea|noscript|xmp)$/.test(
          node.tagName,
        )
      )
        found.push(node.tagName);
      for (const { name, value } of node.attrs) {
        if (/^on|^style$|^srcdoc$|^formaction$/.test(name)) found.push(name);
        if (
          /^(?:href|src|poster|cite|data)$/.test(name) &&
          !/^(?:https?:|#|mailto:|data:image\/png)/.test(value)
        )
          found.push(value);
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  for (const node of parseFragment(html).childNodes) visit(node);
  return found;
}

describe('what readers get instead', () => {
  it('an embedded page is a link to it', () => {
    expect(safe('<p>See</p><iframe src="//video.example/e/1" title="The launch"></iframe>')).toBe(
      '<p>See</p><a href="https://video.example/e/1">The launch</a>',
    );
  });
  it('a task list keeps its marks', () => {
    expect(safe('<ul><li><input type="checkbox" checked> ropes<li><input type="checkbox"> nets</ul>')).toBe(
      '<ul><li>☑ ropes</li><li>☐ nets</li></ul>',
    );
  });
  it('the content of an element that readers do not know stays', () => {
    expect(safe('<my-card><p>Hello</p></my-card>')).toBe('<p>Hello</p>');
  });
  it('unclosed tags are closed', () => {
    expect(safe('<div><p>a<p>b<b>c')).toBe('<div><p>a</p><p>b<b>c</b></p></div>');
  });
  it('an image that loads late is loaded', () => {
    expect(safe('<img src="data:image/gif;base64,R0lGOD" data-src="/a.jpg" alt="Quay">')).toBe(
      '<img src="https://example.org/a.jpg" alt="Quay">',
    );
  });
  it('code keeps the class by which it is highlighted, nothing else keeps any', () => {
    expect(safe('<pre class="x"><code class="language-js hljs">a</code></pre>')).toBe(
      '<pre><code class="language-js">a</code></pre>',
    );
  });
});

describe('addresses', () => {
  it('become absolute against the permalink, in every attribute that holds one', () => {
    expect(safe('<a href="../map">m</a>')).toBe('<a href="https://example.org/map">m</a>');
    expect(safe('<img src="a b.jpg" alt="">')).toBe('<img src="https://example.org/ferry/a%20b.jpg" alt="">');
    expect(safe('<video poster="p.jpg" src="v.mp4"></video>')).toBe(
      '<video poster="https://example.org/ferry/p.jpg" src="https://example.org/ferry/v.mp4"></video>',
    );
    expect(safe('<blockquote cite="/src">q</blockquote>')).toBe(
      '<blockquote cite="https://example.org/src">q</blockquote>',
    );
  });
  it('in srcset too', () => {
    expect(safe('<img src="a.jpg" srcset="a.jpg, /b.jpg 2x,https://cdn.example/c.jpg 640w">')).toBe(
      '<img src="https://example.org/ferry/a.jpg" srcset="https://example.org/ferry/a.jpg, https://example.org/b.jpg 2x, https://cdn.example/c.jpg 640w">',
    );
  });
  it('within the entry stay as they are, so that footnotes work inside a reader', () => {
    const html = safe(
      '<sup><a href="#fn1" id="fnref1">1</a></sup><ol><li id="fn1">n <a href="#fnref1">up</a></li></ol>',
    );
    expect(html).toContain('href="#fn1"');
    expect(html).toContain('<li id="fn1">');
    expect(html).toContain('id="fnref1"');
  });
  it('within the page, but to nothing in the entry, lead to the page', () => {
    expect(safe('<a href="#comments">c</a>')).toBe('<a href="https://example.org/ferry/#comments">c</a>');
  });
  it('to people stay', () => {
    expect(safe('<a href="mailto:a@example.org">w</a>')).toBe('<a href="mailto:a@example.org">w</a>');
  });
});

describe('hostile structure', () => {
  it('a hundred thousand nested elements take no time and no stack', () => {
    const html = safe(`${'<div>'.repeat(100_000)}deep`);
    expect(html).toContain('deep');
    expect(html.split('<div>').length).toBeLessThan(200);
  });
});
