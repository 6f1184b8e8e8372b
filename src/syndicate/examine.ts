import { isDeepStrictEqual } from 'node:util';
import { shownHub } from './announcement.js';
import type { Answer } from './ask.js';
import { linksOf } from './links.js';

/** Something that was looked at with the eyes of a hub. */
export interface Check {
  /** The address that was looked at. */
  readonly subject: string;
  readonly isGood: boolean;
  readonly found: string;
  /** What to do, where it is not good. */
  readonly help?: string;
}

/** As readers and hubs take them. */
const types: readonly (readonly [ending: string, type: RegExp])[] = [
  ['rss.xml', /^(?:application\/rss\+xml|(?:application|text)\/xml)\b/i],
  ['atom.xml', /^(?:application\/atom\+xml|(?:application|text)\/xml)\b/i],
  ['feed.json', /^application\/(?:feed\+)?json\b/i],
];

/**
 * Looks at a feed as a hub gets it.
 *
 * @param topic its public address
 * @param hubs those that it should name
 * @param answer what was got there
 * @param written the bytes on disk, where there are any
 */
export function examine(
  topic: string,
  hubs: readonly string[],
  answer: Answer,
  written: Uint8Array | undefined,
): Check[] {
  const check = (isGood: boolean, found: string, help: string): Check => ({
    ...{ subject: topic, isGood, found },
    ...(!isGood && { help }),
  });
  const { status, headers, body } = answer;
  const answered = check(
    status === 200,
    `answers ${status}${headers.location ? `, and leads to ${headers.location}` : ''}`,
    'Have the feed served at this address itself, or give the right one as "site".',
  );
  if (!answered.isGood) return [answered];
  const type = headers['content-type'] ?? '';
  const isTyped = types.some(([ending, pattern]) => topic.endsWith(ending) && pattern.test(type));
  const isWritten = written !== undefined && body.equals(written);
  const { self, hub } = linksOf(String(headers.link ?? ''), body.toString());
  const missing = hubs.filter((address) => !hub.includes(address));
  return [
    answered,
    check(
      isTyped,
      type === '' ? 'has no media type' : `has the media type ${type}`,
      'Have the server send the media type of the feed, as "feedmill serve" does.',
    ),
    check(
      isWritten,
      isWritten
        ? 'has the bytes that are on disk'
        : `has other bytes than ${written ? 'those' : 'any'} on disk`,
      'Build, and bring the documents there; a cache in between may have to be emptied.',
    ),
    check(
      isDeepStrictEqual(self, [topic]),
      self.length === 0 ? 'does not say its own address' : `calls itself ${self.join(' and ')}`,
      'It must have this one address for itself, in the document and in the Link header: give it as "site", and build.',
    ),
    check(
      missing.length === 0,
      missing.length === 0 ? 'names its hubs' : `does not name ${missing.map(shownHub).join(', ')}`,
      'Build, and bring the documents there: the feeds name the hubs of the config.',
    ),
  ];
}
