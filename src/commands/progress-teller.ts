import type { Progress } from '../crew.js';
import type { Host } from './host.js';
import { pace } from './pace.js';
import { progressLine } from './progress-line.js';
import { progressWords } from './progress-words.js';

/** Milliseconds of work of which a terminal shows nothing, and between two looks of what it shows. */
const unshown = 500;
const redraw = 100;

/** Milliseconds between two lines in a log: the first, and at most. */
const firstLine = 5000;
const seldom = 60_000;

/** Tells people of long work: by a line that changes on a terminal, by a few plain lines in a log. */
export function progressTeller({ draw, err, layout, now }: Host): (progress: Progress) => void {
  const isTime = pace(now, draw ? betweenLooks : betweenLines);
  return (progress) => {
    const stand = isTime(progress);
    if (stand === undefined) return;
    const { kind, done, total } = stand;
    if (draw) draw(progressLine(stand, layout()));
    // A log hears of the end in the report.
    else if (done < total) err(`${progressWords[kind].long}: ${done} of ${total}\n`);
  };
}

function betweenLooks(told: number): number {
  return told === 0 ? unshown : redraw;
}

/** 5 s, 5 s, 10 s, 20 s and so on: the longer it takes, the less there is in a line more. */
function betweenLines(told: number): number {
  return Math.min(seldom, firstLine * 2 ** Math.max(0, told - 1));
}
