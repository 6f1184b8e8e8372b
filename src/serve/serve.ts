import { Worker } from 'node:worker_threads';
import { ServerError } from './server-error.js';
import type { News, Said, Settings, State, Told } from './settings.js';

/** A server in a thread of its own, so that nothing that this one does keeps anybody waiting. */
export interface Server {
  /** The address at which it listens, as `http://127.0.0.1:8080/`. */
  readonly address: string;
  /**
   * Goes on by other settings, without losing a request.
   *
   * @throws ServerError where nothing can be served there; then all is as it was
   */
  change(settings: Settings): Promise<void>;
  /** A turn is done. */
  note(news: News, state: State): void;
  /** Something else than the documents is other than before. */
  tell(state: State): void;
  /** Ends, in under a second. May be called again. */
  close(): Promise<void>;
}

/** Milliseconds from the end of a thread to the next one, where it did not last. */
const pause = 1000;

/** Milliseconds that the thread may take to end. */
const patience = 900;

/**
 * Starts a server.
 *
 * @param onFault told why the thread has died; another one is started
 * @param script of the thread
 * @throws ServerError where nothing can be served at that address
 */
export async function startServer(
  settings: Settings,
  onFault: (reason: string) => void,
  script = new URL('./thread.js', import.meta.url),
): Promise<Server> {
  const server = new ThreadedServer(settings, onFault, script);
  try {
    await server.change(settings);
    return server;
  } catch (error) {
    await server.close();
    throw error;
  }
}

class ThreadedServer implements Server {
  readonly #onFault: (reason: string) => void;
  readonly #script: URL;
  #settings: Settings;
  #worker: Worker;
  #waiting: ((said: Said) => void)[] = [];
  /** All that a thread has to know that takes the place of another. */
  readonly #names = new Set<string>();
  #output = '';
  #state: State | undefined;
  #port = 0;
  /** Whether the thread listens; what keeps it from that is told once. */
  #isServing = false;
  /** When it was started. */
  #began = 0;
  #closed: Promise<void> | undefined;
  address = '';

  constructor(settings: Settings, onFault: (reason: string) => void, script: URL) {
    this.#settings = settings;
    this.#onFault = onFault;
    this.#script = script;
    this.#worker = this.#start();
  }

  async change(settings: Settings): Promise<void> {
    // Any port that was free is the one that people know by now.
    const meant = settings.port === 0 ? { ...settings, port: this.#port } : settings;
    if (this.#isGone && this.#port > 0) {
      // The next thread begins with them.
      this.#settings = meant;
      return;
    }
    const said = await this.#ask({ kind: 'settings', settings: meant });
    if (said.kind === 'refused') throw new ServerError(settings.host, settings.port, said.code, said.reason);
    this.#listens(said, meant);
  }

  note(news: News, state: State): void {
    if (news.output !== this.#output) this.#names.clear();
    this.#output = news.output;
    for (const name of news.written) this.#names.add(name);
    for (const name of news.removed) this.#names.delete(name);
    this.#state = state;
    this.#post({ kind: 'news', news, state });
  }

  tell(state: State): void {
    this.#state = state;
    this.#post({ kind: 'state', state });
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const late = new Promise((resolve) => setTimeout(resolve, patience).unref());
    await Promise.race([this.#ask({ kind: 'end' }), late]);
    await this.#worker.terminate();
  }

  get #isGone(): boolean {
    return this.#worker.threadId < 0;
  }

  #post(told: Told): void {
    this.#worker.postMessage(told);
  }

  /** Answers come in the order in which they were asked for. */
  #ask(told: Told): Promise<Said> {
    return new Promise((resolve) => {
      if (this.#isGone) return resolve({ kind: 'refused', code: '', reason: 'it is gone' });
      this.#waiting.push(resolve);
      this.#post(told);
    });
  }

  #listens(said: Said, settings: Settings): void {
    if (said.kind !== 'listening') return;
    this.address = said.address;
    this.#port = said.port;
    this.#settings = { ...settings, port: said.port };
    this.#isServing = true;
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { workerData: this.#settings });
    let reason = 'its thread has ended';
    this.#began = performance.now();
    worker.on('message', (said: Said) => this.#waiting.shift()?.(said));
    worker.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', () => this.#lose(reason));
    return worker;
  }

  /** The thread is no more. One that never listened is not replaced: who waits for it hears why. */
  #lose(reason: string): void {
    for (const resolve of this.#waiting.splice(0)) resolve({ kind: 'refused', code: '', reason });
    if (this.#closed || this.#port === 0) return;
    const lasted = performance.now() - this.#began;
    if (this.#isServing) this.#onFault(reason);
    this.#isServing = false;
    setTimeout(() => void this.#again(), lasted < pause ? pause : 0).unref();
  }

  /** Starts a thread that knows what the one before knew, at the port that people know. */
  async #again(): Promise<void> {
    if (this.#closed) return;
    this.#worker = this.#start();
    const said = await this.#ask({ kind: 'settings', settings: this.#settings });
    this.#isServing = said.kind === 'listening';
    if (!this.#isServing) await this.#worker.terminate();
    else if (this.#state) this.#post({ kind: 'news', news: this.#all(), state: this.#state });
  }

  #all(): News {
    return { output: this.#output, written: [...this.#names], removed: [] };
  }
}
