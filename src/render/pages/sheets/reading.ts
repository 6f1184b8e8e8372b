/** The pages on which entries are read. */
export const reading = `
.reading{--measure:39rem}
.reading>*,.reading article>*{max-inline-size:var(--measure);margin-inline:auto}
.reading main,.reading article{max-inline-size:none}
header.site{padding-block:1.25rem}
header.site a{display:inline-flex;align-items:center;gap:.75rem;color:inherit;font-weight:600;text-decoration:none}
header.site a:hover{color:var(--accent);text-decoration:underline}
header.site .logo{inline-size:2.25rem;block-size:2.25rem}
article>header{padding-block:clamp(2rem,6vw,4.5rem) clamp(1.75rem,4vw,2.75rem)}
article>header .meta{margin-block-end:.75rem}
.byline{margin-block-start:1.25rem;color:var(--ink);font-size:1rem}
.lead{margin-block-end:2.5rem}
.lead img{display:block;inline-size:100%;aspect-ratio:3/2;object-fit:contain}
.attachment{margin-block-start:2.5rem;padding:1.25rem;border:1px solid transparent;border-radius:.5rem;background:var(--tint)}
.attachment audio,.attachment video,.attachment img{display:block;inline-size:100%;margin-block-end:.875rem}
.attachment video{aspect-ratio:16/9;background:#000;border-radius:.25rem}
.attachment figcaption{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1rem;font-size:.9375rem}
.facts{display:flex;flex-wrap:wrap;gap:0 .75rem;color:var(--quiet);font-size:var(--small)}
.attachment+.attachment{margin-block-start:1rem}
article>.tags,.credit{margin-block-start:2.5rem}
.credit{color:var(--quiet);font-size:var(--small)}
.tags+.credit{margin-block-start:1rem}
.neighbours{margin-block-start:clamp(3rem,8vw,5rem);border-block-start:1px solid var(--ink)}
.neighbours ul{display:grid;gap:1.25rem 3rem;padding-block-start:1.25rem}
.neighbours span{display:block;color:var(--quiet);font-size:var(--small)}
.neighbours a{display:inline-block;color:inherit;font:700 1.1875rem/var(--tight) var(--serif);text-decoration:none}
.neighbours a:hover{color:var(--accent);text-decoration:underline;text-decoration-thickness:.0625em}
@media (min-width:40rem){
  .neighbours ul{grid-template-columns:1fr 1fr}
  .neighbours .next{grid-column:2;text-align:end}
}
`;
