import { canonical, checkAddress } from './addresses.js';
import { checkAtomEntry } from './atom-entry.js';
import { checkLinks } from './atom-link.js';
import { checkDate, checkTight, commonParts } from './atom-parts.js';
import { all, type Element, first, isPaged, shown } from './element.js';
import { checkEntries } from './entries.js';
import { checkExtensions } from './extensions.js';
import { checkShape } from './shape.js';
import { type Circumstances, quoted } from './tell.js';

const feedShape = {
  must: 'id title updated',
  may: 'generator icon logo rights subtitle',
  many: 'author category contributor link entry',
};

/** Checks a feed in Atom 1.0 (RFC 4287). */
export function checkAtom(feed: Element, circumstances: Circumstances): undefined {
  const { tell } = circumstances;
  checkShape(feed, feedShape, 'atom', tell);
  const hasAuthor = first(feed, 'atom:author') !== undefined;
  for (const child of feed.children) checkFeedPart(child, circumstances);
  checkLinks(feed, tell);
  checkSelf(feed, circumstances);
  const entries = all(feed, 'atom:entry').map((entry) => checkAtomEntry(entry, hasAuthor, circumstances));
  const mayBeEmpty = isPaged(feed) || first(feed, 'at:deleted-entry') !== undefined;
  checkEntries(entries, circumstances, feed.at, mayBeEmpty);
}

/** Checks a document that is one entry. */
export function checkEntryDocument(entry: Element, circumstances: Circumstances): undefined {
  checkEntries([checkAtomEntry(entry, false, circumstances)], circumstances, entry.at);
}

function checkFeedPart(child: Element, { tell }: Circumstances): undefined {
  const where = shown(child);
  const common = commonParts.get(child.name);
  if (common) return common(child, tell);
  switch (child.name) {
    case 'atom:updated':
      return void checkDate(child, tell);
    case 'atom:icon':
    case 'atom:logo':
      checkTight(child, tell);
      return void checkAddress(child.text, 'any', where, child.inside, tell);
    case 'atom:generator': {
      checkShape(child, { attributes: 'uri version' }, 'atom', tell);
      if (child.text.trim() === '') tell('feed-value-empty', child.at, { where });
      const uri = child.attributes.get('uri');
      if (uri !== undefined) checkAddress(uri, 'any', `uri of ${where}`, child.at, tell);
      return;
    }
    default:
      if (child.name !== 'atom:link' && child.name !== 'atom:entry') checkExtensions(child, tell);
  }
}

function checkSelf(feed: Element, { tell, address }: Circumstances): undefined {
  const self = all(feed, 'atom:link').find(({ attributes }) => attributes.get('rel') === 'self');
  if (!self) return tell('feed-link-self', feed.at, { reason: 'it has no <link rel="self">' });
  const href = self.attributes.get('href') ?? '';
  if (address !== undefined && canonical(href) !== canonical(address))
    tell('feed-link-self', self.at, { reason: `it calls itself "${quoted(href)}"` });
}
