import { FAILSAFE_SCHEMA, load, realMapTag, YAMLException } from 'js-yaml';
import { asValue } from './as-value.js';
import { keyLines } from './key-lines.js';
import type { Entry } from './matter.js';

/**
 * Reads YAML 1.2, every scalar as text.
 *
 * @param source the lines between the fences
 * @param line the line of the file on which `source` begins
 * @returns nothing where it is not YAML, or no mapping
 */
export function readStrictYaml(source: string, line: number): Entry[] | undefined {
  if (/^(?:\s*(?:#.*)?\n)*\s*(?:#.*)?$/.test(source)) return [];
  try {
    const values = load(source, { schema, maxDepth: 20, maxAliases: 20 });
    if (!(values instanceof Map)) return undefined;
    const lines = keyLines(source, line);
    return [...values].flatMap(([key, value]) =>
      typeof key === 'string' ? [{ key, value: asValue(value), line: lines.get(key) ?? line }] : [],
    );
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

/** Maps cannot be reached through `__proto__`; there is no merge key in this schema. */
const schema = FAILSAFE_SCHEMA.withTags(realMapTag);
