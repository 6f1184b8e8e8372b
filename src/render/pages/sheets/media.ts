/** Where pages are not on an ordinary screen. */
export const media = `
@media (prefers-contrast:more){:root{--quiet:var(--ink);--line:var(--ink)}}
@media print{
  body{padding:0;border:0;font-size:11pt}
  .prose{font-size:11.5pt;line-height:1.5}
  h1{font-size:24pt}
  a{color:inherit}
  .prose a[href^='http']::after{content:' (' attr(href) ')';font-size:.8em;overflow-wrap:anywhere}
  .subscribe ul,.pager,.groups,.neighbours,audio,video{display:none}
  h1,h2,h3,h4{break-after:avoid}
  .card,figure,tr,blockquote,aside{break-inside:avoid}
  .prose pre{white-space:pre-wrap}
  .prose .wide{overflow:visible}
}
`;
