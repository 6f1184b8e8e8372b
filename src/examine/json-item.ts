import { dateIn } from './dates.js';
import type { EntryFacts, Moment } from './entries.js';
import { checkAuthors } from './json-feed.js';
import { checkLink, itemsOf, membersOf, textOf, wrong } from './json-parts.js';
import type { Json } from './json-tree.js';
import { checkHtml, checkPlain } from './markup.js';
import type { Circumstances, Tell } from './tell.js';
import { checkValue } from './values.js';

/** Checks an item of JSON Feed. */
export function checkJsonItem(item: Json, isNew: boolean, { tell }: Circumstances): EntryFacts {
  const members = membersOf(item);
  if (!members) {
    wrong(item, 'an item', 'an object', tell);
    return {};
  }
  const id = members.get('id');
  if (!id) tell('feed-element-missing', item.at, { name: 'id', parent: 'an item' });
  else if (typeof id.value !== 'string') wrong(id, 'id', 'a text in quotes', tell);
  else if (id.value.trim() === '') tell('feed-value-empty', id.at, { where: 'id' });
  checkReading(item, members, tell);
  const title = members.get('title');
  const text = textOf(title, 'title', tell);
  if (title && text) checkPlain(text, 'title', title.at, tell);
  textOf(members.get('summary'), 'summary', tell);
  for (const name of ['url', 'external_url', 'image', 'banner_image'])
    checkLink(members.get(name), name, tell);
  checkAuthors(members, isNew, 'an item', tell);
  checkTags(members.get('tags'), tell);
  const language = members.get('language');
  const code = textOf(language, 'language', tell);
  if (language && code !== undefined) checkValue(code, 'language', 'language', language.at, tell);
  checkAttachments(members.get('attachments'), tell);
  const published = momentOf(members.get('date_published'), 'date_published', tell);
  const updated = momentOf(members.get('date_modified'), 'date_modified', tell);
  return {
    ...(id && String(id.value).trim() && { id: { value: String(id.value), spot: id.at } }),
    ...(published && { published }),
    ...(updated && { updated }),
  };
}

function checkReading(item: Json, members: ReadonlyMap<string, Json>, tell: Tell): undefined {
  const [html, text] = ['content_html', 'content_text'].map((name) => members.get(name));
  if (!html && !text)
    tell('feed-content-missing', item.at, {
      parent: 'an item',
      reason: 'it has neither "content_html" nor "content_text"',
    });
  const markup = textOf(html, 'content_html', tell);
  if (html && markup) checkHtml(markup, 'content_html', html.at, tell);
  textOf(text, 'content_text', tell);
}

function momentOf(json: Json | undefined, where: string, tell: Tell): Moment | undefined {
  const value = textOf(json, where, tell);
  if (json === undefined || value === undefined) return undefined;
  return { at: dateIn(value, 'RFC 3339', where, json.at, tell), where, value, spot: json.at };
}

function checkTags(tags: Json | undefined, tell: Tell): undefined {
  if (tags === undefined) return;
  const list = itemsOf(tags);
  if (!list) return wrong(tags, 'tags', 'a list of texts', tell);
  for (const tag of list) textOf(tag, 'one of tags', tell);
}

function checkAttachments(attachments: Json | undefined, tell: Tell): undefined {
  if (attachments === undefined) return;
  const list = itemsOf(attachments);
  if (!list) return wrong(attachments, 'attachments', 'a list', tell);
  for (const attachment of list) {
    const members = membersOf(attachment);
    if (!members) {
      wrong(attachment, 'an attachment', 'an object', tell);
      continue;
    }
    for (const name of ['url', 'mime_type'])
      if (!members.has(name)) tell('feed-element-missing', attachment.at, { name, parent: 'an attachment' });
    checkLink(members.get('url'), 'the url of an attachment', tell);
    const type = members.get('mime_type');
    const said = textOf(type, 'mime_type', tell);
    if (type && said !== undefined) checkValue(said, 'mediaType', 'mime_type', type.at, tell);
    for (const name of ['size_in_bytes', 'duration_in_seconds']) {
      const size = members.get(name);
      if (size && !(typeof size.value === 'number' && size.value >= 0)) wrong(size, name, 'a number', tell);
    }
  }
}
