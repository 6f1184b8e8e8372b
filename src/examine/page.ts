import { Parser } from 'htmlparser2';

const types = /^application\/(?:rss\+xml|atom\+xml|feed\+json|json)\b/i;

/** The feeds that a page names for readers to find, as they are written there; a few at most. */
export function feedsNamedIn(html: string): string[] {
  const found = new Set<string>();
  const parser = new Parser({
    onopentag: (name, { rel = '', type = '', href }) => {
      if (name === 'link' && /\balternate\b/i.test(rel) && types.test(type) && href) found.add(href.trim());
    },
  });
  parser.end(html);
  return [...found].slice(0, 5);
}
