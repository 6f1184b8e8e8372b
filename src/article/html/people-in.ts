import type { Person } from '../article.js';
import { readDate } from '../dates.js';
import { readPeople } from '../people.js';

/**
 * The people whom a text of a page names as authors: without "By", a date, a place or what else stands on the line.
 *
 * @param strict whether the text is only guessed to name people, so that it must read like a name
 */
export function peopleIn(text: string, strict: boolean): Person[] {
  const line =
    text
      .replace(lead, '')
      .split(cut)[0]
      ?.replace(/[\s,:;/–—-]+$/, '') ?? '';
  if (!line || line.length > 250) return [];
  const people = readPeople(line).filter(({ name }) => plausible(name) && (!strict || reads.test(name)));
  return strict && people.length > 1 ? people.filter(({ name }) => name.includes(' ')) : people;
}

const deed =
  '(?:written|posted|published|created|submitted|words|story|article|text|recipe|view all posts|all posts|posts|more|' +
  'geschrieben|verfasst|erstellt|eingestellt|gespeichert|veröffentlicht|publiziert|artikel|beitrag|(?:alle |zeige alle )?beiträge|text|' +
  'escrito|publicado|texto|publié|écrit|texte|scritto|pubblicato|geschreven|geplaatst|skrevet|skriven)';
const lead = new RegExp(
  `^[\\s–—-]*(?:${deed}\\s{1,3})?(?:by|von|par|por|door|przez|di|av|af)\\s?:?\\s{1,3}|` +
    `^[\\s–—-]*(?:authors?|autor(?:in|en|es|a)?|auteurs?|autore|text|interview|${deed})\\s?:\\s{0,3}`,
  'iu',
);

/** Where a name ends and something else begins: a date, a place, a bracket. */
const cut =
  /\s*[|•·»()[\]<>]|\s@|\s+[–—-]+\s|\s*\b(?:am|on|at|um|le|el|il|vom|den|in)\s+(?=\p{L}+\s?,?\s?\d|\d|\p{L}+,\s\d)|,?\s+\d/iu;

/** Words that stand where a name should, and are none. */
const nobody =
  /^(?:\w*admin\w*|administrator|authors?|autor|autorin|autoren|auteur|editor|guest|gast|anonymous|anonym|unknown|root|(?:super\s?)?user|webmaster|publisher|by|von|por|par|wordpress|default|none|null|undefined|n\/?a|stand|datum|date|share|teilen|tags?|home|about|über uns|fail)$/i;
const notNames =
  /https?:|www\.|[@{}<>=:]|\d{3}\D|\b(?:copyright|getty|uhr|follow|twitter|facebook|instagram|updated|published|posted|comments?|kommentare?|more|mehr|alle artikel|abgelegt|publiziert|veröffentlicht|eingetragen|uncategorized|weitere|all posts|read)\b/i;

function plausible(name: string): boolean {
  if (name.length < 2 || name.length > 70 || notNames.test(name) || nobody.test(name) || isMonth(name))
    return false;
  // One word with a full stop is an abbreviation.
  if (/^\p{L}+\.$/u.test(name)) return false;
  return /\p{L}{2}/u.test(name) && name.split(/\s+/).length <= 7;
}

function isMonth(name: string): boolean {
  return !name.includes(' ') && readDate(`1 ${name} 2020`, { timezone: 'UTC' }) !== undefined;
}

/** What reads like a name: words with capitals, and the small words of families. */
const reads =
  /^(?:\p{Lu}[\p{L}'’.-]*|\p{Lo}{2,})(?:\s(?:(?:von|van|de|der|den|del|della|di|da|du|la|le|el|al|bin|zu|dos|das|do|y|e)\s){0,2}(?:\p{Lu}[\p{L}'’.-]*|\p{Lo}+)){0,4}$/u;
