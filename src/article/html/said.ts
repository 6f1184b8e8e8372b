/** A value that the page states, and the line that states it. */
export interface Said<T> {
  readonly value: T;
  /** The line of the file, from 1. */
  readonly line: number;
  /** Whether it is a date that was counted from the time of the file. */
  readonly relative?: true;
}
