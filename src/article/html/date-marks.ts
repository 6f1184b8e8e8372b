import type { AnyNode, Element } from 'domhandler';
import type { Clue, Subject } from './clue.js';
import type { Line } from './lines.js';
import { mostlyDate } from './mostly-date.js';
import type { Page } from './page.js';
import { select } from './select.js';
import { textOf } from './text.js';

/** Elements that show dates, in order of trust. */
const sure: ReadonlyArray<readonly [Subject, Clue['source'], string]> = [
  ['published', 'microdata', '[itemprop~=datePublished]'],
  [
    'published',
    'page',
    'time[pubdate],time.published,time.entry-date,.dt-published,abbr.published,abbr.date',
  ],
  ['updated', 'microdata', '[itemprop~=dateModified]'],
  ['updated', 'page', 'time.updated,.dt-updated,abbr.updated'],
];
const likely: ReadonlyArray<readonly [Subject, Clue['source'], string]> = [
  ['published', 'page', 'time:not(.updated)'],
];
const named: ReadonlyArray<readonly [Subject, Clue['source'], string]> = [
  [
    'published',
    'page',
    '[class*=date i],[class*=publish i],[class*=posted i],[id*=date i],[class*=datum i],.updated[title]',
  ],
  ['published', 'page', '[class*=time i],[class*=meta i],[class*=info i],[class*=byline i]'],
];

/** What the visible page says of its dates, in order of trust; what stands near the headline comes first. */
export function readDateMarks(
  page: Page,
  lines: readonly Line[],
  anchor: AnyNode | undefined,
  elsewhere: (element: Element) => boolean,
): Clue[] {
  const from = anchor?.startIndex ?? 0;
  const read = (sources: typeof sure) =>
    sources.flatMap(([subject, source, selector]) =>
      select(selector, page.root)
        .filter((element) => !elsewhere(element))
        .map((element) => ({ element, texts: valuesOf(element), away: away(element.startIndex ?? 0, from) }))
        .sort((one, other) => one.away - other.away)
        .slice(0, 8)
        .map(({ element, texts }) => ({ subject, source, texts, line: page.lineOf(element) })),
    );
  return [...read(sure), ...read(likely), ...near(page, lines, from, elsewhere), ...(page.whole ? read(named) : [])];
}

function valuesOf(element: Element): string[] {
  const { content, datetime, title } = element.attribs;
  const text = textOf(element);
  return [content, datetime, title, text.length < 300 ? text : undefined].filter(
    (value) => value !== undefined,
  );
}

/** Short lines around the headline that hold a date. */
function near(
  page: Page,
  lines: readonly Line[],
  from: number,
  elsewhere: (element: Element) => boolean,
): Clue[] {
  const at = lines.findIndex(({ start }) => start >= from);
  return lines
    .slice(Math.max(0, at - 12), at + 25)
    .filter(({ text, block }) => mostlyDate(text) && !elsewhere(block))
    .map((line) => ({ line, away: away(line.start, from) }))
    .sort((one, other) => one.away - other.away)
    .map(({ line }) => ({
      subject: /updated|aktualisiert|geändert|modified|mis à jour|actualizado|aggiornato|bijgewerkt/i.test(
        line.text,
      )
        ? 'updated'
        : 'published',
      source: 'page',
      texts: [line.text],
      line: page.lineOf(line.block),
    }));
}

function away(start: number, from: number): number {
  return start < from ? 2 * (from - start) : start - from;
}
