import type { Entry } from '../entry/entry.js';

/**
 * Renders each entry once: every later feed that shows the same entry gets the same text.
 * Entries are values that never change, so the object itself is the key.
 */
export function once(render: (entry: Entry) => string): (entry: Entry) => string {
  const rendered = new WeakMap<Entry, string>();
  return (entry) => {
    const known = rendered.get(entry);
    if (known !== undefined) return known;
    const text = render(entry);
    rendered.set(entry, text);
    return text;
  };
}
