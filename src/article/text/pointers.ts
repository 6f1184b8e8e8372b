import { isFurniture } from './furniture.js';
import type { Line } from './lines.js';
import type { Mark } from './mark.js';

/** Where the list that closes a page begins, and what it states. */
export interface Pointers {
  readonly start: number;
  readonly marks: readonly Mark[];
}

/**
 * Finds a heading such as "Related stories" or "Topics" near the end, with nothing but short lines below it. Those below
 * "Topics" are tags.
 *
 * @param lines what follows the head
 */
export function cutPointers(lines: readonly Line[]): Pointers {
  for (let index = lines.length - 1; index >= Math.max(0, lines.length - 30); index -= 1) {
    const text = lines[index]?.text ?? '';
    const listed = lines
      .slice(index + 1)
      .map((line) => line.text)
      .filter((one) => one !== '');
    if (topics.test(text) && listed.length > 0)
      return { start: index, marks: tagsOf(listed, lines[index + 1]?.number ?? 1) };
    if (heading.test(text) && isFurniture(text, 'edge')) return { start: index, marks: [] };
    if (text.length > 130 || /[^.][.]$/.test(text)) break;
  }
  return { start: lines.length, marks: [] };
}

function tagsOf(listed: readonly string[], line: number): Mark[] {
  const tags = listed.filter((text) => text.length <= 40 && !isFurniture(text, 'edge'));
  return tags.length > 0 ? [{ kind: 'tags', tags, line }] : [];
}

const topics =
  /^(?:tags|topics|keywords|related (?:topics|tags)|filed under|schlagwörter|themen|mots-clés|etiquetas|temas)$/iu;
const heading =
  /^(?:related|more on|more stories|more from|most |read (?:more|next|also)|also read|you (?:may|might)|recommended|trending|top stories|latest|editor|popular|mehr zum|lire aussi|à lire|lea también|leia também|leggi anche)/iu;
