import { setTimeout as pause } from 'node:timers/promises';
import type { ResolvedConfig } from '../config/config.js';
import type { Announcer, Documents } from '../syndicate/announcer.js';
import type { Reporter } from './reporter.js';

/** Milliseconds that a build waits for the hubs; what they have not heard by then, the next run tells them. */
const patience = 5000;

/** What tells the hubs of a config, if there are any: runs without are not kept waiting for it. */
export async function announcerFor(
  config: ResolvedConfig,
  reporter: Reporter,
): Promise<Announcer | undefined> {
  if (config.hub.length === 0) return undefined;
  const { openAnnouncer } = await import('../syndicate/announcing.js');
  return openAnnouncer(config, {
    onAnnounced: reporter.announced,
    onProblem: (found) => reporter.problems([found]),
  });
}

/**
 * Tells the hubs which documents changed, as far as they hear of it soon.
 *
 * @param isNew whether no hub can have fetched what was written; where left out, what each heard of decides
 */
export async function announce(
  config: ResolvedConfig,
  documents: Documents,
  reporter: Reporter,
  isNew?: true,
): Promise<void> {
  const announcer = await announcerFor(config, reporter);
  if (announcer === undefined) return;
  announcer.note(documents, isNew);
  const over = new AbortController();
  const late = pause(patience, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([announcer.rested(), late]);
  over.abort();
  announcer.giveUp();
  await announcer.close();
}
