import { canonical } from './addresses.js';
import { checkEntries } from './entries.js';
import { checkJsonItem } from './json-item.js';
import { checkLink, checkPeople, checkPerson, itemsOf, membersOf, textOf, wrong } from './json-parts.js';
import type { Json } from './json-tree.js';
import { checkPlain } from './markup.js';
import { type Circumstances, quoted, type Tell } from './tell.js';
import { checkValue } from './values.js';

/** Checks a feed in JSON Feed 1.0 or 1.1. */
export function checkJsonFeed(
  feed: Json,
  members: ReadonlyMap<string, Json>,
  circumstances: Circumstances,
): undefined {
  const { tell } = circumstances;
  const version = members.get('version');
  const isNew = checkVersion(version, tell);
  for (const name of ['title', 'items'])
    if (!members.has(name)) tell('feed-element-missing', feed.at, { name, parent: 'the feed' });
  const title = members.get('title');
  const text = textOf(title, 'title', tell);
  if (title && text?.trim() === '') tell('feed-value-empty', title.at, { where: 'title' });
  if (title && text) checkPlain(text, 'title', title.at, tell);
  for (const name of ['description', 'user_comment']) textOf(members.get(name), name, tell);
  for (const name of ['home_page_url', 'next_url', 'icon', 'favicon'])
    checkLink(members.get(name), name, tell);
  checkSelf(feed, members, circumstances);
  checkAuthors(members, isNew, 'the feed', tell);
  const language = members.get('language');
  const code = textOf(language, 'language', tell);
  if (language && code !== undefined) checkValue(code, 'language', 'language', language.at, tell);
  const expired = members.get('expired');
  if (expired && typeof expired.value !== 'boolean') wrong(expired, 'expired', 'true or false', tell);
  checkHubs(members.get('hubs'), tell);
  const items = members.get('items');
  const list = itemsOf(items);
  if (items && !list) wrong(items, 'items', 'a list of items', tell);
  const entries = (list ?? []).map((item) => checkJsonItem(item, isNew, circumstances));
  if (list) checkEntries(entries, circumstances, feed.at, members.has('next_url'));
}

/** Tells whether the feed is of version 1.1. */
function checkVersion(version: Json | undefined, tell: Tell): boolean {
  const [, number] = /^https?:\/\/jsonfeed\.org\/version\/(1(?:\.1)?)$/.exec(String(version?.value)) ?? [];
  if (version && number === undefined) wrong(version, 'version', '"https://jsonfeed.org/version/1.1"', tell);
  else if (version && String(version.value).startsWith('http:'))
    tell('feed-value-doubtful', version.at, {
      where: 'version',
      value: String(version.value),
      reason: 'it begins with https',
    });
  if (version && number === '1')
    tell('feed-old', version.at, {
      format: 'JSON Feed 1',
      reason: 'version 1.1 is of 2020, and knows several authors and languages',
    });
  return number !== '1';
}

function checkSelf(
  feed: Json,
  members: ReadonlyMap<string, Json>,
  { tell, address }: Circumstances,
): undefined {
  const self = members.get('feed_url');
  if (!self) return tell('feed-link-self', feed.at, { reason: 'it has no "feed_url"' });
  checkLink(self, 'feed_url', tell);
  if (address !== undefined && typeof self.value === 'string' && canonical(self.value) !== canonical(address))
    tell('feed-link-self', self.at, { reason: `it calls itself "${quoted(self.value)}"` });
}

/** Version 1.1 has a list in the place of one author. */
export function checkAuthors(
  members: ReadonlyMap<string, Json>,
  isNew: boolean,
  parent: string,
  tell: Tell,
): undefined {
  const author = members.get('author');
  if (author) checkPerson(author, 'author', tell);
  if (author && isNew && !members.has('authors'))
    tell('feed-value-doubtful', author.at, {
      where: `the author of ${parent}`,
      value: 'author',
      reason: 'version 1.1 has a list, "authors", in its place',
    });
  checkPeople(members.get('authors'), 'authors', tell);
}

function checkHubs(hubs: Json | undefined, tell: Tell): undefined {
  if (hubs === undefined) return;
  const list = itemsOf(hubs);
  if (!list) return wrong(hubs, 'hubs', 'a list of hubs', tell);
  for (const hub of list) {
    const members = membersOf(hub);
    if (!members) wrong(hub, 'one of hubs', 'a hub, as {"type": "WebSub", "url": "…"}', tell);
    else
      for (const name of ['type', 'url'])
        if (textOf(members.get(name), `${name} of a hub`, tell) === undefined && !members.has(name))
          tell('feed-element-missing', hub.at, { name, parent: 'a hub' });
  }
}
