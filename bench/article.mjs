import { random } from './random.mjs';
import { words } from './words.mjs';

const sections = ['coast', 'letters', 'markets', 'people', 'science'];
const authors = ['Ada Quill', 'Ben Marsh', 'Cleo Strand', 'Dov Harrow', 'Eva Lind', 'Finn Ore'];
const tags = [
  ...['birds', 'books', 'bridges', 'council', 'energy', 'ferries', 'fish', 'food', 'gardens', 'harbour'],
  ...['health', 'history', 'housing', 'music', 'roads', 'schools', 'sport', 'tides', 'trade', 'weather'],
];

const firstDay = Date.UTC(2005, 0, 1);
const twentyYears = Date.UTC(2025, 0, 1) - firstDay;

/**
 * The file of one article: Markdown of 300 to 900 words under YAML front matter, the same each time.
 *
 * @param {number} index from 0, the oldest, on; from `total` on it is newer than all of the corpus
 * @param {number} total how many articles the corpus has: they are spread over twenty years
 * @param {string} [title] in the place of its own
 * @returns {{ path: string, title: string, text: string }}
 */
export function article(index, total, title) {
  const next = random(index * 2654435761);
  /** @param {number} from @param {number} to */
  const between = (from, to) => from + Math.floor(next() * (to - from + 1));
  /** @param {readonly string[]} list */
  const pick = (list) => list[Math.floor(next() * list.length)] ?? '';
  const word = () => words[Math.floor(next() ** 2 * words.length)] ?? '';
  /** @param {number} count */
  const phrase = (count) => Array.from({ length: count }, word).join(' ');
  /** @param {number} count */
  const headline = (count) => capital(phrase(count));

  const ownTitle = headline(between(4, 8));
  const section = pick(sections);
  const age =
    index < total ? ((index + next()) * twentyYears) / total : twentyYears + (index - total) * 60_000;
  const front = [
    `title: "${title ?? ownTitle}"`,
    `date: ${new Date(firstDay + age).toISOString().slice(0, 19)}Z`,
    `author: ${pick(authors)}`,
    `tags: [${[...new Set([pick(tags), pick(tags)])].join(', ')}]`,
    `description: "${headline(between(12, 20))}."`,
  ];
  const length = between(300, 820);
  let written = 0;
  const sentence = () => {
    const count = between(6, 18);
    written += count;
    return `${headline(count)}.`;
  };
  const marked = () => {
    written += 3;
    return `${headline(1)} **${word()}** [${word()}](https://example.com/${word()}).`;
  };
  /** @param {() => string} line @param {string} [before] @param {string} [gap] */
  const block = (line, before = '', gap = ' ') =>
    Array.from({ length: between(2, 4) }, () => before + line()).join(gap);
  const kinds = [
    () => `${block(sentence)} ${marked()}`,
    () => block(sentence),
    () => `## ${headline(between(2, 5))}`,
    () => block(sentence),
    () => block(sentence, '- ', '\n'),
    () => `${marked()} ${block(sentence)}`,
    () => block(sentence, '> ', '\n'),
  ];
  const blocks = [];
  while (written < length) blocks.push(kinds[blocks.length % kinds.length]?.() ?? '');
  return {
    path: `${section}/${ownTitle.toLowerCase().replaceAll(' ', '-')}-${index}.md`,
    title: title ?? ownTitle,
    text: `---\n${front.join('\n')}\n---\n\n${blocks.join('\n\n')}\n`,
  };
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
