import type { Level, Place, Problem } from '../problems.js';
import { excerpts } from './excerpt.js';
import { harmless, type Layout, paint, type Style } from './layout.js';
import { row } from './row.js';

/** What levels look like, and what syslog calls them, by numbers. */
const levels: Readonly<
  Record<Level, { readonly rank: number; readonly style: Style; readonly priority: number }>
> = {
  error: { rank: 0, style: 'red', priority: 3 },
  warning: { rank: 1, style: 'yellow', priority: 4 },
  note: { rank: 2, style: 'cyan', priority: 6 },
};

/**
 * The lines of a report about problems: the worst first, those of a kind together, with one line of help and
 * the code of their kind.
 *
 * @param problems in any order; the order within a kind is kept
 * @param quiet whether notes are left out
 * @param most how many of a kind are shown; the rest are counted
 */
export function problemLines(
  problems: readonly Problem[],
  layout: Layout,
  quiet: boolean,
  most?: number,
): string[] {
  const told = problems.filter(({ level }) => !quiet || level !== 'note');
  const sorted = told.sort((a, b) => levels[a.level].rank - levels[b.level].rank);
  return excerpts(sorted, ({ code }) => code, most).flatMap(({ shown, more }) => {
    const [first] = shown;
    if (first === undefined) return [];
    const { level, code, help } = first;
    const mark = layout.journal ? `<${levels[level].priority}>` : '';
    const line = (parts: readonly string[]) => mark + row(level, levels[level].style, parts, layout);
    return [
      ...shown.map((found) => line([place(found), harmless(found.message)])),
      ...(more > 0 ? [line([`and ${more} more`])] : []),
      mark + row('', 'dim', [help, paint('dim', `[${code}]`, layout)], layout),
    ];
  });
}

/** As editors and terminals understand it, to jump there: `a.md:4:1`. */
function place({ path, line, column }: Place): string {
  return harmless([path, line, line && column].filter((part) => part !== undefined).join(':'));
}
