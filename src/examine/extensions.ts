import { checkAddress } from './addresses.js';
import { dateIn, type Form } from './dates.js';
import { type Element, shown } from './element.js';
import { checkAttributes } from './shape.js';
import type { Tell } from './tell.js';
import { checkValue, type ValueKind } from './values.js';

/** Elements of other namespaces whose value is a date, and its form. */
const dates: ReadonlyMap<string, Form> = new Map([
  ['dc:date', 'W3C'],
  ['dcterms:created', 'W3C'],
  ['dcterms:issued', 'W3C'],
  ['dcterms:modified', 'W3C'],
  ['sy:updateBase', 'W3C'],
]);

/** Those whose value is of another kind. */
const values: ReadonlyMap<string, ValueKind> = new Map([
  ['dc:language', 'language'],
  ['sy:updatePeriod', 'period'],
  ['sy:updateFrequency', 'positive'],
  ['slash:comments', 'whole'],
  ['thr:total', 'whole'],
  ['itunes:explicit', 'explicit'],
  ['itunes:duration', 'duration'],
  ['itunes:season', 'positive'],
  ['itunes:episode', 'positive'],
  ['itunes:episodeType', 'episodeType'],
  ['itunes:type', 'showType'],
  ['itunes:email', 'email'],
  ['podcast:season', 'whole'],
  ['podcast:episode', 'number'],
  ['podcast:locked', 'yesOrNo'],
  ['geo:lat', 'number'],
  ['geo:long', 'number'],
]);

const addresses = new Set(['wfw:comment', 'wfw:commentRss', 'itunes:new-feed-url']);

/** Those that say nothing where they are empty. */
const texts = new Set(
  'dc:creator dc:title dc:subject dc:publisher dc:rights itunes:author itunes:summary itunes:title'.split(
    ' ',
  ),
);

/** Those that lead to a file. */
const files: ReadonlyMap<string, string> = new Map([
  ['itunes:image', 'href'],
  ['media:thumbnail', 'url'],
  ['podcast:transcript', 'url'],
  ['podcast:chapters', 'url'],
]);

/** Checks an element that comes from a namespace beside the format. */
export function checkExtensions(element: Element, tell: Tell): undefined {
  const { name, text, inside, at, attributes } = element;
  const where = shown(element);
  const form = dates.get(name);
  const kind = values.get(name);
  const file = files.get(name);
  if (form) dateIn(text, form, where, inside, tell);
  else if (kind) checkValue(text, kind, where, inside, tell);
  else if (addresses.has(name)) checkAddress(text, 'web', where, inside, tell);
  else if (texts.has(name) && text.trim() === '' && element.children.length === 0)
    tell('feed-value-empty', at, { where });
  else if (file !== undefined) {
    if (checkAttributes(element, file, tell))
      checkAddress(attributes.get(file) ?? '', 'web', where, at, tell);
  } else if (name === 'atom:link') checkAtomLinkAlone(element, tell);
  else if (name === 'media:content') checkMedia(element, tell);
  else if (name === 'media:group' || name === 'itunes:owner')
    for (const child of element.children) checkExtensions(child, tell);
}

function checkAtomLinkAlone(link: Element, tell: Tell): undefined {
  const { attributes, at } = link;
  if (!checkAttributes(link, 'href', tell)) return;
  checkAddress(attributes.get('href') ?? '', 'web', shown(link), at, tell);
  const type = attributes.get('type');
  if (type !== undefined) checkValue(type, 'mediaType', 'the type of the link', at, tell);
}

function checkMedia(media: Element, tell: Tell): undefined {
  const { attributes, at } = media;
  const kinds = [
    ['type', 'mediaType'],
    ['fileSize', 'whole'],
    ['width', 'whole'],
    ['height', 'whole'],
  ] as const;
  for (const [name, kind] of kinds) {
    const value = attributes.get(name);
    if (value !== undefined) checkValue(value, kind, `${name} of ${shown(media)}`, at, tell);
  }
  const url = attributes.get('url');
  if (url !== undefined) checkAddress(url, 'web', shown(media), at, tell);
}
