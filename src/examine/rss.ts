import { canonical, checkAddress } from './addresses.js';
import { dateIn } from './dates.js';
import { all, type Element, first, isPaged, shown } from './element.js';
import { checkEntries } from './entries.js';
import { checkExtensions } from './extensions.js';
import { checkHtml, checkPlain } from './markup.js';
import { checkContact } from './people.js';
import { checkRssItem } from './rss-item.js';
import { checkAttributes, checkShape } from './shape.js';
import { type Circumstances, quoted, type Tell } from './tell.js';
import { checkValue } from './values.js';

const channelShape = {
  must: 'title link description',
  may: 'language copyright managingEditor webMaster pubDate lastBuildDate generator docs cloud ttl image rating textInput skipHours skipDays',
  many: 'item category',
};

/** Checks a feed in RSS 2.0, or in what came before it under the same root. */
export function checkRss(root: Element, circumstances: Circumstances): undefined {
  const { tell } = circumstances;
  const version = root.attributes.get('version')?.trim();
  const isOld = /^0\.9[0-4]$/.test(version ?? '');
  if (version === undefined) checkAttributes(root, 'version', tell);
  else if (isOld)
    tell('feed-old', root.at, { format: `RSS ${version}`, reason: 'it is from before RSS 2.0, of 2002' });
  else if (!/^2\.0(?:\.\d+)?$/.test(version))
    tell('feed-value-invalid', root.at, { where: 'the version', value: quoted(version), expected: '2.0' });
  const shape = { many: 'channel', attributes: 'version' };
  checkShape(root, shape, '', tell);
  const [channel, second] = all(root, 'channel');
  if (second) tell('feed-element-repeated', second.at, { name: 'channel', parent: shown(root) });
  if (!channel) return tell('feed-element-missing', root.at, { name: 'channel', parent: shown(root) });
  checkShape(channel, channelShape, '', tell);
  checkChannel(channel, circumstances);
  const entries = all(channel, 'item').map((item) => checkRssItem(item, isOld, circumstances));
  checkEntries(entries, circumstances, channel.at, isPaged(channel));
}

function checkChannel(channel: Element, { tell, address }: Circumstances): undefined {
  for (const child of channel.children) {
    const where = shown(child);
    const check = channelChecks[child.name];
    if (check) check(child, where, tell);
    else checkExtensions(child, tell);
  }
  checkSelf(channel, address, tell);
}

type Check = (element: Element, where: string, tell: Tell) => undefined;

const date: Check = (element, where, tell) =>
  void dateIn(element.text, 'RFC 822', where, element.inside, tell);
const contact: Check = (element, where, tell) => checkContact(element.text, where, element.inside, tell);
const address: Check = (element, where, tell) =>
  void checkAddress(element.text, 'web', where, element.inside, tell);
const plain: Check = (element, where, tell) => {
  if (element.text.trim() === '' && element.children.length === 0)
    tell('feed-value-empty', element.at, { where });
  else checkPlain(element.text, where, element.inside, tell);
};

const channelChecks: Readonly<Record<string, Check>> = {
  title: plain,
  link: address,
  description: (element, where, tell) => checkHtml(element.text, where, element.inside, tell),
  language: (element, where, tell) => void checkValue(element.text, 'language', where, element.inside, tell),
  pubDate: date,
  lastBuildDate: date,
  managingEditor: contact,
  webMaster: contact,
  docs: address,
  ttl: (element, where, tell) => void checkValue(element.text, 'positive', where, element.inside, tell),
  image: checkImage,
  textInput: checkTextInput,
  cloud: (element, _, tell) => {
    const names = 'domain port path registerProcedure protocol';
    if (!checkAttributes(element, names, tell)) return;
    checkShape(element, { attributes: names }, '', tell);
    checkValue(element.attributes.get('port') ?? '', 'positive', 'the port of the cloud', element.at, tell);
  },
  skipHours: (element, _, tell) => checkSkips(element, 'hour', tell),
  skipDays: (element, _, tell) => checkSkips(element, 'day', tell),
};

function checkImage(image: Element, _: string, tell: Tell): undefined {
  checkShape(image, { must: 'url title link', may: 'width height description' }, '', tell);
  for (const child of image.children) {
    const where = `${shown(child)} of the image`;
    if (child.name === 'url' || child.name === 'link') address(child, where, tell);
    if (child.name === 'title') plain(child, where, tell);
    if (child.name === 'width' || child.name === 'height')
      checkValue(child.text, child.name, where, child.inside, tell);
  }
}

function checkTextInput(input: Element, _: string, tell: Tell): undefined {
  checkShape(input, { must: 'title description name link' }, '', tell);
  const link = first(input, 'link');
  if (link) address(link, `${shown(link)} of the text input`, tell);
  for (const name of ['title', 'name', 'description']) {
    const child = first(input, name);
    if (child?.text.trim() === '') tell('feed-value-empty', child.at, { where: shown(child) });
  }
}

function checkSkips(element: Element, name: 'hour' | 'day', tell: Tell): undefined {
  checkShape(element, { many: name }, '', tell);
  const seen = new Set<string>();
  for (const child of all(element, name)) {
    const value = child.text.trim();
    const isGood = checkValue(value, name, shown(child), child.inside, tell);
    if (isGood && seen.has(value))
      tell('feed-element-repeated', child.at, { name: `${name} ${value}`, parent: shown(element) });
    seen.add(value);
  }
}

/** A feed says itself where it is, and must be right about it. */
function checkSelf(channel: Element, fetched: string | undefined, tell: Tell): undefined {
  const links = all(channel, 'atom:link').filter(({ attributes }) => attributes.get('rel') === 'self');
  const [self, second] = links;
  if (!self) return tell('feed-link-self', channel.at, { reason: 'it has no <atom:link rel="self">' });
  if (second) tell('feed-link-repeated', second.at, { parent: shown(channel), rel: 'self' });
  const href = self.attributes.get('href') ?? '';
  if (fetched !== undefined && canonical(href) !== canonical(fetched))
    tell('feed-link-self', self.at, { reason: `it calls itself "${quoted(href)}"` });
}
