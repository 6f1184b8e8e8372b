/** What a word can mean in a date. A month that several languages write alike has several numbers, likeliest first. */
export interface Meaning {
  readonly months?: readonly number[];
  /** Days of the week, Sunday being 0. */
  readonly weekdays?: readonly number[];
  readonly half?: 'am' | 'pm';
}

/** The units in which languages count back. */
export const units = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type Unit = (typeof units)[number];

/** A unit to count in, and how many where the words themselves say it ("yesterday", the Arabic dual). */
export interface Span {
  readonly unit: Unit;
  readonly count?: number;
}

/** The words of one language or of several, folded; `#` stands for a number in a span. */
export interface Language {
  readonly meaningOf: (phrase: string) => Meaning | undefined;
  readonly spanOf: (pattern: string) => Span | undefined;
}
