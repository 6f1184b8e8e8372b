import type { Person } from '../article.js';
import { spell } from './keys.js';
import type { Values } from './matter.js';

/**
 * Reads a table that describes a person, as `{name: …, url: …, email: …}` or `{key: …}` of one described elsewhere.
 *
 * @param known people by their ids
 */
export function personOf(table: Values, known: ReadonlyMap<string, Person>): Person | undefined {
  const texts = new Map<string, string>();
  for (const [key, value] of table)
    if (typeof value === 'string' && value.trim() !== '') texts.set(spell(key), value.trim());
  const one = (names: string): string | undefined => {
    for (const name of names.split(' ')) if (texts.has(name)) return texts.get(name);
    return undefined;
  };
  const id = one('key id login username slug');
  const base = id === undefined ? undefined : known.get(id);
  const full = [one('givenname firstname first given'), one('familyname lastname last family surname')]
    .filter(Boolean)
    .join(' ');
  const name = one('name displayname fullname author title nickname') ?? (full || base?.name || id);
  if (!name) return undefined;
  const email = one('email mail');
  const uri = one('uri url link website site homepage web href');
  const avatar = one('avatar image imageurl picture photo avatarurl gravatar');
  return {
    ...base,
    name,
    ...(email?.includes('@') && { email }),
    ...(uri && /^https?:/i.test(uri) && { uri }),
    ...(avatar && { avatar }),
  };
}
