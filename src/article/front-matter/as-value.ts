import type { Value } from './matter.js';

/** What a parser made, as front matter has it: all scalars as text, tables as maps, so that no key means anything to us. */
export function asValue(parsed: unknown, depth = 0): Value {
  if (depth > deepest) return '';
  const inner = (value: unknown) => asValue(value, depth + 1);
  if (parsed === null || parsed === undefined) return '';
  if (parsed instanceof Date) return parsed.toISOString();
  if (Array.isArray(parsed)) return parsed.map(inner);
  if (parsed instanceof Map) return new Map([...parsed].map(([key, value]) => [keyOf(key), inner(value)]));
  if (typeof parsed === 'object')
    return new Map(Object.entries(parsed).map(([key, value]) => [key, inner(value)]));
  return String(parsed);
}

/** No statement about an article lies deeper; what does is an attack on the stack. */
const deepest = 32;

function keyOf(key: unknown): string {
  return typeof key === 'object' ? '' : String(key);
}
