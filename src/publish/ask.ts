import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import { codeOf } from '../disk/reason.js';
import type { World } from '../syndicate/line.js';
import { failureOf } from '../syndicate/outcome.js';
import { retryAfter } from '../syndicate/retry.js';
import { aheadOf } from './ahead.js';
import type { Credentials } from './credentials.js';
import { codeIn } from './refusal.js';

/** What a store is asked. */
export interface Question {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  readonly address: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** What it answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The name of the error in S3; empty where it gave none. */
  readonly code: string;
  /** Milliseconds by which the clock of this machine is ahead of the store's. */
  readonly ahead: number;
}

/** No answer came, or none but that it should be asked later. Holds nothing of what was sent. */
export class Silence extends Error {}

/** Asks a store, again where it does not answer. Rejects with `Silence` alone. */
export type Ask = (question: Question) => Promise<Answer>;

/** How often one thing is asked. */
const mostTries = 5;

/** Milliseconds from the first try to the second, at most; twice as long each time. */
const firstDelay = 400;

/** Milliseconds that a store may ask to be left alone, as one request waits for it. */
const longestRest = 60_000;

/** Milliseconds for an answer, and for each byte that is sent: 20 KB a second is slow. */
const patience = { answer: 30_000, byte: 1 / 20 };

/**
 * Opens a line to a store. Requests are signed; what they are signed with goes nowhere else, and into no error.
 *
 * @param end no more is asked
 */
export function asker(credentials: Credentials, region: string, world: World, end: AbortSignal): Ask {
  const keys = new Map<string, ArrayBuffer>();
  const sign = ({ method, address, headers = {}, body }: Question) =>
    new AwsV4Signer({
      method,
      url: address,
      headers: { ...headers, 'X-Amz-Content-Sha256': hash(body ?? '') },
      accessKeyId: credentials.id,
      secretAccessKey: credentials.secret,
      ...(credentials.token !== undefined && { sessionToken: credentials.token }),
      service: 's3',
      region,
      cache: keys,
      allHeaders: true,
    }).sign();
  return async (question) => {
    for (let tries = 1; ; tries++) {
      const said = await send(question, await sign(question), end);
      if (!(said instanceof Silence) && !isPassing(said)) return said;
      if (end.aborted || tries === mostTries) throw silenceOf(said);
      const asked = said instanceof Silence ? undefined : said.headers.get('retry-after');
      const rest = Math.min(retryAfter(asked ?? undefined, Date.now()) ?? 0, longestRest);
      await world.pause(rest + world.random() * firstDelay * 2 ** (tries - 1), end);
    }
  };
}

/** Asks once. */
async function send(
  { method, body }: Question,
  signed: { readonly url: URL; readonly headers: Headers },
  end: AbortSignal,
): Promise<Answer | Silence> {
  const late = AbortSignal.timeout(Math.ceil(patience.answer + (body?.length ?? 0) * patience.byte));
  try {
    const sent = Date.now();
    const response = await fetch(signed.url, {
      method,
      headers: signed.headers,
      redirect: 'manual',
      signal: AbortSignal.any([end, late]),
      ...(body && { body: Buffer.from(body) }),
    });
    const { status, headers } = response;
    const ahead = aheadOf(sent, Date.now(), headers.get('date'));
    const text = await response.text();
    return { status, headers, text, code: codeIn(text), ahead };
  } catch (error) {
    return new Silence(reasonOf(error));
  }
}

function isPassing({ status, code }: Answer): boolean {
  return status === 429 || code === 'RequestTimeout' || (status >= 500 && status !== 501);
}

function silenceOf(said: Answer | Silence): Silence {
  if (said instanceof Silence) return said;
  return new Silence(`it answered ${said.status}${said.code && ` ${said.code}`}`);
}

/** What Node says of a request that fails is in the cause alone. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer';
  if (error.name === 'TimeoutError') return 'no answer in time';
  if (error.name === 'AbortError') return 'no answer yet';
  const { cause } = error;
  const one = cause instanceof AggregateError ? cause.errors[0] : cause;
  if (!(one instanceof Error)) return 'the request failed';
  return reasons[codeOf(one)] ?? failureOf(one);
}

/** By the names that they have in the HTTP client of Node; others are those of the system. */
const reasons: Readonly<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: 'nobody answers there',
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
  UND_ERR_SOCKET: 'the connection was cut',
};

function hash(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}
