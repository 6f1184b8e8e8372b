import type { Value } from './matter.js';

/** What a parser made, as front matter has it: all scalars as text, tables as maps, so that no key means anything to us. */
export function asValue(parsed: unknown): Value {
  if (parsed === null || parsed === undefined) return '';
  if (parsed instanceof Date) return parsed.toISOString();
  if (Array.isArray(parsed)) return parsed.map(asValue);
  if (parsed instanceof Map) return new Map([...parsed].map(([key, value]) => [keyOf(key), asValue(value)]));
  if (typeof parsed === 'object')
    return new Map(Object.entries(parsed).map(([key, value]) => [key, asValue(value)]));
  return String(parsed);
}

function keyOf(key: unknown): string {
  return typeof key === 'object' ? '' : String(key);
}
