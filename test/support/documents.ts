import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { all, type Element, one, readXml, textOf } from './xml.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Markup = DefaultTreeAdapterTypes.Element;

/** One entry as the three documents have it. */
export interface Published {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly published: string;
  readonly updated: string;
  readonly summary: string;
  readonly content: string;
  readonly tags: readonly string[];
}

/**
 * Reads the three documents of a folder as a strict client does, and fails where one of them is not well-formed, breaks
 * a rule of its format, or says something else than the others.
 *
 * @param output absolute path of the folder
 */
export function readDocuments(output: string): Published[] {
  const [rss, atom, json] = ['rss.xml', 'atom.xml', 'feed.json'].map((name) => textIn(join(output, name)));
  const entries = readJson(json ?? '');
  agree(
    'RSS',
    readRss(rss ?? ''),
    entries.map(({ id, title, url, content }) => [id, title, url, content]),
  );
  agree(
    'Atom',
    readAtom(atom ?? ''),
    entries.map(({ id, title, url, content, published, updated }) => [
      id,
      title,
      url,
      content,
      published,
      updated,
    ]),
  );
  for (const { content } of entries) checkInert(content);
  return entries;
}

/** The bytes must be UTF-8, and no character one that XML forbids or discourages, or that turns text around. */
function textIn(file: string): string {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  const bad =
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202D\u202E]|\p{Noncharacter_Code_Point}|\p{Surrogate}/u.exec(
      text,
    );
  if (bad) throw new Error(`${file} holds U+${bad[0].codePointAt(0)?.toString(16)} at ${bad.index}`);
  return text;
}

function agree(
  format: string,
  found: readonly (readonly string[])[],
  expected: readonly (readonly string[])[],
): void {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(
      `${format} says ${JSON.stringify(found).slice(0, 2000)}, JSON ${JSON.stringify(expected).slice(0, 2000)}`,
    );
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

function must(holds: boolean, rule: string): void {
  if (!holds) throw new Error(rule);
}

function isMoment(text: string): boolean {
  return moment.test(text) && !Number.isNaN(Date.parse(text));
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"{}|\\^`\u0080-\uffff]+$/.test(text) && URL.canParse(text);
}

/** RSS 2.0: what a channel and an item must have, each once. */
function readRss(text: string): string[][] {
  const root = readXml(text);
  must(root.name === 'rss' && root.attributes.version === '2.0', 'RSS is not of version 2.0');
  const channel = one(root, 'channel');
  for (const name of ['title', 'link', 'description'])
    must(all(channel, name).length === 1, `a channel has one ${name}`);
  return all(channel, 'item').map((item) => {
    for (const name of ['title', 'link', 'guid', 'pubDate'])
      must(all(item, name).length === 1, `an item has one ${name}`);
    for (const name of ['description', 'content:encoded', 'author', 'enclosure'])
      must(all(item, name).length <= 1, `an item has at most one ${name}`);
    must(
      /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})$/.test(textOf(item, 'pubDate')),
      'a pubDate is of RFC 822',
    );
    must(isAddress(textOf(item, 'link')), 'a link is an address');
    return [
      textOf(item, 'guid'),
      textOf(item, 'title'),
      textOf(item, 'link'),
      contentIn(item, 'content:encoded'),
    ];
  });
}

/** RFC 4287, 4.1: what a feed and an entry must have, each once. */
function readAtom(text: string): string[][] {
  const feed = readXml(text);
  must(
    feed.name === 'feed' && feed.attributes.xmlns === 'http://www.w3.org/2005/Atom',
    'Atom has another root',
  );
  for (const name of ['id', 'title', 'updated']) must(all(feed, name).length === 1, `a feed has one ${name}`);
  return all(feed, 'entry').map((entry) => {
    for (const name of ['id', 'title', 'updated', 'published'])
      must(all(entry, name).length === 1, `an entry has one ${name}`);
    const link =
      all(entry, 'link').find(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate')?.attributes
        .href ?? '';
    const [published, updated] = [textOf(entry, 'published'), textOf(entry, 'updated')];
    must(isMoment(published) && isMoment(updated), 'a date is of RFC 3339');
    must(isAddress(link), 'a link is an address');
    for (const { attributes } of all(entry, 'category'))
      must((attributes.term ?? '') !== '', 'a category has a term');
    return [
      textOf(entry, 'id'),
      textOf(entry, 'title'),
      link,
      contentIn(entry, 'content'),
      published,
      updated,
    ];
  });
}

function contentIn(entry: Element, name: string): string {
  return all(entry, name)[0]?.text ?? '';
}

/** JSON Feed 1.1: what a feed and an item must have. */
function readJson(text: string): Published[] {
  const { version, title, items } = JSON.parse(text);
  must(
    version === 'https://jsonfeed.org/version/1.1' && typeof title === 'string',
    'JSON Feed has version and title',
  );
  return items.map((item: Readonly<Record<string, unknown>>) => {
    const said = (name: string) => (typeof item[name] === 'string' ? item[name] : '');
    must(
      said('id') !== '' && ('content_html' in item || 'content_text' in item),
      'an item has an id and content',
    );
    must(isMoment(said('date_published')), 'a date is of RFC 3339');
    must(isAddress(said('url')), 'a url is an address');
    return {
      id: said('id'),
      title: said('title'),
      url: said('url'),
      published: said('date_published'),
      updated: said('date_modified') || said('date_published'),
      summary: said('summary'),
      content: said('content_html'),
      tags: Array.isArray(item.tags) ? item.tags : [],
    };
  });
}

const harmless = new Set(
  'http: https: mailto: tel: sms: xmpp: irc: ircs: ftp: magnet: gopher: gemini: geo:'.split(' '),
);
const dangerous = new Set(
  'script style link meta base iframe frame frameset object embed applet form input button select textarea svg math template noscript portal'.split(
    ' ',
  ),
);

/** Fails where a browser would find anything in the content that runs, loads a page, or submits. */
export function checkInert(content: string): void {
  const look = (node: Node): void => {
    if ('attrs' in node) checkElement(node);
    if ('childNodes' in node) node.childNodes.forEach(look);
  };
  parseFragment(content).childNodes.forEach(look);
}

function checkElement({ tagName, attrs }: Markup): void {
  must(!dangerous.has(tagName), `<${tagName}> is left`);
  for (const { name, value } of attrs) {
    must(
      !/^on|^style$|^srcdoc$|^formaction$|^xlink|^http-equiv$/i.test(name),
      `${name}="${value}" is left on <${tagName}>`,
    );
    if (!/^(?:href|src|poster|cite|action|data|background|ping)$/.test(name) || value.startsWith('#'))
      continue;
    const { protocol } = new URL(value);
    const isImage = name === 'src' && /^data:image\/(?:png|gif|jpeg|webp|avif);base64,/i.test(value);
    must(harmless.has(protocol) || isImage, `${name}="${value.slice(0, 80)}" is left on <${tagName}>`);
  }
}
