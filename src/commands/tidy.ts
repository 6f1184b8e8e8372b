import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds between the collections after much work; V8 gives most of its room back only with the later ones. */
const pause = 2000;
const times = 4;

/**
 * Gives memory back after much work. V8 keeps what a first build of a large folder took for as long as hardly anything
 * more is asked for, and a watcher asks for hardly anything for months.
 */
export function tidySoon(): void {
  let left = times;
  const timer = setInterval(() => {
    collect();
    left--;
    if (left === 0) clearInterval(timer);
  }, pause).unref();
}

let collector: (() => void) | undefined;

/** V8 collects on demand only where a flag says so, which need not be given at the start. */
function collect(): void {
  if (collector === undefined) {
    setFlagsFromString('--expose-gc');
    collector = runInNewContext('gc') as () => void;
  }
  collector();
}
