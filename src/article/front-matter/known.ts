import { families } from './families.js';
import { spell } from './keys.js';

/** Whether a key is one that says what an article is: its title, its date or its authors; or any that is understood. */
export function isKnown(key: string, kind: 'telling' | 'any'): boolean {
  return (kind === 'telling' ? telling : any).has(spell(key));
}

const telling = new Set([...families.title, ...families.published, ...families.authors, 'subject', 'from']);
const any = new Set([
  ...Object.values(families).flat(),
  ...telling,
  'draft',
  'status',
  'layout',
  'type',
  'version',
  'email',
]);
