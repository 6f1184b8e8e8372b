import { checkAddress } from './addresses.js';
import { checkLinks } from './atom-link.js';
import { checkDate, checkXhtml, commonParts, isBased } from './atom-parts.js';
import { all, type Element, first, shown } from './element.js';
import type { EntryFacts, Moment } from './entries.js';
import { checkExtensions } from './extensions.js';
import { checkHtml, checkPlain } from './markup.js';
import { checkAttributeNames, checkShape } from './shape.js';
import type { Circumstances, Tell } from './tell.js';
import { checkValue } from './values.js';

const entryShape = {
  must: 'id title updated',
  may: 'content published rights source summary',
  many: 'author category contributor link',
};

/**
 * Checks an entry of Atom.
 *
 * @param hasAuthor whether its feed names an author for all
 */
export function checkAtomEntry(entry: Element, hasAuthor: boolean, { tell }: Circumstances): EntryFacts {
  checkShape(entry, entryShape, 'atom', tell);
  const source = first(entry, 'atom:source');
  if (!hasAuthor && !first(entry, 'atom:author') && !(source && first(source, 'atom:author')))
    tell('feed-element-missing', entry.at, { name: 'author', parent: shown(entry) });
  let published: Moment | undefined;
  let updated: Moment | undefined;
  for (const child of entry.children) {
    if (child.name === 'atom:published') published = checkDate(child, tell);
    else if (child.name === 'atom:updated') updated = checkDate(child, tell);
    else checkPart(child, tell);
  }
  checkLinks(entry, tell);
  checkReading(entry, tell);
  const id = first(entry, 'atom:id');
  const value = id?.text.trim();
  return {
    // A feed may show an entry in several versions.
    ...(id && value && { id: { value: `${value}${entryVersion(updated)}`, spot: id.inside } }),
    ...(published && { published }),
    ...(updated && { updated }),
  };
}

function entryVersion(updated: Moment | undefined): string {
  return updated?.at === undefined ? '' : ` of ${updated.value.trim()}`;
}

function checkPart(child: Element, tell: Tell): undefined {
  const common = commonParts.get(child.name);
  if (common) return common(child, tell);
  if (child.name === 'atom:content') return checkContent(child, tell);
  if (child.name === 'atom:source') return checkSource(child, tell);
  if (child.name !== 'atom:link') checkExtensions(child, tell);
}

function checkSource(source: Element, tell: Tell): undefined {
  const may = 'id title updated generator icon logo rights subtitle';
  checkShape(source, { may, many: 'author category contributor link' }, 'atom', tell);
  for (const child of source.children)
    if (child.name === 'atom:updated') checkDate(child, tell);
    else checkPart(child, tell);
  checkLinks(source, tell);
}

function checkContent(content: Element, tell: Tell): undefined {
  const where = shown(content);
  const src = content.attributes.get('src');
  const type = content.attributes.get('type')?.trim() ?? 'text';
  checkAttributeNames(content, 'type src', tell);
  if (src !== undefined) {
    checkAddress(src, isBased(content) ? 'any' : 'absolute', `src of ${where}`, content.at, tell);
    const isMedia = /\//.test(content.attributes.get('type') ?? '/');
    if (!isMedia) checkValue(type, 'mediaType', `the type of ${where} with a src`, content.at, tell);
    if (content.text.trim() !== '' || content.children.length > 0)
      tell('feed-value-doubtful', content.at, {
        where,
        value: src,
        reason: 'it has a src, and must be empty then',
      });
  }
  const [child] = content.children;
  if (child && /^(?:text|html|text\/(?!xml\b).*)$/i.test(type))
    tell('feed-element-unknown', child.at, { name: child.written, parent: `${where} of type ${type}` });
  if (type === 'html') checkHtml(content.text, where, content.inside, tell, isBased(content));
  else if (type === 'xhtml') checkXhtml(content, tell);
  else if (type === 'text') checkPlain(content.text, where, content.inside, tell);
  else checkValue(type, 'mediaType', `the type of ${where}`, content.at, tell);
}

/** There must be something to read, or a place where it is. */
function checkReading(entry: Element, tell: Tell): undefined {
  const content = first(entry, 'atom:content');
  const summary = first(entry, 'atom:summary');
  const links = all(entry, 'atom:link');
  const hasPage = links.some(({ attributes }) => (attributes.get('rel') ?? 'alternate') === 'alternate');
  const parent = shown(entry);
  if (!content && !hasPage)
    tell('feed-content-missing', entry.at, {
      parent,
      reason: 'it has neither content nor a link to its page',
    });
  const type = content?.attributes.get('type') ?? 'text';
  const isFar = content?.attributes.has('src') || (/\//.test(type) && !/^text\/|[+/]xml\b/i.test(type));
  if (isFar && !summary) tell('feed-element-missing', entry.at, { name: 'summary', parent });
}
