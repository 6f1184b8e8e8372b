import type { ResolvedConfig } from '../config/config.js';
import type { Listeners, Publisher } from '../publish/publisher.js';
import type { Host } from './host.js';

/** What brings the documents of a config to a store, if they are to be brought to one; that it cannot be is told. */
export async function publisherFor(
  { output, siteGiven, publish }: ResolvedConfig,
  { env }: Host,
  listeners: Listeners,
): Promise<Publisher | undefined> {
  if (publish === undefined) return undefined;
  const { openPublisher } = await import('../publish/publishing.js');
  return openPublisher({ output, siteGiven, publish }, env, listeners);
}
