import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Answer } from './answer.js';
import type { Service } from './desk.js';
import type { Metrics } from './metrics.js';
import { answers } from './short-answers.js';

/** How much a client may ask, and how slow it may be. */
export interface Limits {
  /** Bytes of the head of a request. */
  readonly head: number;
  /** Milliseconds for the head, and for all of a request. */
  readonly headTime: number;
  readonly requestTime: number;
  /** Milliseconds for which a connection may stand still while something is sent, or kept for another request. */
  readonly stillTime: number;
  readonly keptTime: number;
  readonly connections: number;
  /** Milliseconds for what is under way when the end is wanted. */
  readonly drainTime: number;
}

/** Proxies keep connections for a minute: one that closes first would make them fail. */
export const usual: Limits = {
  head: 16_384,
  headTime: 10_000,
  requestTime: 15_000,
  stillTime: 20_000,
  keptTime: 75_000,
  connections: 4096,
  drainTime: 600,
};

/** Who answers. */
export interface Answering {
  readonly serve: (request: IncomingMessage) => Service;
  /** A page wants to follow the articles; false where it cannot. */
  readonly follow: (response: ServerResponse) => boolean;
  readonly metrics: Metrics;
}

/** A server that listens at one address. */
export class Listener {
  readonly #server: Server;
  readonly #limits: Limits;
  readonly #sockets = new Set<Socket>();
  #isEnding = false;

  private constructor(answering: Answering, limits: Limits) {
    this.#limits = limits;
    this.#server = createServer({
      maxHeaderSize: limits.head,
      headersTimeout: limits.headTime,
      requestTimeout: limits.requestTime,
      connectionsCheckingInterval: Math.min(1000, limits.headTime / 4),
      keepAliveTimeout: limits.keptTime,
    });
    this.#server.timeout = limits.stillTime;
    this.#server.maxConnections = limits.connections;
    const handle = (request: IncomingMessage, response: ServerResponse) => {
      if (this.#isEnding) response.shouldKeepAlive = false;
      handleWith(answering, request, response);
    };
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    this.#server.on('request', handle);
    // Nobody is asked to send a body.
    this.#server.on('checkContinue', handle);
  }

  /**
   * Listens.
   *
   * @throws what the system says
   */
  static async at(host: string, port: number, answering: Answering, limits = usual): Promise<Listener> {
    const listener = new Listener(answering, limits);
    await new Promise<void>((resolve, reject) => {
      listener.#server.once('error', reject).listen({ host, port }, () => {
        listener.#server.removeListener('error', reject);
        resolve();
      });
    });
    // Too many open files: those that are open go on, and others may come again.
    listener.#server.on('error', () => undefined);
    return listener;
  }

  /** Where it listens. */
  get address(): AddressInfo {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('it does not listen');
    return address;
  }

  /** Takes no more connections, lets what is under way come to its end, and ends soon in any case. */
  async end(): Promise<void> {
    this.#isEnding = true;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    const idle = setInterval(() => this.#closeIdle(), 20);
    const late = setTimeout(() => this.#server.closeAllConnections(), this.#limits.drainTime);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
  }

  /** Browsers open connections before they have anything to ask; Node does not count those as idle. */
  #closeIdle(): void {
    this.#server.closeIdleConnections();
    for (const socket of this.#sockets) if (socket.bytesRead === 0) socket.destroy();
  }
}

function handleWith(
  { serve, follow, metrics }: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { sort, answer } = serve(request);
  const isHead = request.method === 'HEAD';
  const send = ({ status, headers, bytes }: Answer) => {
    metrics.count(sort, status, isHead ? 0 : (bytes?.length ?? 0));
    // Node takes names and values by turns, and changes nothing of them.
    response.writeHead(status, headers as string[]);
    response.end(isHead ? undefined : bytes);
  };
  if (answer === 'live') {
    if (isHead || !follow(response)) send(answers.full);
    else metrics.count(sort, 200, 0);
  } else if ('then' in answer) {
    answer.then(send, () => send(answers.unreadable));
  } else {
    send(answer);
  }
}
