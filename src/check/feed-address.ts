import { examineFeed } from '../examine/examine.js';
import { masked } from '../masked.js';
import { type Problem, type ProblemCode, problem } from '../problems.js';
import { type Answer, type Ask, asker } from '../syndicate/ask.js';
import { mostBytes } from './feed-file.js';
import { unpacked } from './unpack.js';

/** Milliseconds for one answer. */
const patience = 30_000;

const mostRedirects = 10;

/** Larger ones are refused by some readers. */
const heavy = 1_000_000;

/** What need not be compressed. */
const light = 10_000;

const types = /^(?:application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json|xml)|text\/xml)\b/i;

type Tell = (code: ProblemCode, values?: Readonly<Record<string, string | number>>) => void;

/**
 * Checks a feed where readers get it: how it is sent, and what it is.
 *
 * @param address as it was typed; whoever typed it may mean an address of this machine
 */
export async function checkFeedAddress(
  address: string,
  now: number,
  ask: Ask = asker({ private: true, timeout: patience }),
): Promise<readonly Problem[]> {
  const path = masked(address);
  const found: Problem[] = [];
  const tell: Tell = (code, values) => found.push(problem(code, { path, line: 1, column: 1 }, values));
  const reached = await follow(address, ask, tell);
  if (!reached) return found;
  const { answer, last } = reached;
  const { status, headers } = answer;
  if (status !== 200) {
    tell('feed-status', { status: `${status}${status === 410 ? ', gone for good' : ''}` });
    return found;
  }
  const bytes = await unpacked(answer);
  if (typeof bytes === 'string') {
    tell('feed-unreachable', { reason: bytes });
    return found;
  }
  const type = headers['content-type'] ?? '';
  if (!types.test(type))
    tell('feed-media-type', { found: type === '' ? 'there is none' : `it is "${type}"` });
  if (!headers['content-encoding'] && bytes.length > light)
    tell('feed-uncompressed', { size: Math.round(bytes.length / 1000) });
  if (bytes.length > heavy) tell('feed-large', { size: Math.round(bytes.length / 1000) });
  await askAgain(last, answer, ask, tell);
  const charset = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1];
  return [
    ...found,
    ...examineFeed(bytes, { path, now, address: publicly(last), ...(charset && { charset }) }),
  ];
}

interface Reached {
  readonly answer: Answer;
  /** Where the answer came from. */
  readonly last: string;
}

async function follow(address: string, ask: Ask, tell: Tell): Promise<Reached | undefined> {
  let last = new URL(address).href;
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const answer = await ask(question(last));
    if ('reason' in answer) {
      tell('feed-unreachable', { reason: answer.reason });
      return undefined;
    }
    const { status, headers } = answer;
    const isMoved = [301, 302, 303, 307, 308].includes(status) && headers.location !== undefined;
    if (!isMoved) {
      if (hops > 0) tell('feed-moved', { address: masked(last) });
      return { answer, last };
    }
    const next = URL.canParse(headers.location ?? '', last)
      ? new URL(headers.location ?? '', last)
      : undefined;
    if (!next || !/^https?:$/.test(next.protocol)) {
      tell('feed-unreachable', {
        reason: `it leads to "${headers.location}", which is no address of the web`,
      });
      return undefined;
    }
    last = next.href;
  }
  tell('feed-unreachable', { reason: `it leads on more than ${mostRedirects} times` });
  return undefined;
}

/** As a feed calls itself: whoever reads it has a name of their own, and a place in it is none of another feed. */
function publicly(address: string): string {
  return Object.assign(new URL(address), { username: '', password: '', hash: '' }).href;
}

function question(address: string, headers: Readonly<Record<string, string>> = {}) {
  const { username, password } = new URL(address);
  const login = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
  return {
    method: 'GET' as const,
    address,
    headers: {
      'Accept-Encoding': 'gzip, br',
      ...((username || password) && { Authorization: `Basic ${login}` }),
      ...headers,
    },
    mostBytes,
    signal: new AbortController().signal,
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Readers come again and again: where nothing changed, they must be told so in a few bytes. */
async function askAgain(address: string, { headers }: Answer, ask: Ask, tell: Tell): Promise<void> {
  const { etag, 'last-modified': modified } = headers;
  if (etag === undefined && modified === undefined)
    return tell('feed-not-conditional', { reason: 'the server sends neither an ETag nor Last-Modified' });
  const answer = await ask(
    question(address, {
      ...(etag && { 'If-None-Match': etag }),
      ...(modified && { 'If-Modified-Since': modified }),
    }),
  );
  if (!('reason' in answer) && answer.status !== 304)
    tell('feed-not-conditional', {
      reason: `asked again with what it sent, the server answers ${answer.status}, not 304`,
    });
}
