/**
 * Finds the line of each key that begins at the left edge.
 *
 * @param source the lines between the fences
 * @param line the line of the file on which `source` begins
 */
export function keyLines(source: string, line: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, text] of source.split('\n').entries()) {
    const [, double, single, plain] = keyed.exec(text) ?? [];
    const key = double ?? single ?? plain;
    if (key !== undefined && !found.has(key)) found.set(key, line + index);
  }
  return found;
}

const keyed = /^(?:"([^"]*)"|'([^']*)'|([^\s#:=[{"'-][^:=]{0,99}?))\s*[:=]/;
