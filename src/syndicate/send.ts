import { lookup } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { announcementOf } from './announcement.js';
import { failureOf, type Outcome, outcomeOf } from './outcome.js';
import { hostOf, isPrivateAddress, isPrivateHost } from './private-address.js';

/** How a hub may be asked. */
export interface Terms {
  /** Whether it may be on this machine or in this network. */
  readonly private: boolean;
  /** Milliseconds for all of it. */
  readonly timeout: number;
}

/** Bytes of an answer that are waited for, so that a hub is not cut off while it answers. */
const mostBytes = 65_536;

const privately = 'its address is private';

/** Announces a topic to a hub, once. */
export type Send = (hub: string, topic: string, signal: AbortSignal) => Promise<Outcome>;

/**
 * Announces by HTTP. No redirect is followed: it might lead anywhere. Of the answer its status counts.
 *
 * @param terms how hubs may be asked
 * @param resolve finds the addresses of a name
 */
export function sender(terms: Terms, resolve: LookupFunction = lookup): Send {
  const guarded = terms.private ? resolve : publicOnly(resolve);
  return async (hub, topic, signal) => {
    // Who connects to an IP address looks nothing up.
    if (!terms.private && isPrivateHost(hub)) return { kind: 'barred', reason: privately };
    const late = AbortSignal.timeout(terms.timeout);
    try {
      return await post(hub, announcementOf(topic), guarded, AbortSignal.any([signal, late]));
    } catch (error) {
      if (error instanceof PrivateHost) return { kind: 'barred', reason: privately };
      const seconds = terms.timeout / 1000;
      return { kind: 'failed', reason: late.aborted ? `no answer in ${seconds} s` : failureOf(error) };
    }
  };
}

function post(hub: string, body: string, resolve: LookupFunction, signal: AbortSignal): Promise<Outcome> {
  const { request } = hub.startsWith('https:') ? https : http;
  const { port, pathname, search } = new URL(hub);
  return new Promise((settle, reject) => {
    const asking = request({
      method: 'POST',
      hostname: hostOf(hub),
      ...(port && { port }),
      path: pathname + search,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': Buffer.byteLength(body),
        'User-Agent': 'Feedmill',
        Accept: '*/*',
      },
      agent: false,
      lookup: resolve,
      maxHeaderSize: 16_384,
      signal,
    });
    asking.on('error', reject);
    asking.on('response', (answer) => {
      const outcome = outcomeOf(answer.statusCode ?? 0, answer.headers['retry-after'], Date.now());
      let bytes = 0;
      answer.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes > mostBytes) answer.destroy();
      });
      // However the rest of it comes: what it says is known.
      answer.on('error', () => undefined).on('close', () => settle(outcome));
    });
    asking.end(body);
  });
}

class PrivateHost extends Error {}

/** Resolves names to public addresses alone: the one that was looked at is the one that is connected to. */
function publicOnly(resolve: LookupFunction): LookupFunction {
  return (name, options, found) => {
    resolve(name, { ...options, all: true }, (error, given) => {
      if (error) return found(error, '', 0);
      const addresses = Array.isArray(given) ? given : [{ address: given, family: isIP(given) }];
      const [first] = addresses;
      if (first === undefined || addresses.some(({ address }) => isPrivateAddress(address)))
        return found(new PrivateHost(), '', 0);
      return options.all ? found(null, addresses) : found(null, first.address, first.family);
    });
  };
}
