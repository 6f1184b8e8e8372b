/** How much a problem matters: `error`, something was lost; `warning`, published, but perhaps not as meant; `note`, good to know. */
export type Level = 'error' | 'warning' | 'note';

/** Where a problem was found. `path` is relative to the articles folder; lines and columns count from 1. */
export interface Place {
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A finding about the input or the run, as data: nothing is thrown for a bad article. */
export interface Problem extends Place {
  readonly code: ProblemCode;
  readonly level: Level;
  readonly message: string;
  readonly help: string;
}

/** The stable name of a kind of problem. */
export type ProblemCode = keyof typeof catalogue;

/**
 * Every wording in one place: action, quoted value, colon, state.
 * A message is given the values of its finding; the place is printed beside it, not in it.
 */
const catalogue = {
  'front-matter-invalid': {
    level: 'error',
    message: (v) => `Cannot parse front matter: ${v.reason}`,
    help: 'Mend the line, or quote the value. What could be read was used.',
  },
  'date-unreadable': {
    level: 'warning',
    message: (v) => `Cannot read ${v.field} "${v.value}": not a date`,
    help: 'Write it as 2026-05-06 or 2026-05-06T10:00:00+02:00.',
  },
} as const satisfies Record<string, Wording>;

interface Wording {
  readonly level: Level;
  readonly message: (values: Readonly<Record<string, string | number>>) => string;
  readonly help: string;
}

/**
 * Makes a problem of a known kind.
 *
 * @param code the kind, a key of the catalogue
 * @param place where it was found
 * @param values what the wording of this kind quotes
 */
export function problem(
  code: ProblemCode,
  place: Place,
  values: Readonly<Record<string, string | number>> = {},
): Problem {
  const wording: Wording = catalogue[code];
  return { code, level: wording.level, ...place, message: wording.message(values), help: wording.help };
}
