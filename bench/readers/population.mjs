/*
 * Who reads a feed, as far as it can be said of feeds in general: these are assumptions, not measurements. Change them here.
 */

/**
 * One kind of fetcher.
 *
 * @typedef {object} Kind
 * @property {string} name
 * @property {number} share of all readers
 * @property {number} [fetchers] how many fetch for all of them, where it is not each for itself
 * @property {number} minutes between two fetches, in the mean of all fetches
 * @property {number} validating how many of them send the tag that they were given
 * @property {number} compressed how many of them take a compressed answer
 */

/** @type {readonly Kind[]} */
export const kinds = [
  { name: 'services', share: 0.6, fetchers: 40, minutes: 30, validating: 1, compressed: 1 },
  { name: 'apps', share: 0.35, minutes: 60, validating: 0.95, compressed: 1 },
  { name: 'scripts', share: 0.05, minutes: 30, validating: 0, compressed: 0.5 },
];

/** Minutes between two changes of the feed. */
export const changing = 240;

/**
 * How many fetchers of a kind there are among so many readers.
 *
 * @param {Kind} kind
 * @param {number} readers
 */
export function fetchersOf({ share, fetchers }, readers) {
  return Math.min(fetchers ?? Infinity, Math.round(readers * share));
}

/**
 * What so many readers ask for in a day, and what they are sent.
 *
 * @param {number} readers
 * @param {{ whole: number, compressed: number, same: number }} bytes of an answer: the document as it is, the document
 *   compressed, and a `304`, each with its head
 * @returns {{ requests: number, same: number, bytes: number, wasteful: number }} requests, those of them answered by `304`,
 *   bytes sent, and bytes if every answer were the whole document
 */
export function day(readers, bytes) {
  const total = { requests: 0, same: 0, bytes: 0, wasteful: 0 };
  for (const kind of kinds) {
    const requests = (fetchersOf(kind, readers) * 1440) / kind.minutes;
    const same = requests * kind.validating * (1 - Math.min(1, kind.minutes / changing));
    const whole = requests - same;
    total.requests += requests;
    total.same += same;
    total.bytes +=
      same * bytes.same + whole * (kind.compressed * bytes.compressed + (1 - kind.compressed) * bytes.whole);
    total.wasteful += requests * bytes.whole;
  }
  return total;
}
