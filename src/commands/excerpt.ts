/** The first few of the rows of one kind, and how many more there are. */
export interface Excerpt<Row> {
  readonly shown: readonly Row[];
  readonly more: number;
}

/**
 * Cuts a long list for people: the first few rows of each kind.
 *
 * @param kindOf what makes two rows one of a kind
 * @param most how many rows of a kind are shown
 * @returns the kinds in the order in which they come up
 */
export function excerpts<Row>(rows: readonly Row[], kindOf: (row: Row) => string, most = 5): Excerpt<Row>[] {
  const kinds = new Map<string, Row[]>();
  for (const row of rows) {
    const kind = kinds.get(kindOf(row));
    if (kind === undefined) kinds.set(kindOf(row), [row]);
    else kind.push(row);
  }
  return [...kinds.values()].map((kind) => excerpt(kind, most));
}

/** A list is cut only where that saves more than one row. */
function excerpt<Row>(rows: readonly Row[], most: number): Excerpt<Row> {
  const shown = rows.length <= most + 1 ? rows : rows.slice(0, most);
  return { shown, more: rows.length - shown.length };
}
