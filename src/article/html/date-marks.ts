import { type AnyNode, type Element, isText } from 'domhandler';
import { away } from './away.js';
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
        .map((element) => ({ element, away: away(element.startIndex ?? 0, from) }))
        .sort((one, other) => one.away - other.away)
        .slice(0, 10)
        .filter(({ element }) => element.name !== 'time' || !standsInProse(element))
        .map(({ element }) => ({ subject, source, texts: valuesOf(element), line: page.lineOf(element) })),
    );
  const near = nearLines(page, lines, from).filter(({ block }) => !elsewhere(block));
  return [
    ...read(sure),
    ...read(likely),
    ...near.map((line) => clueOf(page, line)),
    ...(page.whole ? read(named) : []),
  ];
}

function valuesOf(element: Element): string[] {
  const { content, datetime, title } = element.attribs;
  const text = textOf(element);
  return [content, datetime, title, text.length < 300 ? text : undefined].filter(
    (value) => value !== undefined,
  );
}

/** Whether an element is a word of a sentence: a date in the story is not the date of the story. */
function standsInProse({ parent }: Element): boolean {
  const beside = parent?.children.filter(isText) ?? [];
  return beside.reduce((sum, { data }) => sum + data.trim().length, 0) > 60;
}

/** The lines around the headline that hold little more than a date, the nearest first. */
function nearLines(page: Page, lines: readonly Line[], from: number): Line[] {
  const at = lines.findIndex(({ start }) => start >= from);
  const around = lines.slice(Math.max(0, at - 12), at + 25);
  // Before the text of a fragment may stand its date; what follows is text.
  const prose = page.whole ? -1 : around.findIndex(({ text }) => text.length > 100);
  return (prose < 0 ? around : around.slice(0, prose))
    .filter(({ text }) => mostlyDate(text))
    .sort((one, other) => away(one.start, from) - away(other.start, from));
}

function clueOf(page: Page, { text, block }: Line): Clue {
  const subject = changed.test(text) ? 'updated' : 'published';
  return { subject, source: 'page', texts: [text], line: page.lineOf(block) };
}

const changed =
  /updated|aktualisiert|geändert|modified|mis à jour|actualizado|aggiornato|bijgewerkt|обновлено/i;
