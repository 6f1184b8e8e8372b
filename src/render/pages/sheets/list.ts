/** The pages of feeds. On a wide page, days and headings hang in a column of their own, beside what they are about. */
export const list = `
.list{--column:10rem;--gap:2rem}
.list>*{max-inline-size:60rem;margin-inline:auto}
.masthead{padding-block:clamp(2.5rem,8vw,5.5rem) clamp(1.75rem,4vw,3rem)}
.masthead p:not(.place){max-inline-size:38rem;margin-block-start:.75rem;color:var(--quiet);font-size:clamp(1.125rem,1.05rem + .5vw,1.375rem);line-height:1.45;text-wrap:pretty}
.masthead .logo{margin-block-end:1.25rem}
.place{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem;margin-block-end:.5rem;color:var(--quiet)}
.place a{font-weight:600;text-decoration:none}
.place a:hover{text-decoration:underline}
.list h2{font:600 var(--small)/1.6 var(--sans)}
.subscribe{padding:1.25rem clamp(1.25rem,3vw,1.75rem) 1.375rem;border:1px solid transparent;border-radius:.5rem;background:var(--tint)}
.subscribe>*+*{margin-block-start:.375rem}
.address{display:block;padding:.625rem .875rem;border:1px solid var(--line);border-radius:.375rem;background:var(--paper);color:var(--ink);font:clamp(.8125rem,3.2vw,.9375rem)/1.6 var(--mono);overflow-wrap:anywhere;text-align:left;user-select:all;-webkit-user-select:all}
.note{color:var(--quiet);font-size:var(--small)}
.subscribe ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding-block-start:.25rem}
.subscribe li a{display:inline-block;padding-block:.125rem;font-weight:600}
.entries,.lines{padding-block-start:clamp(2.5rem,5vw,3.5rem)}
.entries h2,.lines h2{padding-block-end:.5rem;border-block-end:1px solid var(--ink)}
.entries>p{padding-block:1.5rem;color:var(--quiet)}
.card{display:grid;grid-template:'meta' 'title' 'summary' 'tags'/minmax(0,1fr);padding-block:1.5rem;border-block-end:1px solid var(--line);position:relative}
.card.pictured{grid-template:'meta thumb' auto 'title thumb' 1fr 'summary summary' 'tags tags'/minmax(0,1fr) 6.5rem;column-gap:1.25rem}
.card h3{grid-area:title;font-size:1.375rem}
.card h3 a,.lines a{color:inherit;text-decoration:none}
.card h3 a:visited,.lines a:visited{color:var(--quiet)}
.card h3 a:hover,.lines a:hover{color:var(--accent);text-decoration:underline;text-decoration-thickness:.0625em}
.card .meta{grid-area:meta;padding-block-end:.25rem}
.summary{grid-area:summary;margin-block-start:.5rem;max-inline-size:38rem;text-wrap:pretty}
.summary[dir]{justify-self:end}
.card .tags{grid-area:tags;margin-block-start:.625rem}
.card img{grid-area:thumb;align-self:start;inline-size:100%;block-size:auto;aspect-ratio:3/2;border-radius:.25rem;background:var(--tint);object-fit:cover;color:var(--quiet);font-size:.75rem;line-height:1.3;overflow:hidden}
.pictured h3 a::after{content:'';position:absolute;inset-block-start:1.5rem;inset-inline-end:0;inline-size:6.5rem;aspect-ratio:3/2}
.lines li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.5rem;padding-block:.5rem;border-block-end:1px solid var(--line)}
.lines a{padding-block:.125rem;font-weight:500}
.lines time{color:var(--quiet);font-size:var(--small);line-height:1.9}
.pager,.groups{margin-block-start:clamp(2.5rem,5vw,3.5rem)}
.pager,.groups nav{padding-block:.875rem;border-block-start:1px solid var(--line)}
.pager,.groups nav:first-child{border-block-start-color:var(--ink)}
.pager ul{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 2rem}
.pager a,.groups a{display:inline-block;padding-block:.125rem}
.groups ul{display:flex;flex-wrap:wrap;gap:.125rem 1.25rem}
.groups span{color:var(--quiet);font-size:var(--small)}
@media (min-width:48rem){
  .subscribe,.card,.lines li,.pager,.groups nav{display:grid;grid-template-columns:var(--column) minmax(0,1fr);column-gap:var(--gap)}
  .subscribe{padding-inline:0 1.75rem;margin-inline:-1.75rem;padding-inline-start:1.75rem}
  .subscribe>*{grid-column:2}
  .subscribe h2{grid-area:1/1;margin:0;line-height:1.8}
  .subscribe p:first-of-type{margin:0}
  .card{grid-template:'meta title' auto 'meta summary' auto 'meta tags' 1fr/var(--column) minmax(0,1fr);padding-block:2rem}
  .card.pictured{grid-template:'meta title thumb' auto 'meta summary thumb' auto 'meta tags thumb' 1fr/var(--column) minmax(0,1fr) 12rem;column-gap:var(--gap)}
  .card h3{font-size:1.5rem}
  .card .meta{flex-direction:column;align-items:flex-start;padding:.375rem 0 0}
  .pictured h3 a::after{inset-block-start:2rem;inline-size:12rem}
  .entries h2+.card h3{font-size:clamp(1.75rem,1rem + 2vw,2.25rem)}
  .entries h2+.card .meta{padding-block-start:.625rem}
  .pager,.groups nav,.lines li{align-items:baseline}
  .pager ul{justify-content:start}
  .lines a{grid-area:1/2}
  .lines time{grid-area:1/1}
}
`;
