/** What elements of a namespace are called here, whatever prefix a document has for it. */
export function prefixOf(uri: string): string | undefined {
  return prefixes.get(uri);
}

/** The namespace that is meant by one which is not known, if it is nearly that. */
export function meantBy(uri: string): string | undefined {
  return byCore.get(core(uri));
}

const prefixes: ReadonlyMap<string, string> = new Map([
  ['', ''],
  // Where people put RSS into a namespace, it is RSS all the same.
  ['http://backend.userland.com/rss2', ''],
  ['http://backend.userland.com/RSS2', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['http://www.w3.org/2000/xmlns/', 'xmlns'],
  ['http://www.w3.org/2005/Atom', 'atom'],
  ['http://purl.org/atom/ns#', 'atom03'],
  ['http://purl.org/rss/1.0/', 'rss1'],
  ['http://my.netscape.com/rdf/simple/0.9/', 'rss1'],
  ['http://channel.netscape.com/rdf/simple/0.9/', 'rss1'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://purl.org/rss/1.0/modules/syndication/', 'sy'],
  ['http://purl.org/rss/1.0/modules/slash/', 'slash'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://wellformedweb.org/CommentAPI/', 'wfw'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://www.google.com/schemas/play-podcasts/1.0', 'googleplay'],
  ['https://podcastindex.org/namespace/1.0', 'podcast'],
  ['http://search.yahoo.com/mrss/', 'media'],
  ['http://purl.org/syndication/thread/1.0', 'thr'],
  ['http://purl.org/syndication/history/1.0', 'fh'],
  ['http://purl.org/atompub/tombstones/1.0', 'at'],
  ['http://www.w3.org/2007/app', 'app'],
  ['http://www.georss.org/georss', 'georss'],
  ['http://www.w3.org/2003/01/geo/wgs84_pos#', 'geo'],
  ['http://backend.userland.com/creativeCommonsRssModule', 'creativeCommons'],
  ['http://web.resource.org/cc/', 'cc'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['http://a9.com/-/spec/opensearch/1.1/', 'opensearch'],
]);

/** Names of people's namespaces differ from the true one by its scheme, the case, and what stands at its end. */
function core(uri: string): string {
  return uri
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[/#]+$/, '');
}

const byCore = new Map(
  [...prefixes].filter(([, prefix]) => prefix !== '').map(([uri]) => [core(uri), uri] as const),
);
