/** The bars that the program is held to: nothing may take more. Where a size has none, it is measured all the same. */
export const bars = {
  /** Wall time of a cold build, to Hugo's, by articles. */
  cold: new Map([
    [1_000, 0.9],
    [10_000, 0.3],
    [100_000, 0.2],
  ]),
  /** Cold build of feeds that show all entries, to Hugo's, by articles. */
  unlimited: new Map([[10_000, { wall: 0.45, memory: 0.3 }]]),
  /** Wall time of a cold build with groups, to Hugo's, by articles. */
  groups: new Map([[10_000, 0.6]]),
  /** Wall time of a warm build with nothing changed, to that of Node looking at each file, by articles. */
  warm: new Map([
    [10_000, 1.5],
    [100_000, 2],
  ]),
  /** Wall time with one article changed, to that with none changed. */
  oneChanged: 1.2,
  /** Milliseconds from a change to the documents, beyond the settle time, and the slowest size to the fastest. */
  watch: { median: 60, late: 150, sizes: 1.3 },
  /** MB of a watch that has nothing to do, by articles. */
  memory: new Map([
    [10_000, 110],
    [100_000, 250],
  ]),
  /** Per cent of one CPU that it takes. */
  idle: 0.5,
  /** Wall time of `--version` and `--help`, to that of Node alone. */
  start: 1.3,
  /** CPU time an article, to that at the next smaller size: it is flat, give or take. */
  growth: 1.05,
};
