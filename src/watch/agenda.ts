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

/** What is to be done though no file changes: to publish and withdraw articles when their time comes, and to write what could not be written. */
export class Agenda {
  #due: Instant = Number.POSITIVE_INFINITY;
  #retryAt: Instant = Number.POSITIVE_INFINITY;
  #retryAfter = firstRetry;
  /** When the last turn was made: what is to be done next was decided by this time. */
  #at: Instant = Number.NEGATIVE_INFINITY;

  /** Takes note of what a turn left to do. */
  note(report: Report): void {
    this.#at = report.at;
    this.#due = report.next ?? Number.POSITIVE_INFINITY;
    if (report.problems.some(({ code }) => unfinished.has(code)))
      this.#retry(report.at + report.milliseconds);
    else this.#succeed();
  }

  /** A whole turn failed, and is to be tried again. */
  fail(now: Instant): void {
    this.#at = now;
    this.#due = Number.POSITIVE_INFINITY;
    this.#retry(now);
  }

  #retry(now: Instant): void {
    this.#retryAt = now + this.#retryAfter;
    this.#retryAfter = Math.min(longestRetry, 2 * this.#retryAfter);
  }

  /** Whether something that failed is to be tried again now. */
  retries(now: Instant): boolean {
    return this.#retryAt < Number.POSITIVE_INFINITY && (this.#retryAt <= now || now < this.#at);
  }

  /** Whether anything is to be done now: its time has come, or the clock was put back, and decides otherwise. */
  isDue(now: Instant): boolean {
    return this.next() <= now || now < this.#at;
  }

  /** When the next thing is to be done, by the clock on the wall; `Infinity` where there is nothing. */
  next(): Instant {
    return Math.min(this.#due, this.#retryAt);
  }

  #succeed(): void {
    this.#retryAt = Number.POSITIVE_INFINITY;
    this.#retryAfter = firstRetry;
  }
}
