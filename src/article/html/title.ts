import type { ChildNode, Element, ParentNode } from 'domhandler';
import { bare } from './bare.js';
import type { Clue } from './clue.js';
import { type Heading, headingsOf } from './heading.js';
import { oneLine } from './one-line.js';
import type { Page } from './page.js';
import { select } from './select.js';
import { textOf } from './text.js';

/** A title that the page states, whole and in parts, reduced to letters and digits. */
interface Stated {
  readonly text: string;
  readonly line: number;
  readonly whole: string;
  readonly parts: readonly string[];
}

/** The title of the article, and the heading that shows it on the page where there is one. */
export interface Title {
  readonly text: string;
  readonly line: number;
  readonly heading?: Element;
}

/**
 * Chooses the title. What readers see above the article is believed before what programs are told: of the headings,
 * one that the page's metadata confirm, else the only credible `h1`. Without such a heading the metadata count,
 * the name of the site taken off.
 *
 * @param known the title where it is known already, so that the heading that repeats it can be found
 */
export function chooseTitle(page: Page, clues: readonly Clue[], known?: string): Title | undefined {
  const sites = new Set(
    clues.filter(({ subject }) => subject === 'site').flatMap(({ texts }) => texts.map(bare)),
  );
  const headings = headingsOf(page).filter(({ text }) => !sites.has(bare(text)));
  const given = known ? [{ texts: [known], line: 1 }] : [];
  const stated = [...given, ...clues.filter(({ subject }) => subject === 'title'), ...titleTag(page)]
    .map(({ texts, line }) => ({ text: texts[0] ?? '', line }))
    .filter(({ text }) => text && !sites.has(bare(text)))
    .map((one) => ({ ...one, whole: bare(one.text), parts: runs(one.text).map(bare) }));
  const confirmed = headings
    .map((heading) => ({ ...heading, ...confirmation(heading, stated) }))
    .filter(({ sureness }) => sureness > 0)
    .sort((one, other) => other.worth + other.sureness - (one.worth + one.sureness))[0];
  const chief = headings.filter(({ element, worth }) => element.name === 'h1' && worth >= 25);
  const shown = confirmed ?? (chief.length === 1 ? chief[0] : undefined);
  if (shown) return { text: shown.text, line: page.lineOf(shown.element), heading: shown.element };
  for (const { text, line } of stated) return { text: withoutSite(text, sites), line };
  const first = page.whole
    ? headings.find(({ worth }) => worth > 0)
    : headings.find(({ element }) => opens(page, element));
  return first && { text: first.text, line: page.lineOf(first.element), heading: first.element };
}

/** Whether no text comes before an element. */
function opens(page: Page, element: Element): boolean {
  for (let one: ChildNode | ParentNode | null = element; one && one !== page.root; one = one.parent) {
    for (let before = one.prev; before; before = before.prev) if (textOf(before)) return false;
  }
  return true;
}

/** How far what the page states confirms a heading: wholly, without the name of the site, or without a kicker. */
function confirmation(
  { text, whole }: Heading,
  stated: readonly Stated[],
): { text: string; sureness: number } {
  const ways = [{ text, sureness: 0 }];
  for (const shown of [text, whole]) {
    const own = bare(shown);
    for (const one of stated) {
      // Elements side by side may lack the space between them.
      if (own === one.whole) return { text: words(one.text) > words(shown) ? one.text : shown, sureness: 40 };
      const share = own.length / one.whole.length;
      if (one.parts.includes(own)) ways.push({ text: shown, sureness: 5 + 35 * share });
      else if (own.endsWith(one.whole) && share < 2.5)
        ways.push({ text: one.text, sureness: 10 + 20 / share });
    }
  }
  return ways.reduce((best, way) => (way.sureness > best.sureness ? way : best));
}

function words(text: string): number {
  return text.split(' ').length;
}

function titleTag(page: Page): Clue[] {
  return select('title', page.root)
    .filter(({ parent }) => parent && 'name' in parent && parent.name !== 'svg')
    .map((element) => ({
      subject: 'title',
      source: 'page',
      texts: [ownText(element)],
      line: page.lineOf(element),
    }));
}

function ownText(element: Element): string {
  return oneLine(element.children.map((child) => ('data' in child ? child.data : '')).join(''));
}

const separator =
  /\s+(?:[|–—―·•⋅»«›‹<>:/\\~@*+-]|::|--|>>)+\s+|\s*[|»«›]+\s*|:\s+|(?<=[^\x00-\x7f])[-_](?=[^\x00-\x7f])/g;

/** The parts of a title between its separators, each part alone and with its neighbours, the longest first. */
function runs(text: string): string[] {
  const marks = [...text.slice(0, 400).matchAll(separator)].slice(0, 8);
  const starts = [0, ...marks.map(({ 0: mark, index }) => index + mark.length)];
  const ends = [...marks.map(({ index }) => index), text.length];
  return starts
    .flatMap((start, first) => ends.slice(first).map((end) => text.slice(start, end)))
    .filter((run) => run.length > 1 && run.length < text.length)
    .sort((one, other) => other.length - one.length);
}

function withoutSite(text: string, sites: ReadonlySet<string>): string {
  const own = bare(text);
  const rest = runs(text).find((run) => {
    const left = bare(run);
    if (own.startsWith(left)) return sites.has(own.slice(left.length));
    return own.endsWith(left) && sites.has(own.slice(0, own.length - left.length));
  });
  return rest ?? text;
}
