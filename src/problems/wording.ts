/** How much a problem matters: `error`, something was lost; `warning`, published, but perhaps not as meant; `note`, good to know. */
export type Level = 'error' | 'warning' | 'note';

/**
 * How a kind of problem is told: action, quoted value, colon, state.
 * The message is given the values of its finding; the place is printed beside it, not in it.
 */
export interface Wording {
  readonly level: Level;
  readonly message: (values: Readonly<Record<string, string | number>>) => string;
  readonly help: string;
}
