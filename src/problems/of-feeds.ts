import type { Wording } from './wording.js';

/** Findings about feeds that `check` looks at, whoever made them. */
export const ofFeeds = {
  'feed-absent': {
    level: 'error',
    message: (v) => `Cannot find a feed: ${v.reason}`,
    help: 'Name the address or the file of the feed itself.',
  },
  'feed-unparsable': {
    level: 'error',
    message: (v) => `Cannot parse the ${v.format}: ${v.reason}`,
    help: 'Readers show nothing of such a feed. Mend the place; it is often a bare & or <, or a file that was cut off.',
  },
  'feed-encoding': {
    level: 'error',
    message: (v) => `Cannot read the text as ${v.encoding}: ${v.reason}`,
    help: 'Write the feed in UTF-8, and say so: <?xml version="1.0" encoding="utf-8"?>',
  },
  'feed-encoding-doubtful': {
    level: 'warning',
    message: (v) => `Took ${v.taken} for the encoding: ${v.reason}`,
    help: 'Say the same everywhere, best UTF-8, or readers choose differently.',
  },
  'feed-namespace': {
    level: 'error',
    message: (v) => `Cannot place "${v.name}": ${v.reason}`,
    help: 'Declare the namespace on the root element, by its exact address.',
  },
  'feed-element-missing': {
    level: 'error',
    message: (v) => `Cannot find "${v.name}" in ${v.parent}: there must be one`,
    help: 'Add it: readers rely on it.',
  },
  'feed-element-repeated': {
    level: 'error',
    message: (v) => `Cannot choose "${v.name}" in ${v.parent}: it must not stand there twice`,
    help: 'Keep one. Readers take the first or the last, as they please.',
  },
  'feed-element-unknown': {
    level: 'warning',
    message: (v) => `Cannot use "${v.name}" in ${v.parent}: the format has no such thing there`,
    help: 'Remove it, mend its name, or put it where it belongs; readers pass it over.',
  },
  'feed-attribute-missing': {
    level: 'error',
    message: (v) => `Cannot use ${v.parent}: it has no "${v.name}"`,
    help: 'Add the attribute.',
  },
  'feed-attribute-unknown': {
    level: 'warning',
    message: (v) => `Cannot use attribute "${v.name}" of ${v.parent}: the format has none of that name`,
    help: 'Remove it, or mend its name; readers pass it over.',
  },
  'feed-value-invalid': {
    level: 'error',
    message: (v) => `Cannot use ${v.where} "${v.value}": expected ${v.expected}`,
    help: 'Mend the value.',
  },
  'feed-value-doubtful': {
    level: 'warning',
    message: (v) => `Cannot rely on ${v.where} "${v.value}": ${v.reason}`,
    help: 'Mend it: some readers understand it otherwise, or not at all.',
  },
  'feed-value-empty': {
    level: 'warning',
    message: (v) => `Cannot use ${v.where}: it is empty`,
    help: 'Say something there, or leave it out.',
  },
  'feed-date-invalid': {
    level: 'error',
    message: (v) => `Cannot read ${v.where} "${v.value}": not a date of ${v.form}`,
    help: 'RSS has dates as Wed, 06 May 2026 10:00:00 +0200; Atom and JSON Feed as 2026-05-06T10:00:00+02:00.',
  },
  'feed-date-doubtful': {
    level: 'warning',
    message: (v) => `Cannot trust ${v.where} "${v.value}": ${v.reason}`,
    help: 'Write four digits for the year, the weekday that it was, and the zone as +0200 or GMT.',
  },
  'feed-date-order': {
    level: 'warning',
    message: (v) => `Cannot trust ${v.where} "${v.value}": it is before the publication`,
    help: 'An entry is changed after it is published, or at the same moment.',
  },
  'feed-date-future': {
    level: 'warning',
    message: (v) => `Cannot trust ${v.where} "${v.value}": it is still to come`,
    help: 'Some readers hide such an entry, some keep it on top. Publish it when its time has come.',
  },
  'feed-id-repeated': {
    level: 'error',
    message: (v) => `Cannot tell entries apart: "${v.id}" is the id of one on line ${v.other}, too`,
    help: 'Give each entry an id of its own that never changes; readers show one of the two.',
  },
  'feed-id-invalid': {
    level: 'error',
    message: (v) => `Cannot use id "${v.id}": ${v.reason}`,
    help: 'Take the permalink, a urn:uuid: or a tag: address, and never change it.',
  },
  'feed-id-missing': {
    level: 'warning',
    message: (v) => `Cannot recognise ${v.parent}: it has no id`,
    help: 'Add a guid, or readers show the entry again whenever its title or address changes.',
  },
  'feed-address-invalid': {
    level: 'error',
    message: (v) => `Cannot follow ${v.where} "${v.value}": ${v.reason}`,
    help: 'Write an absolute address, with spaces and other signs as %20 and their like.',
  },
  'feed-address-relative': {
    level: 'warning',
    message: (v) => `Cannot rely on ${v.where} "${v.value}": it is relative`,
    help: 'Write the whole address: readers do not agree on what it counts from.',
  },
  'feed-link-self': {
    level: 'warning',
    message: (v) => `Cannot find the address of the feed in it: ${v.reason}`,
    help: 'Let the feed name its own public address: <atom:link rel="self" href="…">, in JSON Feed "feed_url".',
  },
  'feed-link-repeated': {
    level: 'error',
    message: (v) => `Cannot choose a link of ${v.parent}: there are two of rel="${v.rel}" and one type`,
    help: 'Keep one, or give each another type or hreflang.',
  },
  'feed-author': {
    level: 'error',
    message: (v) => `Cannot use ${v.where} "${v.value}": it has no e-mail address`,
    help: 'Write ines@example.org (Ines Duarte), or name the author in dc:creator.',
  },
  'feed-enclosures': {
    level: 'warning',
    message: () => 'Cannot rely on the second enclosure: most readers take one alone',
    help: 'Keep one; the others can be media:content.',
  },
  'feed-title-markup': {
    level: 'warning',
    message: (v) => `Cannot show ${v.where} as it is meant: ${v.reason}`,
    help: 'Write it as plain text, escaped once.',
  },
  'feed-content-unsafe': {
    level: 'warning',
    message: (v) => `Cannot show all of ${v.where}: it holds ${v.what}`,
    help: 'Readers take it out, or refuse the entry. Leave it out, and link to the page instead.',
  },
  'feed-content-missing': {
    level: 'error',
    message: (v) => `Cannot show ${v.parent}: ${v.reason}`,
    help: 'Give it a text, or at least a title.',
  },
  'feed-content-order': {
    level: 'note',
    message: () => 'Found content:encoded before description: some readers show the last of the two',
    help: 'Put description first.',
  },
  'feed-empty': {
    level: 'warning',
    message: () => 'Found no entries: there is nothing to read',
    help: 'Readers may give the feed up. See that what makes it finds the articles.',
  },
  'feed-old': {
    level: 'note',
    message: (v) => `Found ${v.format}: ${v.reason}`,
    help: 'Readers take it still. Make RSS 2.0, Atom 1.0 or JSON Feed 1.1 of it when you can.',
  },
  'feed-unreachable': {
    level: 'error',
    message: (v) => `Cannot fetch the feed: ${v.reason}`,
    help: 'See that the address is right, and that a server answers there.',
  },
  'feed-status': {
    level: 'error',
    message: (v) => `Cannot fetch the feed: the server answers ${v.status}`,
    help: 'Have it answer 200 with the feed; for one that moved, 301 with the new address; for one that ended, 410.',
  },
  'feed-moved': {
    level: 'note',
    message: (v) => `Found the feed elsewhere: the server leads to ${v.address}`,
    help: 'Give people the last address, if the feed went there for good.',
  },
  'feed-media-type': {
    level: 'warning',
    message: (v) => `Cannot tell a feed by its media type: ${v.found}`,
    help: 'Send application/rss+xml, application/atom+xml or application/feed+json, with charset=utf-8.',
  },
  'feed-not-conditional': {
    level: 'warning',
    message: (v) => `Cannot save readers the way: ${v.reason}`,
    help: 'Send an ETag or Last-Modified, and answer 304 where nothing changed.',
  },
  'feed-uncompressed': {
    level: 'note',
    message: (v) => `Found ${v.size} kB sent as they are: the server does not compress`,
    help: 'Have it send gzip or br to whoever accepts that.',
  },
  'feed-large': {
    level: 'warning',
    message: (v) => `Cannot hand the feed to everybody: its ${v.size} kB are more than many readers take`,
    help: 'Show fewer entries, or summaries.',
  },
} as const satisfies Record<string, Wording>;
