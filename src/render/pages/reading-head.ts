import { clean } from '../../characters.js';
import type { Entry } from '../../entry/entry.js';
import { escapeText } from '../text.js';
import { onSite } from './address.js';
import type { Look } from './look.js';

/** What browsers, search engines and other sites are told of an entry. */
export function readingHead(entry: Entry, look: Look): string {
  const description = entry.summary || entry.title;
  const image = imageOf(entry, look);
  return [
    `<title>${escapeText(entry.title === look.title ? entry.title : `${entry.title} – ${look.title}`)}</title>`,
    `<meta name="description" content="${escapeText(description)}">`,
    ...entry.authors.map(({ name }) => `<meta name="author" content="${escapeText(name)}">`),
    ...(look.siteGiven ? [`<link rel="canonical" href="${escapeText(entry.permalink)}">`] : []),
    ...openGraph(entry, description, image, look),
    `<meta name="twitter:card" content="${image ? 'summary_large_image' : 'summary'}">`,
    `<script type="application/ld+json">${linkedData(entry, description, image, look)}</script>`,
  ].join('\n');
}

/** Nobody elsewhere could load an image from an address that only this machine can follow. */
function imageOf({ image }: Entry, { siteGiven, home }: Look): Entry['image'] {
  return siteGiven || (image && onSite(image.url, home) === undefined) ? image : undefined;
}

/** The Open Graph protocol (ogp.me), which most places know where links are posted. */
function openGraph(entry: Entry, description: string, image: Entry['image'], look: Look): string[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['og:type', 'article'],
    ['og:title', entry.title],
    ['og:description', description],
    ['og:url', look.siteGiven ? entry.permalink : undefined],
    ['og:site_name', look.title],
    ['og:locale', locale(entry.language)],
    ['og:image', image?.url],
    ['og:image:alt', image?.alt],
    ['article:published_time', new Date(entry.published).toISOString()],
    ['article:modified_time', new Date(entry.updated).toISOString()],
    ['article:section', entry.section],
    ...entry.authors.map(({ name }) => ['article:author', name] as const),
    ...entry.tags.map((tag) => ['article:tag', tag] as const),
  ];
  return facts.flatMap(([property, content]) =>
    content ? [`<meta property="${property}" content="${escapeText(content)}">`] : [],
  );
}

/** Open Graph writes `en_GB`, and does not know a language without its country. */
function locale(language: string): string | undefined {
  const [primary, region] = /^([a-z]{2,3})(?:-[a-z]{4})?-([a-z]{2})$/i.exec(language)?.slice(1) ?? [];
  return primary && region && `${primary.toLowerCase()}_${region.toUpperCase()}`;
}

/** What the entry is in the words of schema.org: data, within which no tag can end the element around it. */
function linkedData(entry: Entry, description: string, image: Entry['image'], look: Look): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: entry.title,
    description,
    datePublished: new Date(entry.published).toISOString(),
    dateModified: new Date(entry.updated).toISOString(),
    inLanguage: entry.language,
    author: entry.authors.map(({ name, uri }) => ({ '@type': 'Person', name, url: uri })),
    keywords: entry.tags.length > 0 ? entry.tags : undefined,
    image: image?.url,
    mainEntityOfPage: look.siteGiven ? entry.permalink : undefined,
    license: (entry.license ?? (entry.rights === undefined ? look.license : undefined))?.url,
    copyrightNotice: entry.rights ?? look.rights,
    isBasedOn: entry.origin?.url,
    publisher: {
      '@type': 'Organization',
      name: look.title,
      url: look.siteGiven ? look.home : undefined,
    },
  };
  return clean(JSON.stringify(data)).replaceAll('<', '\\u003c');
}
