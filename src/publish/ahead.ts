/**
 * By how many milliseconds the clock of this machine is ahead of that of a store, if it is plainly not right: states are
 * told apart by when they were looked at, and whose clock is fast would have the newest for as long.
 *
 * @param sent when the store was asked, by the clock of this machine
 * @param received when it had answered
 * @param said the field `Date` of the answer, which knows no parts of a second
 */
export function aheadOf(sent: number, received: number, said: string | null): number {
  const date = Date.parse(said ?? '');
  if (Number.isNaN(date)) return 0;
  const [least, most] = [sent - date - 1000, received - date];
  if (least > 0) return least;
  return Math.min(most, 0);
}
