import { type Element, isTag, type ParentNode } from 'domhandler';
import { removeElement } from 'domutils';
import { bare } from './bare.js';
import { datesIn } from './dates-in.js';
import { type Line, linesOf } from './lines.js';
import { mostlyDate } from './mostly-date.js';

/** What readers of a feed are shown beside the body, so that the body need not show it again. */
export interface Shown {
  readonly heading: Element | undefined;
  readonly authors: readonly string[];
  readonly dated: boolean;
}

/**
 * Takes the title, the byline and the date off the top of the content: blocks that say nothing else, and stand before
 * the text begins.
 *
 * @returns what was taken off
 */
export function dropRepeated(root: ParentNode, shown: Shown): Element[] {
  const names = shown.authors.map(bare).filter((name) => name.length > 2);
  const blocks = [...new Set(linesOf(root).map(({ block }) => block))].slice(0, 8);
  const dropped: Element[] = [];
  for (const block of blocks) {
    const lines = linesOf(block);
    if (block === root || lines.length === 0) continue;
    const isTitle =
      shown.heading !== undefined && (block === shown.heading || isInside(block, shown.heading));
    if (isTitle && dropped.includes(shown.heading ?? block)) continue;
    if (isTitle || lines.every((line) => isByline(line, names) || (shown.dated && isDate(line)))) {
      const one = (isTitle && shown.heading) || block;
      removeElement(one);
      dropped.push(one);
    } else if (lines.some(({ text }) => text.length > sentence)) break;
  }
  return dropped;
}

/** A line of so many letters is text of the article. */
const sentence = 80;

function isInside(inner: Element, outer: Element): boolean {
  for (let one: ParentNode | null = inner; one && isTag(one); one = one.parent)
    if (one === outer) return true;
  return false;
}

function isDate({ text }: Line): boolean {
  return (
    text.length < sentence && mostlyDate(text) && bare(text).length - bare(datesIn(text)[0] ?? '').length < 25
  );
}

/** Whether a line names the authors and says little more than "by", "and" and a date. */
function isByline({ text }: Line, names: readonly string[]): boolean {
  const words = wordsOf(datesIn(text).reduce((rest, date) => rest.replace(date, ' '), text));
  const letters = words.join('').length;
  if (letters > names.join('').length + beside) return false;
  const rest = names.reduce(less, words).join('').length;
  return rest < letters && rest <= beside;
}

/** Letters that a byline may have beside its names. */
const beside = 16;

/** The words of a line, as `bare` writes them. What two elements hold side by side is not one word: "ByJane Doe". */
function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replace(/(\p{Ll})(?=\p{Lu})|(\p{Lo})/gu, '$1$2 ')
    .split(/[^\p{L}\p{N}]+/u)
    .map(bare);
}

/** Takes a name out of words, but not out of the middle of one: Ann is not in "Annals". */
function less(words: readonly string[], name: string): readonly string[] {
  for (const start of words.keys()) {
    let said = '';
    for (let end = start; end < words.length && said.length < name.length; end += 1) {
      said += words[end];
      if (said === name) return words.toSpliced(start, end + 1 - start);
    }
  }
  return words;
}
