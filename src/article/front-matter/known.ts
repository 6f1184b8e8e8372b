import { placeOf } from './families.js';
import { spell } from './keys.js';

/** Whether a key is understood, or one of those that generators keep beside what is. */
export function isKnown(key: string): boolean {
  const name = spell(key);
  return placeOf(name) !== undefined || others.has(name);
}

const others = new Set(['draft', 'status', 'layout', 'type', 'version', 'email']);
