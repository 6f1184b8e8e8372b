import { checkAddress, isAbsolute } from './addresses.js';
import { isBased } from './atom-parts.js';
import { all, type Element, shown } from './element.js';
import { checkAttributes, checkShape } from './shape.js';
import { quoted, type Tell } from './tell.js';
import { checkValue } from './values.js';

/** Relations that IANA lists, as far as feeds have them. */
const relations = new Set(
  (
    'about alternate appendix archives author bookmark canonical chapter collection contents convertedfrom copyright current ' +
    'describedby edit edit-media edit-uri enclosure external first glossary help hub icon index item last latest-version license ' +
    'me memento mention monitor monitor-group next next-archive nofollow original payment permalink predecessor-version prev ' +
    'prev-archive preview previous privacy-policy related replies search section self service shortlink start status ' +
    'subsection successor-version tag terms-of-service timegate timemap type up version-history via webmention working-copy working-copy-of'
  ).split(' '),
);

/** Checks the links of a feed or an entry (RFC 4287, 4.2.7). */
export function checkLinks(element: Element, tell: Tell): undefined {
  const seen = new Set<string>();
  for (const link of all(element, 'atom:link')) {
    const { attributes, at } = link;
    checkShape(link, { attributes: 'href rel type hreflang title length' }, 'atom', tell);
    const rel = attributes.get('rel')?.trim() ?? 'alternate';
    checkRelation(rel, link, tell);
    if (checkAttributes(link, 'href', tell)) checkHref(link, rel, tell);
    const kinds = [
      ['type', 'mediaType'],
      ['hreflang', 'language'],
      ['length', 'whole'],
    ] as const;
    for (const [name, kind] of kinds) {
      const value = attributes.get(name);
      if (value !== undefined) checkValue(value, kind, `${name} of ${shown(link)}`, at, tell);
    }
    const key = [rel, attributes.get('type'), attributes.get('hreflang')].join('\n');
    if ((rel === 'alternate' || rel === 'self') && seen.has(key))
      tell('feed-link-repeated', at, { parent: shown(element), rel });
    seen.add(key);
  }
}

function checkHref(link: Element, rel: string, tell: Tell): undefined {
  const reach = rel === 'self' || !isBased(link) ? 'absolute' : 'any';
  checkAddress(link.attributes.get('href') ?? '', reach, shown(link), link.at, tell);
}

function checkRelation(rel: string, link: Element, tell: Tell): undefined {
  const where = `rel of ${shown(link)}`;
  if (rel === '') tell('feed-value-empty', link.at, { where });
  else if (!isAbsolute(rel) && !relations.has(rel.toLowerCase()))
    tell('feed-value-doubtful', link.at, { where, value: quoted(rel), reason: 'there is no such relation' });
}
