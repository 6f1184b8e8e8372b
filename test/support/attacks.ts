/** Markup that wants to run, load or submit something. */
export const attacks: Readonly<Record<string, string>> = {
  'ends of CDATA': ']]> a ]]>]]> b ]]&gt;]]> <![CDATA[ c ]]>',
  'an open comment': 'a <!-- b',
  'comments within comments': '<!-- a <!-- b --> c --> d --!> e',
  'references that nobody knows': '&bogus; &amp;bogus; &#99999999; &; &# &lt;script&gt;',
  'a script':
    '<script>alert(1)</script><SCRIPT SRC=//evil.example/x.js></SCRIPT><scr<script>ipt>alert(1)</script>',
  'an open script': 'a <script>alert(1)',
  'handlers of events':
    '<img src=x onerror=alert(1)><b onclick="x()" ONLOAD=x()>b</b><details open ontoggle=x()>c</details>',
  'addresses that run': [
    '<a href="javascript:alert(1)">a</a><a href=" \u0001javascript:alert(1)">b</a><a href="java\nscript:alert(1)">c</a>',
    '<a href="JaVaScRiPt&colon;alert(1)">d</a><a href="&#106;avascript:x">e</a><a href="vbscript:x">f</a>',
    '[g](javascript:alert(1)) [h](JAVASCRIPT:x) [i](<java\tscript:x>) ![j](javascript:x) <javascript:x> [k]\n\n[k]: javascript:x',
    '<a href="blob:https://a/b">l</a><a href="filesystem:x">m</a><a href="view-source:x">n</a><a href="file:///etc/passwd">o</a>',
  ].join('\n\n'),
  'data that is a page':
    '<a href="data:text/html,<script>x</script>">a</a><img src="data:image/svg+xml;base64,AA"><iframe src="data:text/html,x"></iframe><img src="data:text/html;base64,AA">',
  'a drawing with a script':
    '<svg onload=x()><script>x()</script><a xlink:href="javascript:x">a</a><foreignObject><iframe src=//a></iframe></foreignObject></svg>',
  'formulas that hide tags':
    '<math><mi xlink:href="javascript:x"><mglyph><style><img src=x onerror=x()></style></mglyph></mi></math>',
  'a base': '<base href="https://evil.example/"><a href="x">a</a>',
  'a refresh':
    '<meta http-equiv="refresh" content="30;url=javascript:x"><meta http-equiv=Set-Cookie content=a>',
  'a style':
    '<style>@import "//a"; p{behavior:url(x)}</style><p style="background:url(javascript:x)">a</p><link rel=stylesheet href=//a>',
  'pages within the page':
    '<iframe srcdoc="<script>x</script>"></iframe><object data=x.swf></object><embed src=javascript:x><frameset><frame src=x>',
  'a form':
    '<form action=javascript:x><input name=a autofocus onfocus=x()><button formaction=javascript:x>b</button><textarea></form>',
  'tags that parsers change': [
    '<noscript><p title="</noscript><img src=x onerror=x()>">',
    '<svg></p><style><a id="</style><img src=x onerror=x()>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=x()&gt;">',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=x()>',
    '<template><script>x</script></template><xmp><img src=x onerror=x()></xmp><plaintext><b onclick=x()>',
  ].join('\n\n'),
  'attributes that break out':
    '<a href="x" title="&quot;onclick=x()"><img alt="`onerror=x()`" src=y><img src="x" srcset="javascript:x 1x, data:text/html,x 2x, a 3x">',
  'highlighting that breaks out':
    '```html"><script>x</script>\n<script>x</script>\n```\n\n{{< figure src="javascript:x" alt="\\"><script>" >}} {% img javascript:x.png %}',
  'wiki links and MDX':
    '[[<script>x</script>]] <Foo onClick={x} bar={"javascript:x"}/> {alert(1)} [[javascript:x|y]]',
  'names that objects have':
    '<a href="#constructor" id="constructor">a</a><p id="__proto__">b</p><a href="#__proto__">c</a> [__proto__] [constructor]\n\n[toString]: x\n\n[^__proto__] [^constructor]\n\n[^__proto__]: d',
};

/** Articles of every format around it, by their paths. */
export const frames: Readonly<Record<string, (attack: string) => string>> = {
  'a.md': (attack) => `---\ntitle: Attack\n---\n\nBefore it.\n\n${attack}\n\nAfter it.\n`,
  'b.html': (attack) => `<p>Before it.</p>${attack}`,
  'c.html': (attack) =>
    `<!doctype html><html><head><title>Attack</title></head><body><article><h1>Attack</h1><p>Before it, there is a sentence of some length.</p>${attack}</article></body></html>`,
  'd.txt': (attack) => `Attack of the gulls\n\nBefore it, there is a sentence.\n\n${attack}\n\nAfter it.\n`,
  'e.rst': (attack) => `Attack\n======\n\nBefore it.\n\n${attack}\n\nAfter it.\n`,
};
