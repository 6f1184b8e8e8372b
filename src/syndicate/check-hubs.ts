import { readDocument } from '../disk/document.js';
import { shownHub } from './announcement.js';
import { type AnnouncingConfig, timeout } from './announcing.js';
import { type Ask, asker } from './ask.js';
import { type Check, examine } from './examine.js';
import { topicOf } from './topics.js';

/** The documents of the main feed. */
const names = ['rss.xml', 'atom.xml', 'feed.json'];

/** Bytes of a feed that are fetched. */
const mostBytes = 100_000_000;

/**
 * Looks at the main feed as a hub does, at its public address, and whether the hubs answer. Announces nothing.
 *
 * @param ask how others are asked
 */
export async function* checkHubs(
  { hub, site, siteGiven, output, websub }: AnnouncingConfig,
  ask: Ask = asker({ private: websub.private, timeout }),
): AsyncGenerator<Check> {
  if (hub.length === 0) yield missing('hub', 'Give its address as "hub" in a config file.');
  if (!siteGiven)
    yield missing('site', 'Give the public address as "site" in a config file, or with --site.');
  if (hub.length === 0 || !siteGiven) return;
  const { signal } = new AbortController();
  const get = (address: string) => ask({ method: 'GET', address, headers: {}, mostBytes, signal });
  for (const name of names) {
    const topic = topicOf(name, site);
    const answer = await get(topic);
    const written = await readDocument(output, name).catch(() => undefined);
    if ('status' in answer) yield* examine(topic, hub, answer, written?.bytes);
    else yield unheard(topic, answer.reason, 'Hubs have to be able to fetch the feed at this address.');
  }
  for (const address of hub) {
    const answer = await get(address);
    const subject = shownHub(address);
    // It need not have a page: that it speaks is enough.
    if ('reason' in answer) yield unheard(subject, answer.reason, 'See to the address under "hub".');
    else if (answer.status < 500) yield { subject, isGood: true, found: 'answers' };
    else
      yield unheard(
        subject,
        `it answered ${answer.status}`,
        'The hub has a fault: try later, or take another.',
      );
  }
}

function missing(key: string, help: string): Check {
  return { subject: key, isGood: false, found: 'is not given', help };
}

function unheard(subject: string, reason: string, help: string): Check {
  return { subject, isGood: false, found: `cannot be fetched: ${reason}`, help };
}
