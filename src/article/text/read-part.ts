import type { ReadContext } from '../article.js';
import { isDesk } from './desk.js';
import { isFurniture } from './furniture.js';
import { isName } from './is-name.js';
import { isKicker } from './kicker.js';
import { type Label, readLabels } from './label.js';
import type { Mark } from './mark.js';
import { readCopyDate } from './read-date.js';
import { readNames } from './read-names.js';
import { isRole } from './role.js';
import { splitTags } from './tags.js';

/**
 * Reads one part of a line of metadata, which must be wholly a date, a byline, a desk or furniture, perhaps with its label.
 *
 * @param text the part
 * @param line the number of its line
 * @param context for dates
 */
export function readPart(text: string, line: number, context: ReadContext): Mark[] | undefined {
  for (const label of readLabels(text)) {
    const marks = readLabelled(label, line, context);
    if (marks) return marks;
  }
  const date = readCopyDate(text, context);
  if (date) return [{ kind: 'date', of: 'published', labelled: false, date, line }];
  if (isDesk(text)) return [{ kind: 'authors', people: readNames(text), trust: 'desk', line }];
  const written = piece.exec(text)?.[1];
  const people = written === undefined ? [] : readNames(written);
  if (people.length > 0) return [{ kind: 'authors', people, trust: 'byline', line }];
  if (address.test(text)) return [{ kind: 'contact', line }];
  const korean = /^(\p{Script=Hangul}{2,4})\s*기자(?:\s+\S+@\S+)?$/u.exec(text)?.[1];
  if (korean) return [{ kind: 'authors', people: [{ name: korean }], trust: 'byline', line }];
  return isFurniture(text, 'edge') ? [{ kind: 'furniture', line }] : undefined;
}

function readLabelled(
  { field, value, colon, name }: Label,
  line: number,
  context: ReadContext,
): Mark[] | undefined {
  if (value === '') return undefined;
  switch (field) {
    case 'published':
    case 'updated': {
      const date = readCopyDate(value, context);
      return date && [{ kind: 'date', of: field, labelled: true, date, line }];
    }
    case 'authors': {
      const people = readNames(value, (colon && name.length > 2) || /\sby$/i.test(name));
      return people.length > 0 ? [{ kind: field, people, trust: 'byline', line }] : undefined;
    }
    case 'source': {
      const people = value.length > 60 ? [] : readNames(value, true);
      return colon
        ? [people.length > 0 ? { kind: 'authors', people, trust: field, line } : { kind: 'aside', line }]
        : undefined;
    }
    case 'tags':
      return !colon && !(linking.test(name) && /^\p{Lu}[^.]{1,80}$/u.test(value))
        ? undefined
        : [{ kind: field, tags: splitTags(value), line }];
    default:
      if (!colon || value.length > 80) return undefined;
      return field === 'other'
        ? [{ kind: 'aside', line }]
        : field === 'contact'
          ? [{ kind: field, line }]
          : undefined;
  }
}

/**
 * Reads what may stand beside a date or a byline, but proves nothing alone: a section, a role, a place, a name.
 *
 * @param text the part
 * @param line the number of its line
 */
export function readAside(text: string, line: number): Mark[] | undefined {
  if (isKicker(text) || isRole(text) || numbered.test(text)) return [{ kind: 'aside', line }];
  const words = text.split(' ').length;
  if (words >= 2 && words <= 4 && isName(text))
    return [{ kind: 'authors', people: readNames(text), trust: 'name', line }];
  return /^\p{Lu}[\p{L}.'’-]+$/u.test(text) ? [{ kind: 'aside', line }] : undefined;
}

const linking = /^(?:posted in|filed (?:under|in)|tagged(?: with| in)?)$/i;
/** "A short story by Nora Quill". */
const piece =
  /^(?:an? |the )?(?:\p{L}+ ){0,2}(?:essay|poem|story|report|review|column|letter|play|speech|dispatch|interview|recipe|memoir|tale|sketch|feature|post|commentary|analysis|reportage|photographs) by (\p{Lu}.{2,60})$/iu;
const address =
  /^(?:https?:\/\/\S{3,180}|www\.\S{3,120}|[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{2,30}|@\w{2,30}|\+?[\d\s().-]{7,20})$/;
const numbered = /^(?:issue|vol(?:ume)?|no|number|nr|edition|page|part|episode|#)\.?\s*[\d.,]{1,8}$/i;
