import type { Person } from './article.js';
import { readContact } from './people/contact.js';
import { partNames } from './people/parting.js';

/**
 * Reads the people that one line of text names: "By A and B", "A <a@example.org>", "Last, First; Last, First".
 * A comma parts two people in "A B, C D", but not in "Josh Aas, ISRG Executive Director", where what follows it is
 * left out. Names stay as they are written; an e-mail or an address is only taken where it stands.
 *
 * @returns each person once, in the order of the text; an empty list where it names nobody
 *
 * @example
 * readPeople('By Ada Lovelace <ada@example.org> and Charles Babbage')
 * // [{ name: 'Ada Lovelace', email: 'ada@example.org' }, { name: 'Charles Babbage' }]
 */
export function readPeople(text: string): Person[] {
  if (text.length < 100 && plainName.test(text)) return [{ name: text }];
  const line = withoutByline(
    text
      .slice(0, longest)
      .replace(/\s+/g, ' ')
      .replace(/,? et al\.?\s*$/i, '')
      .trim(),
  );
  const people = new Map<string, Person>();
  for (const part of partNames(line)) {
    const person = readContact(part);
    const key = person?.name.toLowerCase();
    if (person && key !== undefined) people.set(key, { ...person, ...people.get(key) });
  }
  return [...people.values()];
}

/** What most lines are: first and last names of one person, that do not begin with a word for "by". */
const plainName = /^(?!(?:By|Par|Por|Door|Oleh|Von|Di|Av|Af) )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}$/u;

/** Longer text is read only so far: nobody has so many authors. */
const longest = 10_000;

function withoutByline(line: string): string {
  const byline = sure.exec(line) ?? perhaps.exec(line);
  return byline ? line.slice(byline[0].length) : line;
}

const sure =
  /^(?:(?:written|posted|story|words|text|reported|submitted|contributed)\s+)?(?:by|par|por|door|oleh)(?:\s*:\s*|\s+)(?=\S)/i;
/** These begin names too ("von Neumann"), and so are only left out before a first and a last name. */
const perhaps = /^(?:[Vv]on|[Dd]i|da|[Aa]v|[Aa]f|od)(?:\s*:\s*|\s+)(?=\p{Lu}[^\s,;]*\s+\p{L})/u;
