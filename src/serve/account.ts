import type { Problem } from '../problems.js';
import type { Report } from '../report.js';
import { CurrentProblems } from './current-problems.js';
import type { News, State } from './settings.js';

/** Keeps account of a run for its server: what is other than before, and how all stands. */
export class Account {
  readonly #problems = new CurrentProblems();
  #builds = 0;
  #last: Pick<State, 'at' | 'milliseconds' | 'articles' | 'entries'> | undefined;
  /** The folder of which all documents are known; nothing where some may have been missing. */
  #known: string | undefined;

  /**
   * A turn is done.
   *
   * @param output absolute path of the folder of the documents
   */
  note(output: string, report: Report): News {
    const { at, milliseconds, articles, entries, documents } = report;
    const { written, unchanged, removed } = documents;
    this.#problems.note(report);
    this.#builds++;
    this.#last = { at, milliseconds, articles, entries };
    const news = { output, written: this.#known === output ? written : [...written, ...unchanged], removed };
    this.#known = this.#problems.state.isWritten ? output : undefined;
    return news;
  }

  /** Something is wrong that belongs to no turn. */
  add(problems: readonly Problem[]): void {
    if (problems.some(({ code }) => code === 'config-kept')) this.#problems.ofConfig(problems);
    else this.#problems.add(problems);
  }

  /** The config can be used. */
  mended(): void {
    this.#problems.ofConfig([]);
  }

  /** How all stands; nothing before the first turn. */
  get state(): State | undefined {
    return this.#last && { builds: this.#builds, ...this.#last, ...this.#problems.state };
  }
}
