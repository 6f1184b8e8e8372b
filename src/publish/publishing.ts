import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { readText } from '../disk/state/text.js';
import { problem } from '../problems.js';
import { world } from '../syndicate/announcer.js';
import { asker } from './ask.js';
import { credentialsFrom, NoCredentials } from './credentials.js';
import { Folder } from './folder.js';
import type { Terms } from './packed.js';
import { type Environment, faultsOf, placeOf, type Wanted } from './place.js';
import { type Listeners, Publisher } from './publisher.js';
import { Store } from './store.js';

/** What of a config says where and how documents are published. */
export interface PublishingConfig {
  readonly output: string;
  readonly siteGiven: boolean;
  readonly publish: Wanted & Terms;
}

/**
 * Opens what brings the documents of a config to a store.
 *
 * @param env variables of the process, in which credentials are, or where to find them
 * @returns nothing where the environment says what is of no use, which is told
 */
export function openPublisher(
  config: PublishingConfig,
  env: Environment,
  listeners: Listeners,
): Publisher | undefined {
  const { output, siteGiven, publish } = config;
  const faults = faultsOf(publish, env);
  for (const fault of faults) listeners.onProblem(fault);
  if (faults.length > 0) return undefined;
  const place = placeOf(publish, env);
  if (!siteGiven) listeners.onProblem(problem('publish-without-site', {}, { to: place.shown }));
  const end = new AbortController();
  let isTold = false;
  const heedless = () => {
    if (!isTold) listeners.onProblem(problem('conditions-ignored', {}, { to: place.shown }));
    isTold = true;
  };
  const open = () => {
    const credentials = credentialsFrom(env, homedir(), textOf);
    if (credentials === undefined) throw new NoCredentials();
    return new Store(place, asker(credentials, place.region, world, end.signal), heedless);
  };
  return new Publisher(
    { folder: new Folder(output, publish), open, terms: publish, to: place.shown, id: randomUUID(), world },
    listeners,
    end,
  );
}

/** What cannot be read holds no credentials. */
function textOf(path: string): string {
  try {
    return readText(path).text;
  } catch {
    return '';
  }
}
