import { setTimeout as pause } from 'node:timers/promises';
import { readDocument } from '../disk/document.js';
import { reasonOf } from '../disk/reason.js';
import { News } from '../disk/state/news.js';
import { type Problem, problem } from '../problems.js';
import { shownHub } from './announcement.js';
import { Book, digestOf } from './book.js';
import { type Answer, type Failure, Line, type World } from './line.js';
import type { Send } from './send.js';
import { subscribable, topicOf } from './topics.js';

/** What of a config counts. */
export interface Scope {
  readonly output: string;
  readonly state: string;
  readonly site: string;
  readonly hub: readonly string[];
}

/** A hub was told of a topic, and took it. */
export interface Announced {
  readonly topic: string;
  /** Without what may be secret in its address. */
  readonly hub: string;
  /** As in HTTP. */
  readonly status: number;
}

/** Who is told. */
export interface Listeners {
  readonly onAnnounced: (announced: Announced) => void;
  readonly onProblem: (problem: Problem) => void;
}

/** What became of the documents in a turn, by their names. */
export interface Documents {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/** The world as it is. */
export const world: World = {
  pause: (milliseconds, signal) => pause(milliseconds, undefined, { signal }).catch(() => undefined),
  now: () => performance.now(),
  random: Math.random,
};

/**
 * Announces to the hubs which feeds changed, in the background: no turn waits for it. What was not announced when it is
 * closed, or killed, is announced by the next one.
 */
export class Announcer {
  readonly #scope: Scope;
  readonly #listeners: Listeners;
  readonly #book: Book;
  readonly #lines: ReadonlyMap<string, Line>;
  readonly #end = new AbortController();
  readonly #news = new News<string>();
  /**
   * Documents to look at, by name. What the first turn finds may be known to the hub. What a later one wrote is new
   * whatever the book says: its bytes may have been read, and announced, while that turn was under way, and the hub have
   * fetched those of before.
   */
  readonly #unseen = new Map<string, boolean>();
  #looking: Promise<void> = Promise.resolve();
  #saving: Promise<void> = Promise.resolve();
  #isFirst = true;

  constructor(scope: Scope, send: Send, listeners: Listeners, around: World = world) {
    this.#scope = scope;
    this.#listeners = listeners;
    this.#book = new Book(scope.state, scope.hub);
    const { signal } = this.#end;
    const lineTo = (hub: string) =>
      new Line(
        {
          send: (topic) => send(hub, topic, signal),
          answered: (topic, digest, answer) => this.#answered(hub, topic, digest, answer),
          gaveUp: (outcome) => this.#gaveUp(hub, outcome),
        },
        around,
        signal,
      );
    this.#lines = new Map(scope.hub.map((hub) => [hub, lineTo(hub)]));
  }

  /**
   * Takes note of a turn whose documents are in place. The first one tells what an earlier run may have left.
   *
   * @param isNew whether no hub can have fetched what was written, be the book as it may
   */
  note({ written, unchanged, removed }: Documents, isNew = !this.#isFirst): void {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    for (const name of subscribable(removed)) this.#forget(name);
    for (const name of subscribable(written)) this.#unseen.set(name, isNew);
    if (isFirst) for (const name of subscribable(unchanged)) this.#unseen.set(name, false);
    this.#looking = this.#looking.then(() => this.#look());
  }

  /** Resolves when there is nothing to do: all is announced, or what is left has to wait for another turn or run. */
  async rested(): Promise<void> {
    await this.#looking;
    await Promise.all([...this.#lines.values()].map((line) => line.rested()));
    await this.#saving;
  }

  /** Waits no longer: tells which hubs have not heard of everything. */
  giveUp(): void {
    for (const [hub, { trouble }] of this.#lines) if (trouble) this.#gaveUp(hub, trouble);
  }

  /** Ends at once. What is under way counts as not announced. */
  async close(): Promise<void> {
    this.#end.abort();
    await this.#saving;
  }

  /** Looks at all documents of which turns have told meanwhile. */
  async #look(): Promise<void> {
    const { output, site } = this.#scope;
    const unseen = [...this.#unseen];
    this.#unseen.clear();
    const found: [topic: string, digest: string, isNew: boolean][] = [];
    for (const [name, isNew] of unseen) {
      if (this.#end.signal.aborted) return;
      // Where it is gone, the next turn tells.
      const document = await readDocument(output, name).catch(() => undefined);
      if (document) found.push([topicOf(name, site), digestOf(document.bytes), isNew]);
    }
    for (const wanted of found) this.#want(...wanted);
  }

  #want(topic: string, digest: string, isNew: boolean): void {
    for (const [hub, line] of this.#lines)
      if (isNew || !this.#book.has(hub, topic, digest)) line.put(topic, digest);
  }

  #forget(name: string): void {
    const topic = topicOf(name, this.#scope.site);
    this.#unseen.delete(name);
    this.#book.forget(topic);
    for (const line of this.#lines.values()) line.drop(topic);
  }

  #answered(hub: string, topic: string, digest: string, answer: Answer): void {
    this.#book.note(hub, topic, digest);
    this.#saving = this.#book.save().then(
      () => this.#tell('keep', undefined),
      (error) => this.#tell('keep', problem('announcements-unkept', {}, { reason: reasonOf(error) })),
    );
    if (answer.kind === 'accepted') {
      this.#tell(hub, undefined);
      this.#listeners.onAnnounced({ topic, hub: shownHub(hub), status: answer.status });
    } else this.#tell(hub, problem('hub-refused', {}, { hub: shownHub(hub), reason: answer.reason }));
  }

  #gaveUp(hub: string, { kind, reason }: Failure): void {
    const code = kind === 'barred' ? 'hub-private' : 'hub-unreachable';
    this.#tell(hub, problem(code, {}, { hub: shownHub(hub), reason }));
  }

  /** What is the matter with a hub is told once, until it is something else. */
  #tell(subject: string, found: Problem | undefined): void {
    for (const news of this.#news.of(subject, found)) this.#listeners.onProblem(news);
  }
}
