import type { Person } from '../article.js';
import { firstOfEach } from '../first-of-each.js';
import { bare } from './bare.js';
import type { Clue } from './clue.js';
import { peopleIn } from './people-in.js';
import type { Said } from './said.js';

/**
 * Chooses the authors: the first clue that names persons. A desk, a login name or the site itself counts only where no
 * person is named; a short name gives way to a fuller writing of it.
 *
 * @param title of the article; people whom it names are its subject, unless the page states them as authors
 * @param sites the bare names of the site
 */
export function chooseAuthors(
  clues: readonly Clue[],
  title: string | undefined,
  sites: ReadonlySet<string>,
): Said<readonly Person[]> | undefined {
  const inTitle = bare(title ?? '');
  const named = clues
    .filter(({ subject }) => subject === 'author')
    .slice(0, most)
    .map((clue) => {
      const shown = clue.source === 'page' || clue.source === 'guess';
      const people = unique(clue.texts.flatMap((text) => peopleIn(text, clue.source === 'guess')));
      return { clue, people: people.filter(({ name }) => !shown || !inTitle.includes(bare(name))) };
    })
    .filter(({ people }) => people.length > 0);
  const isSite = ({ name }: Person) => sites.has(bare(name));
  const isPerson = (person: Person) => !isSite(person) && !isLogin(person.name) && !isDesk(person.name);
  const chosen =
    named.find(({ clue, people }) => !clue.desk && people.some(isPerson)) ??
    named.find(({ people }) => !people.every(isSite)) ??
    named.find(({ clue }) => clue.source !== 'guess');
  if (!chosen) return undefined;
  const others = chosen.people.filter((person) => !isSite(person));
  const all = named.flatMap(({ people }) => people).slice(0, most);
  const people = (others.length > 0 ? others : chosen.people)
    .slice(0, most)
    .map((person) => fullest(person, all));
  return { value: unique(people), line: chosen.clue.line };
}

/** Signs of authors; a page that has more lists them for another reason, and each is compared with all others. */
const most = 300;

function unique(people: readonly Person[]): Person[] {
  return firstOfEach(people, ({ name }) => bare(name));
}

/** A fuller writing of a name of one word, where the page has one: `anna.meier` or `Anna` for `Anna M. Meier`. */
function fullest(person: Person, all: readonly Person[]): Person {
  if (person.name.includes(' ')) return person;
  const whole = folded(person.name);
  const parts = person.name.split(/[._-]/).map(folded);
  const fuller = all.find(({ name }) => {
    const words = name.split(/\s+/).map(folded);
    return (
      words.length > 1 &&
      whole.length > 2 &&
      (words.join('').startsWith(whole) || parts.every((one) => words.includes(one)))
    );
  });
  return fuller ? { ...person, name: fuller.name } : person;
}

/** Letters only, without accents. */
function folded(name: string): string {
  return bare(name.normalize('NFD').replace(/\p{M}+/gu, ''));
}

function isLogin(name: string): boolean {
  return !/[\s\p{Lu}\p{Lo}]/u.test(name);
}

/** Whether a name is that of an office, a firm or a site, not of a person. */
function isDesk(name: string): boolean {
  return /\.\p{L}{2,4}$/u.test(name) || /^[\p{Lu}\d/-]{2,8}$/u.test(name) || offices.test(name);
}

const offices =
  /\b(?:redaktion|redaction|redacción|redazione|redação|editorial|editors?|desk|staff|team|news|nachrichten|media|agency|agentur(?:en)?|agencies|university|universität|stiftung|verlag|verband|institut|press|presse|magazin|zeitung|online|gmbh|inc|ltd|e\.\s?v)\b/i;
