import type { Keys } from './keys.js';
import { plainText } from './plain-text.js';

/** A value, and the line that states it. */
export interface There<Value> {
  readonly value: Value;
  readonly line: number;
}

/**
 * What keys say as text, in the order of their names; of a list, each of its texts. Themes have switches of these names, too.
 *
 * @param names in the spelling of the families, parted by blanks
 */
export function textsIn(keys: Keys, names: string): There<string>[] {
  return names.split(' ').flatMap((name) => {
    const entry = keys.entry(name);
    if (entry === undefined) return [];
    const values = Array.isArray(entry.value) ? entry.value : [entry.value];
    return values
      .map((value) => (typeof value === 'string' ? plainText({ ...entry, value }) : ofTable))
      .filter((text) => text !== '' && !/^(?:true|false|yes|no|on|off|none|null|n\/?a)$/i.test(text))
      .map((text) => ({ value: text.slice(0, longest), line: entry.line }));
  });
}

/** Of a table each part has a key of its own; see `Keys`. */
const ofTable = '';

/** A line about rights is a line. */
const longest = 1000;

/** A list of what is there. */
export function there<Value>(value: Value | undefined, line: number): There<Value>[] {
  return value === undefined ? [] : [{ value, line }];
}
