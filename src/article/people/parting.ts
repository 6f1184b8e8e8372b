import { isRole, isSuffix } from './roles.js';

/**
 * Parts a line that names people into one text for each, with whatever stands beside the name in brackets.
 *
 * @param line without a byline word, its white space folded
 */
export function partNames(line: string): string[] {
  if (single.test(line)) return [line];
  const groups = split(line, hard);
  return groups.flatMap((group) => partGroup(group, groups.length > 1));
}

/** Most lines name one person, and need not be looked at closer. */
const single = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}$/u;

/** What no separator inside of it parts: a tag or an address, a note in brackets, a Markdown link. */
const whole = String.raw`<[^<>]*>|\[[^\][]*\]\([^()]*\)|\([^()]*\)`;
const hard = new RegExp(`(${whole})|\\s*[;|、，؛،]\\s*|\\s+/\\s+|(?<=\\p{Ll}{2})/(?=\\p{Lu})`, 'gu');
const comma = new RegExp(`(${whole})|\\s*,\\s*`, 'gu');
/** "With" parts two people, but not who wrote "in partnership with" whom. */
const and = new RegExp(
  `(${whole})|,?\\s+(?:and|und|et|og|och|(?<!ship |tion )with|&|\\+|AND|And|UND|ET|и|та|και)\\s+`,
  'gu',
);
/** Words for "and" that can be something else, and so part only full names. */
const perhapsAnd = new RegExp(`(${whole})|,?\\s+(?:y|e|i|en|ve|dan|ja|a)\\s+`, 'gu');

function split(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(separator)) {
    if (match[1] !== undefined) continue;
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** @param listed whether the group is one of several between semicolons, where a comma parts last from first names */
function partGroup(group: string, listed: boolean): string[] {
  const parted = withoutOtherRoles(unitsOf(group)).map((unit) => withoutRoles(split(unit, comma)));
  const inverted = parted.every(
    ([first, second, third]) => first && second && !third && (listed || isInverted(first, second)),
  );
  return inverted ? parted.map((unit) => unit.join(', ')) : parted.flat();
}

/** What "and" parts: people, but not the halves of "Department of Health and Human Services". */
function unitsOf(group: string): string[] {
  const sure = split(group, and);
  const [first = '', last = ''] = [sure[0], sure.at(-1)];
  if (sure.length > 1 && (/\s(?:of|for)\s/.test(first) || (!/\s/.test(first) && isRole(last))))
    return [group];
  return sure.flatMap((unit) => {
    const parts = split(unit, perhapsAnd);
    return parts.every((part) => /\s/.test(part)) ? parts : [unit];
  });
}

/** Leaves out the second role in "A, Editor and Publisher". */
function withoutOtherRoles(units: readonly string[]): string[] {
  return units.filter(
    (unit, index) => !(units[index - 1]?.includes(',') && !unit.includes(',') && isRole(unit)),
  );
}

/** Leaves out what tells of a person ("A, Staff Writer") and puts what belongs to a name back ("A, Jr."). */
function withoutRoles(parts: readonly string[]): string[] {
  const people: string[] = [];
  for (const part of parts) {
    const before = people.at(-1);
    if (before === undefined) people.push(part);
    else if (isSuffix(part)) people[people.length - 1] = `${before}, ${part}`;
    else if (isContact(part)) people[people.length - 1] = `${before} <${part}>`;
    else if (!isRole(part)) people.push(part);
  }
  return people;
}

function isContact(text: string): boolean {
  return /^(?:mailto:|https?:\/\/)?\S*[@/]\S+$/.test(text) && !text.startsWith('@');
}

/** Whether a comma parts a last from a first name, as in "Knuth, Donald E."; two names alone ("Doe, Jane") are taken so too. */
function isInverted(last: string, first: string): boolean {
  const name = last.replace(/^(?:(?:van|von|de|der|den|la|le|du|di|da|dos|del|ter|ten|zu) )+/i, '');
  return (
    /^\p{Lu}[\p{Ll}\p{M}\p{Lu}'’-]+$/u.test(name) &&
    /^\p{Lu}[\p{Ll}\p{M}'’-]*\.?(?: ?\p{Lu}\.)*$/u.test(first)
  );
}
