import type { ServerResponse } from 'node:http';
import type { Finding } from './settings.js';

/** Pages that may follow at a time: more are not open on one machine. */
const most = 64;

/** Milliseconds between two signs of life, so that nobody takes a quiet stream for a dead one. */
const heartbeat = 15_000;

/** Bytes that wait for a page that does not read: then it has to come again. */
const patience = 1_000_000;

/** Names that are told in one event; a page wants to know little more than that there are any. */
const mostNames = 100;

/** What pages are told of problems: the worst, and how many there are. */
export interface Problems {
  readonly total: number;
  readonly findings: readonly Finding[];
}

/** Open pages that are told of what changes, each by a stream of events. */
export class Live {
  readonly #streams = new Set<ServerResponse>();
  readonly #beat: NodeJS.Timeout;
  #problems: Problems = { total: 0, findings: [] };

  constructor() {
    this.#beat = setInterval(() => this.#send(': still here\n\n'), heartbeat).unref();
  }

  get size(): number {
    return this.#streams.size;
  }

  /**
   * A page wants to be told. What changed before it looks up by itself.
   *
   * @returns false where there are too many already
   */
  add(response: ServerResponse): boolean {
    if (this.#streams.size >= most) return false;
    response.writeHead(200, [
      ...['Content-Type', 'text/event-stream; charset=utf-8'],
      ...['Cache-Control', 'no-store'],
      ...['X-Content-Type-Options', 'nosniff'],
      // It is the last on its connection.
      ...['Connection', 'close'],
    ]);
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
    response.write(`retry: 1000\n${event('problems', this.#problems)}`);
    return true;
  }

  /** Documents were written or removed. */
  change(names: readonly string[]): void {
    if (names.length > 0) this.#send(event('change', names.slice(0, mostNames)));
  }

  /** These are the problems there are. */
  tell(problems: Problems): void {
    if (JSON.stringify(problems) === JSON.stringify(this.#problems)) return;
    this.#problems = problems;
    this.#send(event('problems', problems));
  }

  /** Ends all streams; each page tries to come back. */
  dismiss(): void {
    for (const stream of this.#streams) stream.end();
  }

  end(): void {
    clearInterval(this.#beat);
    this.dismiss();
  }

  #send(text: string): void {
    for (const stream of this.#streams) {
      if (stream.writableLength > patience) stream.destroy();
      else stream.write(text);
    }
  }
}

/** JSON has no line ends of its own. */
function event(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
