import { isSubscribable, mediaTypeOf } from '../serve/media-type.js';

/** The documents of these that people subscribe to: no pages, and no archives, which never change. */
export function subscribable(names: readonly string[]): string[] {
  return names.filter((name) => isSubscribable(name, mediaTypeOf(name).kind));
}

/**
 * The address by which hubs and their subscribers know a feed: what the document calls itself.
 *
 * @param name of the document, relative to the output folder
 * @param site public address of the site
 */
export function topicOf(name: string, site: string): string {
  return new URL(name, site).href;
}
