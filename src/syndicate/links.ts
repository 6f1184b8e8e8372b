/** The addresses by which a document names itself, and its hubs. */
export interface Links {
  readonly self: readonly string[];
  readonly hub: readonly string[];
}

/**
 * Finds the links of a feed, in its head and in the answer that it came with (WebSub, 4).
 *
 * @param header the field `Link`
 * @param text the document
 */
export function linksOf(header: string, text: string): Links {
  const all = [...inHeader(header), ...(text.trimStart().startsWith('{') ? inJson(text) : inXml(text))];
  const to = (rel: string) => [...new Set(all.filter(([one]) => one === rel).map(([, address]) => address))];
  return { self: to('self'), hub: to('hub') };
}

type Link = readonly [rel: string, address: string];

function inHeader(header: string): Link[] {
  return [...header.matchAll(/<([^>]*)>([^<]*)/g)].flatMap(([, address = '', parameters = '']) => {
    const [, rel = ''] = /;\s*rel\s*=\s*"?([^";,]*)"?/i.exec(parameters) ?? [];
    return rel.split(/\s+/).map((one): Link => [one.toLowerCase(), address]);
  });
}

/** Those before the first entry: what comes after is not of the feed. */
function inXml(text: string): Link[] {
  const [head = ''] = text.split(/<(?:entry|item)[\s>]/, 1);
  return [...head.matchAll(/<(?:\w+:)?link\s[^>]*>/g)].map(
    ([tag]): Link => [attribute(tag, 'rel'), attribute(tag, 'href')],
  );
}

function attribute(tag: string, name: string): string {
  const [, value = ''] = new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag) ?? [];
  return value.replaceAll('&amp;', '&');
}

function inJson(text: string): Link[] {
  try {
    const { feed_url: self, hubs = [] } = JSON.parse(text);
    return [['self', String(self)], ...hubs.map(({ url }: { url: unknown }): Link => ['hub', String(url)])];
  } catch {
    return [];
  }
}
