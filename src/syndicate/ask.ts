import { lookup } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { failureOf } from './outcome.js';
import { hostOf, isPrivateAddress, isPrivateHost } from './private-address.js';

/** How others may be asked. */
export interface Terms {
  /** Whether they may be on this machine or in this network. */
  readonly private: boolean;
  /** Milliseconds for all of it. */
  readonly timeout: number;
}

/** What is asked. */
export interface Question {
  readonly method: 'GET' | 'POST';
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Bytes of the answer that are taken; of a longer one, no more is heard. */
  readonly mostBytes: number;
  readonly signal: AbortSignal;
}

/** What is answered. */
export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
  /** Whether more of the body was to come when the connection ended. */
  readonly isCut?: boolean;
}

/** What keeps an answer from coming; `isBarred` where nobody was asked, since the address is private. */
export interface Silence {
  readonly reason: string;
  readonly isBarred: boolean;
}

/** Asks by HTTP, once. */
export type Ask = (question: Question) => Promise<Answer | Silence>;

const barred: Silence = { reason: 'its address is private', isBarred: true };

/**
 * Asks by HTTP. No redirect is followed: it might lead anywhere.
 *
 * @param terms how others may be asked
 * @param resolve finds the addresses of a name
 */
export function asker(terms: Terms, resolve: LookupFunction = lookup): Ask {
  const guarded = terms.private ? resolve : publicOnly(resolve);
  return async (question) => {
    // Who connects to an IP address looks nothing up.
    if (!terms.private && isPrivateHost(question.address)) return barred;
    const late = AbortSignal.timeout(terms.timeout);
    try {
      return await asked(question, guarded, AbortSignal.any([question.signal, late]));
    } catch (error) {
      if (error instanceof PrivateHost) return barred;
      const reason = late.aborted ? `no answer in ${terms.timeout / 1000} s` : failureOf(error);
      return { reason, isBarred: false };
    }
  };
}

function asked(question: Question, resolve: LookupFunction, signal: AbortSignal): Promise<Answer> {
  const { method, address, headers, body, mostBytes } = question;
  const { request } = address.startsWith('https:') ? https : http;
  const { port, pathname, search } = new URL(address);
  return new Promise((settle, reject) => {
    const asking = request({
      method,
      hostname: hostOf(address),
      ...(port && { port }),
      path: pathname + search,
      headers: { 'User-Agent': 'Feedmill', Accept: '*/*', ...headers },
      agent: false,
      lookup: resolve,
      maxHeaderSize: 16_384,
      signal,
    });
    asking.on('error', reject);
    asking.on('response', (answer) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (part: Buffer) => {
        parts.push(part);
        bytes += part.length;
        if (bytes > mostBytes) answer.destroy();
      });
      const { statusCode: status = 0, headers } = answer;
      // However the rest of it comes: what it says in its head is known.
      answer.on('error', () => undefined);
      answer.on('close', () =>
        settle({ status, headers, body: Buffer.concat(parts), isCut: !answer.complete }),
      );
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
