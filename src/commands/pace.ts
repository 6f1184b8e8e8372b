import type { Progress } from '../crew.js';

/** How far work has come, and how fast it goes. */
export interface Stand extends Progress {
  /** Tasks a second, of late; nothing where that cannot be told yet. */
  readonly perSecond?: number;
}

/** Work that goes on. */
interface Going {
  done: number;
  /** When it is told next. */
  next: number;
  /** How often it was told. */
  told: number;
  /** How far it was, and when: as far back as it matters for how fast it goes now. */
  readonly marks: { readonly at: number; readonly done: number }[];
}

/** Milliseconds by which it is told how fast work goes: long enough to be calm, short enough to be true of now. */
const lately = 5000;

/** Milliseconds between two marks, so that a long time is remembered in few of them. */
const apart = 100;

/**
 * Makes the pace at which work is told: seldom enough to be no bother, and never of work that is done soon.
 *
 * @param now the clock, in milliseconds
 * @param pause milliseconds until it is told next, by how often it was told
 * @returns takes each progress, and gives it back where it is time to tell it
 */
export function pace(
  now: () => number,
  pause: (told: number) => number,
): (progress: Progress) => Stand | undefined {
  const works = new Map<Progress['kind'], Going>();
  return (progress) => {
    const at = now();
    const { kind, done, total } = progress;
    let going = works.get(kind);
    // What has come less far than it had is other work of that kind.
    if (going === undefined || done <= going.done) {
      going = { done, next: at + pause(0), told: 0, marks: [] };
      works.set(kind, going);
    }
    going.done = done;
    mark(going.marks, at, done);
    // Whoever was told of work is told of its end.
    if (at < going.next && !(done === total && going.told > 0)) return undefined;
    going.told++;
    going.next = at + pause(going.told);
    return { ...progress, ...speed(going.marks, at, done) };
  };
}

function mark(marks: Going['marks'], at: number, done: number): void {
  const [, second] = marks;
  if (second && second.at <= at - lately) marks.shift();
  const last = marks.at(-1);
  if (last === undefined || at - last.at >= apart) marks.push({ at, done });
}

function speed([first]: Going['marks'], at: number, done: number): Pick<Stand, 'perSecond'> {
  if (first === undefined || first.at === at || first.done === done) return {};
  return { perSecond: ((done - first.done) / (at - first.at)) * 1000 };
}
