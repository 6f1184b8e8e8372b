import { type Family, placeOf } from './families.js';
import { spell } from './keys.js';

/** Whether a key tells what makes an article one: its title, its date or its authors; and which of them. */
export function telling(key: string): Family | undefined {
  const family = placeOf(spell(key))?.family;
  return family === 'title' || family === 'published' || family === 'authors' ? family : undefined;
}
