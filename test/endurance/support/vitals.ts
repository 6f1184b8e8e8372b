import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';

/** What a process holds of the machine. */
export interface Vitals {
  readonly descriptors: number;
  readonly threads: number;
  /** Folders that the system tells it of. */
  readonly watches: number;
  /** Resident bytes. */
  readonly resident: number;
  /** Seconds of a processor that it used. */
  readonly processor: number;
}

/** Takes the vitals of a process. */
export function vitalsOf(pid: number): Vitals {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const figure = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
  const descriptors = readdirSync(`/proc/${pid}/fd`);
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the process may hold blanks; what follows it does not.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return {
    descriptors: descriptors.length,
    threads: figure('Threads'),
    watches: descriptors.reduce((count, fd) => count + watchesOf(pid, fd), 0),
    resident: figure('VmRSS') * 1024,
    processor: ticks / 100,
  };
}

function watchesOf(pid: number, fd: string): number {
  try {
    if (!readlinkSync(`/proc/${pid}/fd/${fd}`).includes('inotify')) return 0;
    return readFileSync(`/proc/${pid}/fdinfo/${fd}`, 'utf8').split('inotify wd:').length - 1;
  } catch {
    // It was closed meanwhile.
    return 0;
  }
}

/** The slope of the straight line that fits some points best. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (of: (point: readonly [number, number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean(([x]) => x), mean(([, y]) => y)];
  return mean(([a, b]) => (a - x) * (b - y)) / mean(([a]) => (a - x) ** 2);
}

/** Bytes of a file; none where there is no such file. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
