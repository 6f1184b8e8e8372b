import type { Clue, Subject } from './clue.js';
import type { Page } from './page.js';
import { plain } from './plain.js';
import { select } from './select.js';

/**
 * The names of `meta` elements, whether `name`, `property` or `itemprop`, in order of trust: Open Graph and `article:*`
 * are written for other programs to read; the others come from libraries, publishers' tools and plain HTML.
 */
const names: ReadonlyArray<readonly [Subject, string]> = [
  [
    'title',
    'og:title citation_title dc.title dcterms.title parsely-title sailthru.title twitter:title headline title',
  ],
  [
    'author',
    'author authors article:author article:author_name article:author:name og:author og:article:author',
  ],
  ['author', 'citation_author dc.creator dcterms.creator parsely-author sailthru.author byl byline'],
  [
    'author',
    'cxenseparse:author rbauthors shareaholic:article_author_name creator dc.contributor twitter:creator_name',
  ],
  [
    'published',
    'article:published_time article:published og:article:published_time og:published_time datepublished',
  ],
  [
    'published',
    'citation_publication_date citation_online_date citation_date parsely-pub-date sailthru.date',
  ],
  [
    'published',
    'dc.date.issued dcterms.issued dc.date.created dcterms.created dc.date dcterms.date dcterms.available',
  ],
  [
    'published',
    'pubdate publishdate publish-date publish_date published_date published_at publication_date datecreated',
  ],
  [
    'published',
    'article.published article.created cxenseparse:recs:publishtime ptime rnews:datepublished created date',
  ],
  [
    'published',
    'shareaholic:article_published_time article_date_original originalpublicationdate displaydate',
  ],
  ['updated', 'article:modified_time article:modified og:updated_time og:article:modified_time datemodified'],
  [
    'updated',
    'dcterms.modified dc.date.modified article.updated revised last-modified lastmod modified utime',
  ],
  [
    'summary',
    'og:description description twitter:description dc.description dcterms.abstract dcterms.description',
  ],
  ['summary', 'sailthru.description citation_abstract abstract'],
  [
    'language',
    'og:locale dc.language dcterms.language citation_language inlanguage language content-language',
  ],
  ['link', 'og:url twitter:url parsely-link'],
  [
    'image',
    'og:image og:image:url og:image:secure_url twitter:image twitter:image:src parsely-image-url thumbnail',
  ],
  ['tag', 'article:tag og:article:tag parsely-tags sailthru.tags news_keywords keywords'],
  ['site', 'og:site_name application-name twitter:app:name:iphone dc.publisher citation_journal_title'],
  ['rights', 'dc.rights dcterms.rights copyright rights'],
  ['license', 'dcterms.license dc.rights.license license'],
  ['origin', 'original-source syndication-source'],
  ['audio', 'og:audio og:audio:url og:audio:secure_url'],
];

const ranks = new Map<string, { readonly subject: Subject; readonly rank: number }>();
for (const [subject, line] of names) {
  for (const name of line.split(' ')) ranks.set(name, { subject, rank: ranks.size });
}

/** What the `meta` elements of a page say, in order of trust. Elements of the same name make one clue. */
export function readMeta(page: Page): Clue[] {
  const clues: { subject: Subject; rank: number; texts: string[]; line: number }[] = [];
  for (const element of select('meta[content]', page.root)) {
    const { name, property, itemprop, content = '' } = element.attribs;
    const text = plain(content);
    const ranked = [property, name, itemprop].map((key) => ranks.get(key?.toLowerCase() ?? '')).find(Boolean);
    if (!ranked || !text) continue;
    // An `itemprop` may belong to something else on the page, as to a work that the article cites.
    const rank = ranked.rank + (property === undefined && name === undefined ? ranks.size : 0);
    const same = clues.find((clue) => clue.rank === rank);
    if (same) same.texts.push(text);
    else clues.push({ subject: ranked.subject, rank, texts: [text], line: page.lineOf(element) });
  }
  return clues
    .sort((one, other) => one.rank - other.rank)
    .map(({ subject, texts, line }) => ({ subject, source: 'meta', texts, line }));
}
