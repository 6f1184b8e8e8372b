import { announcementOf } from './announcement.js';
import type { Ask } from './ask.js';
import { type Outcome, outcomeOf } from './outcome.js';

/** Announces a topic to a hub, once. */
export type Send = (hub: string, topic: string, signal: AbortSignal) => Promise<Outcome>;

/** Bytes of an answer that are waited for, so that a hub is not cut off while it answers. */
const mostBytes = 65_536;

/**
 * Announces by HTTP. Of the answer, its status counts.
 *
 * @param ask how hubs are asked
 */
export function sender(ask: Ask): Send {
  return async (hub, topic, signal) => {
    const body = announcementOf(topic);
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': String(Buffer.byteLength(body)),
    };
    const answer = await ask({ method: 'POST', address: hub, headers, body, mostBytes, signal });
    if ('status' in answer) return outcomeOf(answer.status, answer.headers['retry-after'], Date.now());
    return { kind: answer.isBarred ? 'barred' : 'failed', reason: answer.reason };
  };
}
