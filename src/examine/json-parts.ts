import { checkAddress, type Reach } from './addresses.js';
import type { Json } from './json-tree.js';
import { quoted, type Tell } from './tell.js';

/** The members of an object; nothing where the value is none. */
export function membersOf({ value }: Json): ReadonlyMap<string, Json> | undefined {
  return value instanceof Map ? value : undefined;
}

/** The items of a list; nothing where the value is none. */
export function itemsOf(json: Json | undefined): readonly Json[] | undefined {
  return Array.isArray(json?.value) ? json.value : undefined;
}

/** The text of a member, which must be one where it is there. */
export function textOf(json: Json | undefined, where: string, tell: Tell): string | undefined {
  if (json === undefined) return undefined;
  const { at, value } = json;
  if (typeof value === 'string') {
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(value))
      tell('feed-value-doubtful', at, {
        where,
        value: quoted(value),
        reason: 'it holds a control character',
      });
    return value;
  }
  wrong(json, where, 'a text in quotes', tell);
  return undefined;
}

/** Tells that a value is of a wrong kind. */
export function wrong({ at, value }: Json, where: string, expected: string, tell: Tell): undefined {
  const isScalar = typeof value !== 'object' || value === null;
  const told = isScalar ? quoted(String(value)) : Array.isArray(value) ? '[…]' : '{…}';
  tell('feed-value-invalid', at, { where, value: told, expected });
}

/** Checks a member that is an address. */
export function checkLink(
  json: Json | undefined,
  where: string,
  tell: Tell,
  reach: Reach = 'web',
): undefined {
  const text = textOf(json, where, tell);
  if (json && text !== undefined) checkAddress(text, reach, where, json.at, tell);
}

/** Checks people: what JSON Feed 1.1 has as `authors`. */
export function checkPeople(json: Json | undefined, where: string, tell: Tell): undefined {
  if (json === undefined) return;
  const people = itemsOf(json);
  if (!people) return wrong(json, where, 'a list of people, as [{"name": "Ines Duarte"}]', tell);
  for (const person of people) checkPerson(person, `one of ${where}`, tell);
}

/** Checks somebody. */
export function checkPerson(person: Json, where: string, tell: Tell): undefined {
  const members = membersOf(person);
  if (!members) return wrong(person, where, 'somebody, as {"name": "Ines Duarte"}', tell);
  if (!['name', 'url', 'avatar'].some((name) => members.has(name)))
    tell('feed-element-missing', person.at, { name: 'name', parent: where });
  textOf(members.get('name'), `the name of ${where}`, tell);
  checkLink(members.get('url'), `the url of ${where}`, tell);
  checkLink(members.get('avatar'), `the avatar of ${where}`, tell);
}
