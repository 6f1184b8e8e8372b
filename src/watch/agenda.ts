import type { Instant } from '../article/article.js';
import type { ProblemCode } from '../problems.js';
import type { Report } from '../report.js';

/** Milliseconds from a turn that did not succeed to the next attempt: twice as long each time, up to a minute. */
const firstRetry = 1000;
const longestRetry = 60_000;

const unfinished: ReadonlySet<ProblemCode> = new Set([
  'document-unwritten',
  'document-unremoved',
  'output-not-durable',
  'output-unusable',
]);

/** What is to be done though no file changes: to publish articles whose time comes, and to write what could not be written. */
export class Agenda {
  readonly #until = new Map<string, Instant>();
  #retryAt: Instant | undefined;
  #retryAfter = firstRetry;

  /** Takes note of what a turn left to do. */
  note(report: Report): void {
    for (const path of [...report.read, ...report.gone]) this.#until.delete(path);
    for (const [path, until] of this.#until) if (until <= report.at) this.#until.delete(path);
    for (const { path, until } of report.withheld) if (until !== undefined) this.#until.set(path, until);
    if (report.problems.some(({ code }) => unfinished.has(code))) this.retry(report.at + report.milliseconds);
    else this.#succeed();
  }

  /** Something failed, and is to be tried again. */
  retry(now: Instant): void {
    this.#retryAt = now + this.#retryAfter;
    this.#retryAfter = Math.min(longestRetry, 2 * this.#retryAfter);
  }

  /** When the next thing is to be done; `Infinity` where there is nothing. */
  next(): Instant {
    let next = this.#retryAt ?? Number.POSITIVE_INFINITY;
    for (const until of this.#until.values()) next = Math.min(next, until);
    return next;
  }

  #succeed(): void {
    this.#retryAt = undefined;
    this.#retryAfter = firstRetry;
  }
}
