import type { IncomingMessage } from 'node:http';
import { type Answer, answer } from './answer.js';
import type { Held } from './held.js';
import type { Holdings } from './holdings.js';
import { livePaths } from './live-page.js';
import { liveScript, liveStyle } from './live-script.js';
import { isLocal } from './local.js';
import { isBrowser, isFeed, isXml, mediaTypeOf } from './media-type.js';
import type { Sort } from './metrics.js';
import { Places } from './place.js';
import type { Settings, State } from './settings.js';
import { answers, movedTo, noIndex, options, shortAnswer } from './short-answers.js';

/** Longest target of a request; no name is longer on any file system. */
const longest = 4096;

/** An answer, or that the client wants to follow the articles; and what it is counted as. */
export interface Service {
  readonly sort: Sort;
  readonly answer: Answer | Promise<Answer> | 'live';
}

/** Knows what to answer to each request. */
export class Desk {
  readonly #holdings: Holdings;
  readonly #metrics: () => string;
  #settings: Settings;
  #places: Places;
  #state: State | undefined;
  /** Whether nobody but this machine can reach the server. */
  isAlone = false;

  constructor(settings: Settings, holdings: Holdings, metrics: () => string) {
    this.#settings = settings;
    this.#places = new Places(settings);
    this.#holdings = holdings;
    this.#metrics = metrics;
  }

  get state(): State | undefined {
    return this.#state;
  }

  settle(settings: Settings): void {
    this.#settings = settings;
    this.#places = new Places(settings);
  }

  note(state: State): void {
    this.#state = state;
  }

  /** What to do with a request. */
  serve(request: IncomingMessage): Service {
    const { method, url: target = '/' } = request;
    if (method === 'OPTIONS') return service(options);
    if (method !== 'GET' && method !== 'HEAD') return service(answers.wrongMethod);
    if (hasBody(request)) return service(answers.unwanted);
    if (target.length > longest) return service(answers.tooLong);
    return this.#own(target, request) ?? this.#document(target, request);
  }

  /** What is no document. */
  #own(target: string, request: IncomingMessage): Service | undefined {
    if (target === '/healthz') return service(this.#health());
    if (target === '/metrics') return service(metricsAnswer(this.#metrics()));
    if (!target.startsWith('/.feedmill/') || !this.#isLive(request)) return undefined;
    if (target === livePaths.events) return { sort: 'service', answer: 'live' };
    if (target === livePaths.script) return service(scriptAnswer);
    return target === livePaths.style ? service(styleAnswer) : undefined;
  }

  #document(target: string, request: IncomingMessage): Service {
    const has = (name: string) => this.#holdings.has(name);
    const place = this.#places.find(target, has);
    if (place.kind === 'moved') return service(movedTo(place.to, this.#settings.maxAge));
    if (place.kind === 'ended') return service(answers.ended);
    if (place.kind === 'malformed') return service(answers.malformed);
    if (place.kind === 'absent' && !this.#state) return service(answers.notYet);
    if (place.kind === 'absent') return service(/^\/(?:$|\?)/.test(target) ? noIndex(has) : answers.absent);
    const { kind } = mediaTypeOf(place.name);
    const { headers } = request;
    const asked = {
      isLive: !isFeed(kind) && this.#isLive(request),
      isBrowser: isXml(kind) && isBrowser(headers.accept),
      acceptEncoding: text(headers['accept-encoding']),
      noneMatch: headers['if-none-match'],
      modifiedSince: headers['if-modified-since'],
      manipulations: text(headers['a-im']),
      // Only a GET asks for a part (RFC 9110, 14.2).
      range: request.method === 'GET' ? headers.range : undefined,
      ifRange: text(headers['if-range']),
    };
    const held = this.#holdings.get(place.name);
    const say = (held: Held) => answer(held, asked);
    if (!('then' in held)) return { sort: kind, answer: say(held) };
    // It was removed, or the disk fails: nothing is known of it.
    return { sort: kind, answer: held.then(say) };
  }

  #isLive(request: IncomingMessage): boolean {
    return this.isAlone && this.#settings.live && isLocal(request);
  }

  #health(): Answer {
    const more = ['Cache-Control', 'no-store'];
    if (!this.#state) return shortAnswer(503, 'no build yet', more);
    return this.#state.isWritten ? shortAnswer(200, 'ok', more) : shortAnswer(503, 'last write failed', more);
  }
}

function service(answer: Answer): Service {
  return { sort: 'service', answer };
}

function metricsAnswer(text: string): Answer {
  const { status, headers, bytes } = shortAnswer(200, text.trimEnd(), ['Cache-Control', 'no-store']);
  const type = 'text/plain; version=0.0.4; charset=utf-8';
  return { status, headers: headers.with(1, type), ...(bytes && { bytes }) };
}

const scriptAnswer = assetAnswer(liveScript, 'text/javascript; charset=utf-8');
const styleAnswer = assetAnswer(liveStyle, 'text/css; charset=utf-8');

function assetAnswer(text: string, type: string): Answer {
  const { status, headers, bytes } = shortAnswer(200, text, ['Cache-Control', 'no-cache']);
  return { status, headers: headers.with(1, type), ...(bytes && { bytes }) };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

function text(field: string | string[] | undefined): string | undefined {
  return Array.isArray(field) ? field.join(', ') : field;
}
