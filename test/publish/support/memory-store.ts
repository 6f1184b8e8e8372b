import { createHash } from 'node:crypto';
import { type Answer, type Ask, type Question, Silence } from '../../../src/publish/ask.js';

/** How a store differs from what most do. */
export interface Manners {
  /** It takes no notice of conditions. */
  readonly isHeedless?: boolean;
  /** It says that it does not know them. */
  readonly isStrict?: boolean;
  /** It wants ETags as they stand in its answers. */
  readonly wantsQuotes?: boolean;
}

interface Kept {
  readonly body: string;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A store in memory, as far as a publisher asks for more than to put, get and remove. */
export class MemoryStore {
  readonly objects = new Map<string, Kept>();
  readonly asked: string[] = [];
  readonly #manners: Manners;
  /** Called before each request is answered; what it throws is what the publisher is told. */
  before: (question: Question, name: string) => void | Promise<void> = () => undefined;

  constructor(manners: Manners = {}) {
    this.#manners = manners;
  }

  /** Puts an object there, as somebody else would. */
  put(name: string, body: string, headers: Readonly<Record<string, string>> = {}): void {
    const etag = createHash('md5').update(body).digest('hex');
    this.objects.set(name, { body, etag, headers });
  }

  /** The texts of all objects but the register. */
  get texts(): Record<string, string> {
    const own = [...this.objects].filter(([name]) => name !== '.feedmill.json');
    return Object.fromEntries(own.map(([name, { body }]) => [name, body]));
  }

  readonly ask: Ask = async (question) => {
    const name = decodeURIComponent(new URL(question.address).pathname.slice('/bucket/'.length));
    this.asked.push(`${question.method} ${name}`);
    await this.before(question, name);
    return this.#answer(question, name);
  };

  #answer({ method, headers = {}, body }: Question, name: string): Answer {
    const there = this.objects.get(name);
    if (method === 'PUT') {
      const refusal = this.#refusal(headers, there);
      if (refusal !== undefined) return answer(refusal);
      this.put(name, Buffer.from(body ?? []).toString(), headers);
      return answer(200, this.objects.get(name));
    }
    if (method === 'DELETE') {
      this.objects.delete(name);
      return answer(204);
    }
    return there === undefined ? answer(404, undefined, 'NoSuchKey') : answer(200, there);
  }

  #refusal(headers: Readonly<Record<string, string>>, there: Kept | undefined): number | undefined {
    const { isHeedless, isStrict, wantsQuotes } = this.#manners;
    const [none, match] = [headers['If-None-Match'], headers['If-Match']];
    if (none === undefined && match === undefined) return undefined;
    if (isStrict) return 501;
    if (isHeedless) return undefined;
    if (none !== undefined) return there === undefined ? undefined : 412;
    return match === (wantsQuotes ? `"${there?.etag}"` : there?.etag) ? undefined : 412;
  }
}

function answer(status: number, kept?: Kept, code = ''): Answer {
  const headers = new Headers(kept ? { etag: `"${kept.etag}"` } : {});
  const digest = kept?.headers['x-amz-meta-feedmill'];
  if (digest !== undefined) headers.set('x-amz-meta-feedmill', digest);
  return { status, headers, text: kept?.body ?? '', code, ahead: 0 };
}

/** Nobody answers. */
export function silent(): never {
  throw new Silence('nobody answers there');
}
