import { spell } from './keys.js';
import type { Values } from './matter.js';

/** The first text that a table has under one of some names, which are parted by blanks. */
export function textOf(table: Values, names: string): string | undefined {
  const texts = new Map<string, string>();
  for (const [key, value] of table)
    if (typeof value === 'string' && value.trim() !== '') texts.set(spell(key), value.trim());
  for (const name of names.split(' ')) if (texts.has(name)) return texts.get(name);
  return undefined;
}
