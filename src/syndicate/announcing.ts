import { type Problem, problem } from '../problems.js';
import { Announcer, type Listeners, type Scope } from './announcer.js';
import { asker } from './ask.js';
import { isPrivateHost } from './private-address.js';
import { sender } from './send.js';

/** What of a config says whether and how changes are announced. */
export interface AnnouncingConfig extends Scope {
  readonly siteGiven: boolean;
  readonly websub: { readonly announce: boolean; readonly private: boolean };
}

/** Milliseconds for a hub to answer. */
export const timeout = 10_000;

/**
 * Opens what announces changes to the hubs of a config.
 *
 * @returns nothing where there is nobody to tell, or nothing that others could fetch, which is told
 */
export function openAnnouncer(config: AnnouncingConfig, listeners: Listeners): Announcer | undefined {
  const { hub, websub } = config;
  if (hub.length === 0 || !websub.announce) return undefined;
  const found = hindrance(config);
  if (found === undefined)
    return new Announcer(config, sender(asker({ private: websub.private, timeout })), listeners);
  listeners.onProblem(found);
  return undefined;
}

/** Hubs fetch what is announced: nobody but this network finds it where its address is private. */
function hindrance({ site, siteGiven, websub }: AnnouncingConfig): Problem | undefined {
  if (!siteGiven) return problem('not-announced', {}, { reason: 'no "site" is given' });
  if (websub.private || !isPrivateHost(site)) return undefined;
  return problem('not-announced', {}, { reason: `the address of the site, ${site}, is private` });
}
