/**
 * Makes every text in a value one of its own. V8 keeps a part of a text as a view of the whole: a title of forty letters
 * would hold the file it was found in for as long as the article is known.
 */
export function standalone<Value>(value: Value): Value;
export function standalone(value: unknown): unknown {
  if (typeof value === 'string') return value.length < shortestView ? value : ` ${value}`.slice(1);
  if (Array.isArray(value)) return value.map((inner) => standalone(inner));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = { ...value };
  for (const name of Object.keys(copy)) copy[name] = standalone(copy[name]);
  return copy;
}

/** Shorter parts are copied by V8 as they are taken. */
const shortestView = 13;
