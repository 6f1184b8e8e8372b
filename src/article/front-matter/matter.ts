import type { Problem } from '../../problems.js';

/** A value of front matter. Every scalar is text as it was written: `1.10` and `010` stay what they are. */
export type Value = string | readonly Value[] | Values;
export type Values = ReadonlyMap<string, Value>;

/** One key of front matter, as written, with the line of the file on which it stands. */
export interface Entry {
  readonly key: string;
  readonly value: Value;
  readonly line: number;
  /** Whether the value is a line as it stands, so that quotes around it are not part of it. */
  readonly raw?: boolean;
}

/** Front matter as parsed, whatever form it had, and what was wrong with it. */
export interface Matter {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** The forms of front matter. */
export type Form = 'yaml' | 'toml' | 'json' | 'headers' | 'fields' | 'dots' | 'code';

/** A file parted in front matter and body. */
export interface Split {
  readonly form: Form;
  readonly matter: Matter;
  readonly body: string;
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
}
