import { readDocument } from '../disk/document.js';
import { earlierDocuments } from '../disk/earlier.js';
import { addressOf } from './address.js';
import { Desk } from './desk.js';
import { Holdings } from './holdings.js';
import type { Terms } from './instance.js';
import { Live } from './live.js';
import { isLoopback } from './local.js';
import { Metrics } from './metrics.js';
import { type Limits, Listener, usual } from './server.js';
import type { News, Settings, State } from './settings.js';

/** Bytes that documents may take in memory. */
const budget = 128 * 2 ** 20;

/** All that there is behind an address: documents in memory, pages that follow, and who answers. */
export class House {
  readonly #live = new Live();
  readonly #metrics = new Metrics();
  readonly #limits: Limits;
  readonly #holdings: Holdings;
  readonly #desk: Desk;
  #settings: Settings;
  #output: string;
  #listener: Listener | undefined;

  constructor(settings: Settings, limits = usual, room = budget) {
    this.#settings = settings;
    this.#limits = limits;
    this.#output = settings.output;
    this.#holdings = new Holdings(termsOf(settings), (name) => readDocument(this.#output, name), room);
    this.#desk = new Desk(settings, this.#holdings, () => this.#measure());
  }

  /**
   * Opens, or goes on by other settings; the address stays where these say nothing else of it.
   *
   * @returns the address at which it listens, and its port
   * @throws what the system says; then all is as it was
   */
  async settle(settings: Settings): Promise<{ readonly address: string; readonly port: number }> {
    const { host, port } = this.#settings;
    const isElsewhere = settings.host !== host || settings.port !== port;
    if (!this.#listener || (isElsewhere && !this.#isAt(settings))) await this.#listen(settings);
    this.#desk.isAlone = isLoopback(this.#info.address);
    // Until the first turn is done, readers have what an earlier run made.
    if (!this.#desk.state) this.#holdings.note(earlierDocuments(this.#output), []);
    this.#settings = settings;
    this.#desk.settle(settings);
    const address = addressOf(settings.host, this.#info);
    this.#holdings.settle(termsOf({ ...settings, site: settings.site ?? address }));
    // Whoever may follow no more is sent away; whoever may comes back.
    this.#live.dismiss();
    return { address, port: this.#info.port };
  }

  /** A turn is done. */
  note({ output, written, removed }: News, state: State): void {
    if (output !== this.#output) {
      this.#output = output;
      this.#holdings.clear();
    }
    this.#holdings.note(written, removed);
    this.tell(state);
    this.#live.change([...written, ...removed]);
  }

  /** Something else than the documents is other than before. */
  tell(state: State): void {
    this.#desk.note(state);
    const total = Object.values(state.levels).reduce((sum, number) => sum + number, 0);
    this.#live.tell({ total, findings: state.findings });
  }

  /** Closes, soon. */
  async end(): Promise<void> {
    this.#live.end();
    await this.#listener?.end();
  }

  get #info() {
    if (!this.#listener) throw new Error('the server does not listen');
    return this.#listener.address;
  }

  #isAt({ host, port }: Settings): boolean {
    return host === this.#settings.host && port === this.#info.port;
  }

  async #listen({ host, port }: Settings): Promise<void> {
    const old = this.#listener;
    try {
      this.#listener = await this.#at(host, port);
      void old?.end();
    } catch (error) {
      if (old?.address.port !== port) throw error;
      // It is this very server that has the port, at another address.
      const before = { host: this.#settings.host, port: old.address.port };
      await old.end();
      this.#listener = await this.#at(host, port).catch(async (reason: unknown) => {
        this.#listener = await this.#at(before.host, before.port);
        throw reason;
      });
    }
  }

  #at(host: string, port: number): Promise<Listener> {
    const answering = {
      serve: this.#desk.serve.bind(this.#desk),
      follow: this.#live.add.bind(this.#live),
      metrics: this.#metrics,
    };
    return Listener.at(host, port, answering, this.#limits);
  }

  #measure(): string {
    return this.#metrics.text(this.#desk.state, {
      documents: this.#holdings.size,
      held: this.#holdings.weight,
      live: this.#live.size,
    });
  }
}

/** Until it listens, nothing is asked for. */
function termsOf({ site = 'http://localhost/', hub, maxAge }: Settings): Terms {
  return { site, hub, maxAge };
}
