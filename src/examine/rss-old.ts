import { checkAddress } from './addresses.js';
import { all, type Element, first, shown } from './element.js';
import { checkEntries, type EntryFacts } from './entries.js';
import { checkExtensions } from './extensions.js';
import { checkHtml, checkPlain } from './markup.js';
import type { Circumstances, Tell } from './tell.js';

/** Checks a feed in RSS 1.0 or 0.90, which are RDF: what it has in common with the others. */
export function checkRdf(root: Element, circumstances: Circumstances): undefined {
  const { tell } = circumstances;
  const format = root.children.some(({ name }) => name.startsWith('rss1:')) ? 'RSS 1.0' : 'RDF';
  const channel = first(root, 'rss1:channel');
  if (!channel) return tell('feed-absent', root.at, { reason: 'it is RDF, but has no channel of RSS' });
  tell('feed-old', root.at, { format, reason: 'it is of 2000, and few programs still make it' });
  const items = all(root, 'rss1:item');
  // Those of RSS 0.90 have none.
  const hasIds = items.some(({ attributes }) => attributes.has('rdf:about'));
  for (const name of ['title', 'link', 'description'])
    if (!first(channel, `rss1:${name}`))
      tell('feed-element-missing', channel.at, { name, parent: shown(channel) });
  checkParts(channel, tell);
  checkEntries(
    items.map((item) => checkItem(item, hasIds, tell)),
    circumstances,
    channel.at,
  );
}

function checkItem(item: Element, hasIds: boolean, tell: Tell): EntryFacts {
  for (const name of ['title', 'link'])
    if (!first(item, `rss1:${name}`)) tell('feed-element-missing', item.at, { name, parent: shown(item) });
  checkParts(item, tell);
  const id = item.attributes.get('rdf:about')?.trim();
  if (id === undefined && hasIds)
    tell('feed-attribute-missing', item.at, { name: 'rdf:about', parent: shown(item) });
  return id ? { id: { value: id, spot: item.at } } : {};
}

function checkParts(element: Element, tell: Tell): undefined {
  const seen = new Set<string>();
  for (const child of element.children) {
    const where = shown(child);
    if (/^rss1:(?:title|link|description)$/.test(child.name) && seen.has(child.name))
      tell('feed-element-repeated', child.at, { name: child.written, parent: shown(element) });
    seen.add(child.name);
    if (child.name === 'rss1:title') checkPlain(child.text, where, child.inside, tell);
    else if (child.name === 'rss1:link') checkAddress(child.text, 'web', where, child.inside, tell);
    else if (child.name === 'rss1:description' || child.name === 'content:encoded')
      checkHtml(child.text, where, child.inside, tell);
    else checkExtensions(child, tell);
  }
}
