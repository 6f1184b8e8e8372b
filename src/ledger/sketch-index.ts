import { likeness } from './sketch.js';

/** A mark that more texts have than this is one of a pattern, and finds nothing. */
const commonest = 1000;

/** Of so many texts with the most marks in common the likeness is worked out. */
const most = 4;

/** Finds, among many sketched texts, those that are most like another: without comparing it to each. */
export class SketchIndex {
  readonly #sketches: readonly string[];
  readonly #byMark = new Map<number, number[]>();

  constructor(sketches: readonly string[]) {
    this.#sketches = sketches;
    for (const [at, sketch] of sketches.entries()) {
      for (const mark of marksOf(sketch)) {
        const having = this.#byMark.get(mark);
        if (having) having.push(at);
        else this.#byMark.set(mark, [at]);
      }
    }
  }

  /** The texts most like one, the likest first, by their place. */
  nearest(sketch: string): { readonly at: number; readonly likeness: number }[] {
    const shared = new Map<number, number>();
    for (const mark of marksOf(sketch)) {
      const having = this.#byMark.get(mark) ?? [];
      for (const at of having.slice(0, commonest)) shared.set(at, (shared.get(at) ?? 0) + 1);
    }
    return [...shared]
      .sort(([a, m], [b, n]) => n - m || a - b)
      .slice(0, most)
      .map(([at]) => ({ at, likeness: likeness(sketch, this.#sketches[at] ?? '') }))
      .sort((one, other) => other.likeness - one.likeness || one.at - other.at);
  }
}

/** The marks of a sketch, each with its bin. */
function marksOf(sketch: string): number[] {
  return [...Buffer.from(sketch, 'base64url')].flatMap((mark, bin) => (mark === 0 ? [] : bin * 256 + mark));
}
