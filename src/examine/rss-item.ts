import { checkAddress, isAbsolute } from './addresses.js';
import { dateIn } from './dates.js';
import { all, type Element, first, shown } from './element.js';
import type { EntryFacts } from './entries.js';
import { checkExtensions } from './extensions.js';
import { checkHtml, checkPlain } from './markup.js';
import { checkContact } from './people.js';
import { checkAttributes, checkShape } from './shape.js';
import { type Circumstances, quoted, type Tell } from './tell.js';
import { checkValue } from './values.js';

const itemShape = {
  may: 'title link description author comments guid pubDate source',
  many: 'category enclosure',
};

/**
 * Checks an item of RSS.
 *
 * @param isOld whether it is from before RSS 2.0, when items had no ids
 */
export function checkRssItem(item: Element, isOld: boolean, { tell }: Circumstances): EntryFacts {
  checkShape(item, itemShape, '', tell);
  const [title, description, content] = ['title', 'description', 'content:encoded'].map((name) =>
    first(item, name),
  );
  if (!title && !description && !content)
    tell('feed-content-missing', item.at, {
      parent: shown(item),
      reason: 'it has neither title nor description',
    });
  if (content && description && item.children.indexOf(content) < item.children.indexOf(description))
    tell('feed-content-order', content.at);
  const [, second] = all(item, 'enclosure');
  if (second) tell('feed-enclosures', second.at);
  for (const child of item.children) checkChild(child, tell);
  const guid = first(item, 'guid');
  if (!guid && !isOld) tell('feed-id-missing', item.at, { parent: shown(item) });
  const pubDate = first(item, 'pubDate');
  const published = pubDate && {
    at: dateIn(pubDate.text, 'RFC 822', shown(pubDate), pubDate.inside, tell),
    where: shown(pubDate),
    value: pubDate.text,
    spot: pubDate.inside,
  };
  const id = guid?.text.trim();
  return { ...(guid && id && { id: { value: id, spot: guid.inside } }), ...(published && { published }) };
}

function checkChild(child: Element, tell: Tell): undefined {
  const { name, text, inside, attributes } = child;
  const where = shown(child);
  const address = (value: string) => checkAddress(value, 'web', where, inside, tell);
  if (name === 'title') {
    if (text.trim() === '' && child.children.length === 0) tell('feed-value-empty', child.at, { where });
    else checkPlain(text, where, inside, tell);
  } else if (name === 'link' || name === 'comments') address(text);
  else if (name === 'description' || name === 'content:encoded') checkHtml(text, where, inside, tell);
  else if (name === 'author') checkContact(text, where, inside, tell);
  else if (name === 'guid') checkGuid(child, tell);
  else if (name === 'category') checkShape(child, { attributes: 'domain' }, '', tell);
  else if (name === 'source') {
    checkShape(child, { attributes: 'url' }, '', tell);
    if (checkAttributes(child, 'url', tell)) address(attributes.get('url') ?? '');
    if (text.trim() === '') tell('feed-value-empty', child.at, { where });
  } else if (name === 'enclosure') checkEnclosure(child, tell);
  else if (name !== 'pubDate') checkExtensions(child, tell);
}

function checkGuid(guid: Element, tell: Tell): undefined {
  checkShape(guid, { attributes: 'isPermaLink' }, '', tell);
  const [id, isLink = 'true'] = [guid.text.trim(), guid.attributes.get('isPermaLink')?.trim()];
  if (id === '') return tell('feed-value-empty', guid.at, { where: shown(guid) });
  if (!/^(?:true|false)$/.test(isLink)) checkValue(isLink, 'boolean', 'isPermaLink', guid.at, tell);
  else if (isLink === 'true' && !/^https?:\/\/[^/?#]+/i.test(id)) {
    const reason = isAbsolute(id) ? 'it is no web address' : 'it is not an address';
    tell('feed-id-invalid', guid.inside, {
      id: quoted(id),
      reason: `${reason}, and isPermaLink="false" is not said`,
    });
  } else if (isLink === 'true') checkAddress(id, 'web', shown(guid), guid.inside, tell);
}

function checkEnclosure(enclosure: Element, tell: Tell): undefined {
  const { attributes, at } = enclosure;
  checkShape(enclosure, { attributes: 'url length type' }, '', tell);
  checkAttributes(enclosure, 'url length type', tell);
  const [url, length, type] = ['url', 'length', 'type'].map((name) => attributes.get(name));
  if (url !== undefined && checkAddress(url, 'web', 'the enclosure', at, tell) && !/^https?:/i.test(url))
    tell('feed-value-doubtful', at, {
      where: 'the enclosure',
      value: quoted(url),
      reason: 'it is not on the web',
    });
  // 0 says that nobody knows it (RSS Best Practices Profile).
  if (length !== undefined) checkValue(length, 'whole', 'the length of the enclosure', at, tell);
  if (type !== undefined) checkValue(type, 'mediaType', 'the type of the enclosure', at, tell);
}
