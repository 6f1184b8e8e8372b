import type { AnyNode, Element } from 'domhandler';
import { bylineOf } from './byline.js';
import type { Clue } from './clue.js';
import type { Line } from './lines.js';
import { nearest } from './nearest.js';
import type { Page } from './page.js';
import { select } from './select.js';
import { textOf } from './text.js';

/** Elements that show who wrote, in order of trust. */
const sure: ReadonlyArray<readonly [Clue['source'], string]> = [
  ['microdata', '[itemprop~=author] [itemprop~=name]'],
  ['microdata', '[itemprop~=author],[itemprop~=creator]'],
  ['page', '.p-author .p-name,.p-author,.author .fn,.byline .fn,.vcard .fn,.entry-author-name'],
  ['page', 'a[rel~=author]'],
];
const likely: ReadonlyArray<readonly [Clue['source'], string]> = [
  [
    'guess',
    '[class*=byline i] a,[class*=author-name i],[class*=authorname i],[class*=author_name i],[class*=author__name i]',
  ],
  [
    'guess',
    'a[href*="/author/" i],a[href*="/authors/" i],a[href*="/autor" i],a[href*="/auteur" i],.submitted .username',
  ],
  ['guess', '[class*=author i] a,[id*=author i] a,[class*=autor i] a'],
  ['guess', '[class*=byline i],[class*=author i],[id*=author i],[class*=autor i],[class*=auteur i]'],
];

/** What the visible page says of the authors, in order of trust; what stands near the headline comes first. */
export function readAuthorMarks(
  page: Page,
  lines: readonly Line[],
  anchor: AnyNode | undefined,
  elsewhere: (element: Element) => boolean,
): Clue[] {
  const from = anchor?.startIndex ?? 0;
  const read = (sources: typeof sure) =>
    sources.flatMap(([source, selector]): Clue[] => {
      const shown = nearest(
        select(selector, page.root).filter((element) => !elsewhere(element)),
        from,
      );
      const texts = shown.map((element) => element.attribs.content ?? textOf(element)).filter(isShort);
      return shown[0] && texts.length > 0
        ? [{ subject: 'author', source, texts, line: page.lineOf(shown[0]) }]
        : [];
    });
  return [...read(sure), ...bylines(page, lines, from, elsewhere), ...read(likely)];
}

/** The line nearest to the headline that says who wrote. */
function bylines(
  page: Page,
  lines: readonly Line[],
  from: number,
  elsewhere: (element: Element) => boolean,
): Clue[] {
  const at = lines.findIndex(({ start }) => start >= from);
  const found = lines
    .map((line, index) => ({ line, index, away: index < at ? 2 * (at - index) : index - at }))
    .filter(({ line, away }) => away < (line.text.length < brief ? farthest : near))
    .filter(({ line }) => !elsewhere(line.block) && !isCaption(line.block))
    .sort((one, other) => one.away - other.away);
  for (const { line, index } of found) {
    const texts = bylineOf(line, lines[index + 1]);
    if (texts.length > 0)
      return [{ subject: 'author', source: 'page', texts, line: page.lineOf(line.block) }];
  }
  return [];
}

/** Lines between a headline and a byline: the longer kind stands close to it, a brief one perhaps below the text. */
const near = 12;
const farthest = 120;
const brief = 50;

function isCaption({ name, parent }: Element): boolean {
  return (
    name === 'figcaption' ||
    (parent !== null && 'name' in parent && (parent.name === 'figcaption' || parent.name === 'figure'))
  );
}

function isShort(text: string): boolean {
  return text.length > 0 && text.length < 200;
}
