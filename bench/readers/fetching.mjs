import { Agent, get } from 'node:http';
import { random } from '../random.mjs';
import { fetchersOf, kinds } from './population.mjs';

/** What fetchers were sent. @typedef {{ requests: number, same: number, bytes: number, failed: number, kept: number }} Sent */

/**
 * Lets readers fetch a feed, each at its own times, for some hours that pass faster than others.
 *
 * @param {string} address of the feed
 * @param {number} readers
 * @param {number} hours
 * @param {number} speed how many seconds pass in one
 * @param {string} tag of the feed, which all of them have fetched before
 * @returns {Promise<Sent>} `kept`: most milliseconds by which a fetch was late
 */
export async function fetching(address, readers, hours, speed, tag) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const fetchers = crowd(readers).map((fetcher) => ({ ...fetcher, tag }));
  const until = hours * 60;
  const began = performance.now();
  const minute = () => ((performance.now() - began) * speed) / 60_000;
  const sent = { requests: 0, same: 0, bytes: 0, failed: 0, kept: 0 };
  // In slots of a quarter of a minute: a list of thousands of timers is slower than the server.
  /** @type {(typeof fetchers)[]} */
  const slots = Array.from({ length: until * 4 }, () => []);
  for (const fetcher of fetchers) slots[Math.floor(fetcher.next * 4)]?.push(fetcher);
  /** @type {Promise<void>[]} */
  let under = [];
  for (const [at, due] of slots.entries()) {
    const early = (at / 4 - minute()) * (60_000 / speed);
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    else sent.kept = Math.max(sent.kept, -early);
    under = due.map(async (fetcher) => {
      fetcher.next += fetcher.minutes;
      slots[Math.floor(fetcher.next * 4)]?.push(fetcher);
      await fetch(fetcher);
    });
    if (under.length > 1000) await Promise.all(under);
  }
  await Promise.all(under);
  agent.destroy();
  return sent;

  /** @param {(typeof fetchers)[number]} fetcher @returns {Promise<void>} */
  function fetch(fetcher) {
    const headers = {
      ...(fetcher.compressed && { 'Accept-Encoding': 'gzip' }),
      ...(fetcher.validating && fetcher.tag && { 'If-None-Match': fetcher.tag }),
    };
    sent.requests++;
    return new Promise((resolve) => {
      const failed = () => {
        sent.failed++;
        resolve();
      };
      get(address, { agent, headers }, (response) => {
        sent.bytes += response.rawHeaders.reduce((bytes, text) => bytes + text.length + 2, 20);
        response.on('data', (/** @type {Buffer} */ part) => {
          sent.bytes += part.length;
        });
        response.on('end', () => {
          if (response.statusCode === 304) sent.same++;
          else if (response.statusCode === 200) fetcher.tag = response.headers.etag ?? '';
          else sent.failed++;
          resolve();
        });
        response.on('error', failed);
      }).on('error', failed);
    });
  }
}

/** @param {number} readers */
function crowd(readers) {
  const next = random(readers);
  return kinds.flatMap((kind) =>
    Array.from({ length: fetchersOf(kind, readers) }, () => {
      // From half to one and a half: those that come often come more often than those that come seldom come less.
      const minutes = kind.minutes * Math.log(3) * (0.5 + next());
      return {
        minutes,
        next: next() * minutes,
        validating: next() < kind.validating,
        compressed: next() < kind.compressed,
      };
    }),
  );
}
