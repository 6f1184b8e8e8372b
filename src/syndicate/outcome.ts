import { retryAfter } from './retry.js';

/** How it went to announce a topic to a hub. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly status: number }
  /** It will say the same the next time. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Another time it may go well; in milliseconds, where the hub said when. */
  | { readonly kind: 'failed'; readonly reason: string; readonly after?: number }
  /** It must not be asked at all. */
  | { readonly kind: 'barred'; readonly reason: string };

/**
 * What the answer of a hub means.
 *
 * @param now milliseconds since 1970
 */
export function outcomeOf(status: number, retry: string | undefined, now: number): Outcome {
  if (status >= 200 && status < 300) return { kind: 'accepted', status };
  const reason = `it answered ${status}`;
  if (status === 429 || status >= 500) {
    const after = retryAfter(retry, now);
    return { kind: 'failed', reason, ...(after !== undefined && { after }) };
  }
  if (status >= 300 && status < 400) return { kind: 'refused', reason: `${reason}, and leads elsewhere` };
  return { kind: 'refused', reason };
}

const reasons: Readonly<Record<string, string>> = {
  EAI_AGAIN: 'its name cannot be looked up now',
  ECONNREFUSED: 'nobody answers there',
  ECONNRESET: 'the connection was cut',
  EHOSTUNREACH: 'no way leads there',
  ENETUNREACH: 'no way leads there',
  ENOTFOUND: 'there is no such host',
  ETIMEDOUT: 'nobody answers there',
  HPE_HEADER_OVERFLOW: 'the head of its answer is too long',
};

/** Says in plain words why a request came to nothing. */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error.message || code);
}
