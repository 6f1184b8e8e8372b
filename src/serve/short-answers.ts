import type { Answer } from './answer.js';

const methods = 'GET, HEAD, OPTIONS';

/** An answer of a line of text. */
export function shortAnswer(status: number, text: string, more: readonly string[] = []): Answer {
  const bytes = Buffer.from(`${text}\n`);
  return {
    status,
    headers: [
      ...['Content-Type', 'text/plain; charset=utf-8'],
      ...['Content-Length', String(bytes.length)],
      ...['X-Content-Type-Options', 'nosniff'],
      ...more,
    ],
    bytes,
  };
}

/** What is not there may be there in a moment. */
const askAgain = ['Cache-Control', 'no-cache'];

/** Answers that are always the same. */
export const answers = {
  absent: shortAnswer(404, 'There is no such document.', askAgain),
  ended: shortAnswer(410, 'This document is no more, and will not come back: please unsubscribe.', askAgain),
  malformed: shortAnswer(400, 'This is not a path.'),
  wrongMethod: shortAnswer(405, 'Documents can be read, and nothing else.', ['Allow', methods]),
  unwanted: shortAnswer(413, 'A request has no body here.', ['Connection', 'close']),
  tooLong: shortAnswer(414, 'This path is longer than any that there is.'),
  full: shortAnswer(503, 'Too many pages follow already.', ['Retry-After', '10']),
  notYet: shortAnswer(503, 'The documents are being made.', [
    'Retry-After',
    '2',
    'Cache-Control',
    'no-store',
  ]),
  unreadable: shortAnswer(503, 'The document cannot be read just now.', [
    ...['Retry-After', '10', 'Cache-Control', 'no-store'],
  ]),
} as const;

/** Where a document went for good. */
export function movedTo(address: string, maxAge: number): Answer {
  return shortAnswer(301, `It is at ${address} now.`, [
    ...['Location', address],
    ...['Cache-Control', `public, max-age=${maxAge}`],
  ]);
}

/** What may be asked for, also by pages from elsewhere. */
export const options: Answer = {
  status: 204,
  headers: [
    ...['Allow', methods],
    ...['Access-Control-Allow-Origin', '*'],
    ...['Access-Control-Allow-Methods', 'GET, HEAD'],
    ...['Access-Control-Allow-Headers', 'If-None-Match, If-Modified-Since, If-Range, Range, A-IM'],
    ...['Access-Control-Max-Age', '86400'],
  ],
};

/** There is no page at the root: whoever comes there by hand wants to know where the feeds are. */
export function noIndex(has: (name: string) => boolean): Answer {
  const there = ['rss.xml', 'atom.xml', 'feed.json', 'feeds.opml'].filter(has).map((name) => `/${name}`);
  return there.length === 0
    ? answers.absent
    : shortAnswer(404, `There is no page here. See ${there.join(', ')}`, askAgain);
}
