/** What all pages share: paper, type, links, the head and the end of a page. */
export const base = `
*,::before,::after{box-sizing:border-box}
:root{
  --sans:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;
  --serif:Charter,'Bitstream Charter','Sitka Text',Cambria,'Noto Serif',Georgia,serif;
  --mono:ui-monospace,'Cascadia Code',Menlo,Consolas,'DejaVu Sans Mono',monospace;
  --gutter:clamp(1.25rem,5vw,3rem);
  --small:.875rem;
  --tight:1.2;
  --tightest:1.1;
  --tracking:-.015em;
  --loose:1.6;
  text-size-adjust:100%;
  -webkit-text-size-adjust:100%;
}
:lang(ar),:lang(fa),:lang(ur),:lang(ps){
  --serif:'Noto Naskh Arabic','Geeza Pro','Sakkal Majalla','Traditional Arabic','Noto Serif',serif;
  --tight:1.45;
  --tightest:1.4;
  --tracking:0;
  --loose:1.9;
}
:lang(he),:lang(yi){
  --serif:'Noto Serif Hebrew','Frank Ruehl CLM',David,'Noto Serif',serif;
  --tracking:0;
}
:lang(ja),:lang(zh),:lang(ko){
  --serif:var(--sans);
  --tight:1.4;
  --tightest:1.35;
  --tracking:0;
  --loose:1.85;
}
body{
  margin:0;
  padding:0 var(--gutter) 4rem;
  border-block-start:.375rem solid var(--bar);
  background:var(--paper);
  color:var(--ink);
  font:1.0625rem/1.6 var(--sans);
  overflow-wrap:break-word;
}
h1,h2,h3,p,ul,figure{margin:0}
ul{padding:0;list-style:none}
h1,h3{
  font-family:var(--serif);
  line-height:var(--tight);
  text-wrap:balance;
  overflow-wrap:anywhere;
}
h1:lang(ja),h2:lang(ja),h3:lang(ja){word-break:auto-phrase}
h1{font-size:clamp(2rem,1.35rem + 3.2vw,3.5rem);font-weight:700;letter-spacing:var(--tracking);line-height:var(--tightest)}
a{color:var(--accent);text-decoration-thickness:.0625em;text-underline-offset:.18em}
a:hover{text-decoration-thickness:.125em}
a:not([href^='#']){overflow-wrap:anywhere}
:focus-visible{outline:.1875rem solid var(--accent);outline-offset:.1875rem;border-radius:.125rem}
img{max-inline-size:100%}
.logo{display:block;block-size:3.5rem;max-inline-size:14rem;object-fit:contain;object-position:0 50%}
:dir(rtl) .logo{object-position:100% 50%}
.meta,.tags,.byline{display:flex;flex-wrap:wrap;gap:.125rem .875rem;color:var(--quiet);font:var(--small)/1.6 var(--sans)}
.tags li::before{content:'#';content:'#'/'';opacity:.75}
footer.site{padding-block-start:2rem;color:var(--quiet);font-size:var(--small)}
@media (prefers-reduced-motion:no-preference){:root{scroll-behavior:smooth}}
`;
