import type { Entry } from '../entry/entry.js';

/**
 * Renders each entry once, or weighs it once: every later feed that shows the same entry gets the same text.
 * Entries are values that never change, so the object itself is the key.
 */
export function once<Result extends string | number>(
  render: (entry: Entry) => Result,
): (entry: Entry) => Result {
  const rendered = new WeakMap<Entry, Result>();
  return (entry) => {
    const known = rendered.get(entry);
    if (known !== undefined) return known;
    const result = render(entry);
    rendered.set(entry, result);
    return result;
  };
}
