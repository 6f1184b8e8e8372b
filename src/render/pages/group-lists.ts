import { escapeText } from '../text.js';
import { inLanguage } from './language.js';
import type { Look } from './look.js';
import { say } from './say.js';

/** A group of entries that has a page of its own. */
export interface Group {
  readonly kind: 'tags' | 'authors' | 'sections' | 'languages';
  /** Relative to the output folder, with `/` at the end. */
  readonly folder: string;
  readonly label: string;
  /** Of its entries. */
  readonly count: number;
}

/** More of a kind are no help to anybody. */
const mostGroups = 40;

const kinds = [
  ['sections', 'section'],
  ['tags', 'tag'],
  ['authors', 'author'],
  ['languages', 'language'],
] as const;

/** What a group whose feed lies in a folder is: nothing for the main feed and its archive. */
export function kindOf(folder: string): (typeof kinds)[number][1] | undefined {
  return kinds.find(([kind]) => folder.startsWith(`${kind}/`))?.[1];
}

/** Leads to the pages of groups, kind by kind, the largest first. */
export function groupLists(groups: readonly Group[], look: Look): string {
  const lists = kinds.flatMap(([kind]) => {
    const largest = groups
      .filter((group) => group.kind === kind)
      .sort((one, other) => other.count - one.count)
      .slice(0, mostGroups);
    return largest.length === 0 ? [] : [list(kind, largest, look)];
  });
  return lists.length === 0 ? '' : `<div class="groups">\n${lists.join('\n')}\n</div>`;
}

function list(kind: Group['kind'], groups: readonly Group[], look: Look): string {
  const numbers = inLanguage(look.language, (language) => new Intl.NumberFormat(language));
  const items = groups.map(
    ({ folder, label, count }) =>
      `<li><a href="${escapeText(`${folder}index.html`)}"><bdi${kind === 'languages' ? ` lang="${escapeText(label)}"` : ''}>${escapeText(nameOf(folder, label))}</bdi></a> <span>${escapeText(numbers.format(count))}</span></li>`,
  );
  return `<nav aria-labelledby="${kind}"><h2 id="${kind}">${say(kind, look.language)}</h2>\n<ul>\n${items.join('\n')}\n</ul></nav>`;
}

/**
 * What a group is called: a language as those who speak it call it.
 *
 * @param folder of its feed
 */
export function nameOf(folder: string, label: string): string {
  if (!folder.startsWith('languages/')) return label;
  try {
    return new Intl.DisplayNames([label], { type: 'language' }).of(label) ?? label;
  } catch {
    return label;
  }
}
