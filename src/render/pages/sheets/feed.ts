/** Comes first in a style sheet. Elements of RSS have no namespace. */
export const namespaces = `
@namespace atom url(http://www.w3.org/2005/Atom);
@namespace html url(http://www.w3.org/1999/xhtml);
`;

/**
 * RSS 2.0 and Atom 1.0 as a browser shows them: what people read of them, in the order in which they look for it. What
 * programs read is hidden, content included, for as XML it would be shown as markup.
 */
export const feed = `
rss,atom|feed{
  display:block;
  min-block-size:100vh;
  box-sizing:border-box;
  margin:0;
  padding:2rem max(clamp(1.25rem,5vw,3rem),50vw - 20rem) 4rem;
  background:var(--paper);
  color:var(--ink);
  font:1.0625rem/1.6 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;
  overflow-wrap:anywhere;
}
:root{background:var(--paper);border-block-start:.375rem solid var(--bar)}
channel{display:flex;flex-direction:column}
channel>*,item>*,atom|feed>*,atom|entry>*{display:none}
html|div{display:block;order:-1;padding:1rem 1.25rem;border:1px solid transparent;border-radius:.5rem;background:var(--tint)}
html|p{display:block;margin:0}
html|a{color:var(--accent);font-weight:600}
html|a:focus-visible{outline:.1875rem solid var(--accent);outline-offset:.1875rem}
channel>title,atom|feed>atom|title{display:block;order:-1;margin-block-start:2.5rem;font:700 2.25rem/1.15 Charter,'Bitstream Charter','Sitka Text',Cambria,'Noto Serif',Georgia,serif;text-wrap:balance}
channel>description,atom|feed>atom|subtitle{display:block;order:-1;margin-block:.5rem 1.5rem;color:var(--quiet);font-size:1.1875rem}
item,atom|entry{display:flex;flex-direction:column;padding-block:1.5rem;border-block-start:1px solid var(--line)}
item>title,atom|entry>atom|title{display:block;font:700 1.375rem/1.25 Charter,'Bitstream Charter','Sitka Text',Cambria,'Noto Serif',Georgia,serif;text-wrap:balance}
item>description,atom|entry>atom|summary{display:block;margin-block-start:.375rem}
item>pubDate,atom|entry>atom|published{display:block;order:-1;inline-size:16ch;overflow:hidden;color:var(--quiet);font:.8125rem/1.6 ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;white-space:nowrap}
atom|entry>atom|published{inline-size:10ch}
item>link,atom|entry>atom|link[rel=alternate]{display:block;order:1;margin-block-start:.375rem;color:var(--quiet);font:.8125rem/1.6 ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;direction:ltr;unicode-bidi:isolate;user-select:all}
atom|entry>atom|link[rel=alternate]::before{content:attr(href)}
`;
