import type { ReadContext } from '../article.js';
import type { Mark } from './mark.js';
import { readCopyDate } from './read-date.js';
import { readNames } from './read-names.js';
import { isRights } from './rights.js';

/**
 * Reads a line that closes an article and speaks of it: "Published in The Daily, November 26th, 2025", "This story was
 * first published on …", "(Reporting by … ; Editing by …)".
 *
 * @param text the line
 * @param line its number
 * @param context for dates
 */
export function readClosing(text: string, line: number, context: ReadContext): Mark[] | undefined {
  if (text.length > 300) return undefined;
  if (isRights(text)) return [{ kind: 'furniture', line }];
  const staff =
    /^[\s([]*(?:additional |with )?reporting by ([^;.]{3,90})(?:[;.,]\s*(?:additional |writing|editing|compiled|graphics).{0,140})?[\s)\].]*$/iu.exec(
      text,
    );
  if (staff?.[1]) {
    const people = readNames(staff[1].replace(/[)\]]+$/, ''));
    return [
      people.length > 0 ? { kind: 'authors', people, trust: 'source', line } : { kind: 'furniture', line },
    ];
  }
  if (/^[\s([]*(?:writing|editing|compiled|edited|translated) by .{3,100}[)\].]*$/i.test(text))
    return [{ kind: 'furniture', line }];
  const hashes = text.match(/#[\p{L}\p{N}_]+/gu);
  if (hashes && /^(?:#[\p{L}\p{N}_]+[\s,]*)+$/u.test(text) && hashes.length > 1)
    return [{ kind: 'tags', tags: hashes.map((tag) => tag.slice(1)), line }];
  const [, change, rest] = announced.exec(text) ?? [];
  if (change === undefined || rest === undefined) return undefined;
  const date = dateAtEnd(rest, context);
  if (!date) return undefined;
  return [
    { kind: 'date', of: /update|modif/i.test(change) ? 'updated' : 'published', labelled: false, date, line },
  ];
}

const announced =
  /^[\s([*_]*(?:this (?:article|story|piece|post|report|column|essay|item|letter) )?(?:was |has been |is )?(?:first |originally |last )?(published|appeared|posted|updated|modified|printed|erschienen|publié|publicado|publicada|pubblicato) (.{4,160})$/iu;

/** The date that ends a text, after a comma, "on" or "in". */
function dateAtEnd(text: string, context: ReadContext) {
  const bare = text.replace(/[\s.)\]*_]+$/, '');
  const places = [
    0,
    ...[...bare.matchAll(/(?:,\s*|\s(?:on|of|in|am|le|el|em|il)\s+|\s+)/g)]
      .slice(0, 24)
      .map((match) => match.index + match[0].length),
  ];
  for (const place of places) {
    const date = readCopyDate(bare.slice(place), context);
    if (date) return date;
  }
  return undefined;
}
