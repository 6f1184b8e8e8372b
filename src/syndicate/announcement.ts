/**
 * What tells a hub that a topic changed. The recommendation leaves this to publisher and hub; most hubs go by `hub.url`,
 * as PubSubHubbub had it, some by `hub.topic`, and those that know the one take no notice of the other.
 *
 * @param topic address of the feed
 * @returns the body of a request, as a form
 */
export function announcementOf(topic: string): string {
  return new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic, 'hub.topic': topic }).toString();
}

/** A hub as it is told to people: what stands behind the path of its address may be a secret. */
export function shownHub(address: string): string {
  const { origin, pathname, search } = new URL(address);
  return `${origin}${pathname}${search && '?…'}`;
}
