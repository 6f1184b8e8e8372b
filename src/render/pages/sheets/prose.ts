/** What writers write. */
export const prose = `
.prose{font:clamp(1.125rem,1.06rem + .3vw,1.25rem)/var(--loose) var(--serif);hanging-punctuation:first allow-end;overflow-wrap:break-word}
.prose:is(:lang(ar),:lang(fa),:lang(ur),:lang(ps)){font-size:clamp(1.25rem,1.18rem + .35vw,1.4375rem)}
.prose :where(p,ul,ol,dl,blockquote,figure,pre,table,details,hr,aside,section,h2,h3,h4,h5,h6){margin-block:0}
.prose *+:where(p,ul,ol,dl,blockquote,figure,pre,details,aside,section,.wide,address,audio,video){margin-block-start:1.25em}
.prose :where(li,dd,td,th)>:first-child,.prose :where(li)>:where(ul,ol){margin-block-start:.25em}
.prose :where(ul,ol,dd){padding-inline-start:1.5em;margin-inline:0}
.prose ul{list-style:disc}
.prose li+li{margin-block-start:.375em}
.prose li::marker{color:var(--quiet)}
.prose :where(h2,h3,h4,h5,h6){font-family:var(--serif);line-height:var(--tight);text-wrap:balance;overflow-wrap:anywhere}
.prose h2{font-size:1.5em}
.prose h3{font-size:1.25em}
.prose :where(h4,h5,h6){font-size:1.0625em}
.prose *+:where(h2){margin-block-start:2em}
.prose *+:where(h3,h4,h5,h6){margin-block-start:1.75em}
.prose :where(h2,h3,h4,h5,h6)+*{margin-block-start:.625em}
.prose blockquote{margin-inline:0;padding-inline-start:1.25em;border-inline-start:.1875rem solid var(--accent);color:var(--quiet)}
.prose :is(em,i,cite,dfn,var):is(:lang(ja),:lang(zh),:lang(ko),:lang(ar),:lang(fa),:lang(he),:lang(ur)){font-style:normal;font-weight:600}
.prose :where(code,kbd,samp,tt){padding:.125em .3125em;border-radius:.25rem;background:var(--tint);font:.86em/1 var(--mono);overflow-wrap:anywhere;direction:ltr;unicode-bidi:isolate}
.prose kbd{border:1px solid var(--line);border-block-end-width:2px}
.prose pre{padding:1rem 1.25rem;border:1px solid transparent;border-radius:.5rem;background:var(--tint);font:.8em/1.6 var(--mono);overflow-x:auto;tab-size:2;direction:ltr;text-align:left}
.prose pre :where(code,kbd,samp){padding:0;border:0;background:none;font:inherit;overflow-wrap:normal}
.prose .wide{overflow-x:auto}
.prose table{min-inline-size:60%;border-collapse:collapse;font:.85em/1.5 var(--sans);font-variant-numeric:tabular-nums lining-nums}
.prose :where(th,td){padding-block:.5em;padding-inline:0 1.25em;border-block-end:1px solid var(--line);vertical-align:top}
.prose :where(th,td):last-child{padding-inline-end:0}
.prose th{border-block-end-color:var(--ink);font-weight:600}
.prose :is(th,caption):not([align]){text-align:start}
.prose caption{padding-block-end:.5em;color:var(--quiet)}
.prose :where(img,video){max-inline-size:100%;block-size:auto;border-radius:.25rem;vertical-align:middle}
.prose :where(audio,video){display:block;inline-size:100%}
.prose figcaption{margin-block-start:.625em;color:var(--quiet);font:var(--small)/1.5 var(--sans);text-wrap:pretty}
.prose :where(aside,details){padding:1em 1.25em;border:1px solid transparent;border-inline-start:.1875rem solid var(--accent);border-radius:.25rem;background:var(--tint);font-size:.925em}
.prose :where(aside,details)>*+*{margin-block-start:.625em}
.prose :where(aside,details) :where(code,kbd,samp,tt,pre){background:var(--paper)}
.prose details{border-inline-start-color:transparent}
.prose summary{cursor:pointer;font-weight:600}
.prose hr{inline-size:5rem;margin:2.5em auto;border:0;border-block-start:1px solid var(--quiet)}
.prose hr+section{font-size:.85em}
.prose sup,.prose sub{font-size:.7em;line-height:0}
.prose sup .fragment{padding:.5em .125em;text-decoration:none}
.prose :target{border-radius:.25rem;outline:.125rem solid var(--accent);outline-offset:.375rem;scroll-margin-block:2rem}
.prose dt{font-weight:600}
.prose *+dt{margin-block-start:.75em}
.prose mark{padding-inline:.125em;background:var(--mark);color:inherit}
.prose del,.prose s{color:var(--quiet)}
.prose abbr[title]{text-decoration:underline dotted;text-underline-offset:.2em}
`;
