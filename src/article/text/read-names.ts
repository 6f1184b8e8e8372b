import type { Person } from '../article.js';
import { readPeople } from '../people.js';
import { isDesk } from './desk.js';
import { isName } from './is-name.js';
import { isRole } from './role.js';

/**
 * Reads the people that a byline names after its "by". What is not a name (a role, an agency beside a person, a place
 * after "in" or in brackets, an account) is left out.
 *
 * @param text what stands after the word that makes it a byline
 * @param trusted whether a label with a colon announced it: then names need no capitals
 * @returns nothing where the text is not a list of names
 */
export function readNames(text: string, trusted = false): Person[] {
  const tidy = withoutAsides(text);
  if (tidy === '' || tidy.length > 160 || /[!?…:]/.test(tidy) || /(?<!\b(?:\p{Lu}|[JS]r))\.$/u.test(tidy))
    return [];
  const parts = tidy.split(/\s*[,;]\s*/);
  const people = parts.filter((part, index) => index === 0 || !isBeside(part, parts[0] ?? ''));
  const named = people.length > 1 && isDesk(people[0] ?? '') ? people.slice(1) : people;
  const read = readPeople(named.join(', ')).map((person) => ({ ...person, name: withoutRole(person.name) }));
  const isOne = ({ name }: Person) =>
    isName(name) || isDesk(name) || (trusted && /^\D{1,60}$/.test(name) && name.split(' ').length < 6);
  return read.every(isOne) ? read : [];
}

/** What follows a name and a comma without being one: an agency, a role, or a place where names have two words. */
function isBeside(part: string, first: string): boolean {
  return isDesk(part) || isRole(part) || (first.includes(' ') && /^\p{Lu}[\p{L}.'’-]*$/u.test(part));
}

function withoutAsides(text: string): string {
  return text
    .replace(/\s+@[\w.]{2,30}/g, '')
    .replace(/"([^",]{1,40}),\s*([^",]{1,40})"/g, '$2 $1')
    .replace(/\s*\([^()@]{0,60}\)/g, '')
    .replace(/\s+(?:in|at|for|from)\s+(?:the\s+)?\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,3}/gu, '')
    .replace(/[\s,;|]+$/, '');
}

/** "Simon Hartley Local Democracy Reporter" is called by the first two words. */
function withoutRole(name: string): string {
  const role =
    /^(\p{Lu}[\p{L}.'’-]*\s+(?:(?:van|von|de|der|al|bin|\p{Lu}\.)\s+){0,2}\p{Lu}[\p{L}'’-]*)\s+(\S.*)$/u.exec(
      name,
    );
  return role?.[1] !== undefined && role[2] !== undefined && isRole(role[2]) ? role[1] : name;
}
