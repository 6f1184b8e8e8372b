import { isUnmodified, tagsIn } from './conditional.js';
import type { Held } from './held.js';
import type { Instance } from './instance.js';
import { partOf, type Wanted } from './range.js';

/** What of a request makes a difference to how a document is sent. */
export interface Asked extends Wanted {
  readonly isLive: boolean;
  /** Whether it is a browser that asks for a feed in XML. */
  readonly isBrowser: boolean;
  readonly acceptEncoding: string | undefined;
  readonly noneMatch: string | undefined;
  readonly modifiedSince: string | undefined;
  /** The field `A-IM`. */
  readonly manipulations: string | undefined;
}

/** What is sent. */
export interface Answer {
  readonly status: number;
  /** Names and values by turns. */
  readonly headers: readonly string[];
  readonly bytes?: Buffer;
}

/** Answers a request for a document that is there. Only who asks for a coding first has to wait for it. */
export function answer(held: Held, asked: Asked): Answer | Promise<Answer> {
  const instance = asked.isLive ? held.live() : asked.isBrowser ? held.shown() : held.whole;
  const coding = instance.codingFor(asked.acceptEncoding);
  if (coding === undefined) return unacceptable;
  if (isUnmodified(asked, instance.tags[coding], instance.facts))
    return { status: 304, headers: instance.unmodified(coding) };
  if (coding === 'identity' && instance.hasParts && asked.range !== undefined) {
    const part = partOf(asked, instance.facts.bytes.length, instance.tags.identity, instance.facts);
    if (part) return instance.part(part);
  }
  const sent = deltaFor(held, asked) ?? instance;
  const variant = sent.variant(coding);
  const { status } = sent;
  if (!('then' in variant)) return { status, headers: variant.headers, bytes: variant.bytes };
  return variant.then(({ headers, bytes }) => ({ status, headers, bytes }));
}

const unacceptable: Answer = {
  status: 406,
  headers: ['Content-Type', 'text/plain; charset=utf-8', 'Vary', 'Accept-Encoding', 'Content-Length', '0'],
};

/** What is new to a client that wants no more, and says what it has. */
function deltaFor(held: Held, { manipulations, noneMatch }: Asked): Instance | undefined {
  if (manipulations === undefined || noneMatch === undefined) return undefined;
  const names = manipulations.split(',').map((one) => one.trim().toLowerCase());
  const isWanted = names.some(
    (one) => one === 'feed' || (/^feed\s*;/.test(one) && !/;\s*q=0(?:\.0*)?$/.test(one)),
  );
  return isWanted ? held.delta(tagsIn(noneMatch)) : undefined;
}
