import { marksOf } from './sketch.js';

/** Of so many texts with the most in common the likeness is worked out. */
const most = 4;

/** A mark that more texts have than this is one of a pattern, and finds nothing. */
const commonest = 1000;

/**
 * Finds, among many sketched texts, those that are most like another, without comparing it to each. The fewer texts have
 * a mark, the more it weighs: what all articles of a folder begin and end with makes no two of them alike.
 */
export class SketchIndex {
  readonly #marks: readonly (readonly number[])[];
  readonly #having = new Map<number, number[]>();

  constructor(sketches: readonly string[]) {
    this.#marks = sketches.map(marksOf);
    for (const [at, marks] of this.#marks.entries()) {
      for (const mark of marks) {
        const having = this.#having.get(mark);
        if (having) having.push(at);
        else this.#having.set(mark, [at]);
      }
    }
  }

  /** The texts most like one, the likest first, by their place: 1 where they are the same, 0 where nothing is shared. */
  nearest(sketch: string): { readonly at: number; readonly likeness: number }[] {
    const marks = marksOf(sketch);
    const shared = new Map<number, number>();
    for (const mark of marks) {
      const having = this.#having.get(mark) ?? [];
      for (const at of having.slice(0, commonest)) shared.set(at, (shared.get(at) ?? 0) + this.#weight(mark));
    }
    return [...shared]
      .sort(([a, m], [b, n]) => n - m || a - b)
      .slice(0, most)
      .map(([at]) => ({ at, likeness: this.#likeness(marks, this.#marks[at] ?? []) }))
      .sort((one, other) => other.likeness - one.likeness || one.at - other.at);
  }

  #likeness(one: readonly number[], other: readonly number[]): number {
    const inOther = new Set(other);
    const weigh = (marks: Iterable<number>) => [...marks].reduce((sum, mark) => sum + this.#weight(mark), 0);
    const shared = weigh(one.filter((mark) => inOther.has(mark)));
    return shared / (weigh(new Set([...one, ...other])) || 1);
  }

  #weight(mark: number): number {
    return Math.log((this.#marks.length + 2) / Math.max(1, this.#having.get(mark)?.length ?? 0));
  }
}
