import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/article/text.js';

const context = { path: 'a.txt', modified: Date.UTC(2025, 9, 14), timezone: 'UTC' };

/** Lines as copy has them, in any order. */
const line = fc.oneof(
  fc.constantFrom(
    '',
    '- ',
    '-',
    '====',
    'WORLD',
    'By Jonas Lind',
    'Jonas Lind',
    'Web Desk',
    'October 14, 2025',
    '2 hours ago',
    'Published: 14 October 2025',
    'Updated 14 October 2025 | 3 min read',
    'Title: River falls',
    'SHARE:',
    'Home > World > Asia',
    'Tags: a, b',
    'River falls at last',
    'The water fell by a metre on Monday, the board said, and is falling still.',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const copy = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));

describe('whatever the text', () => {
  it('throws nothing, and parts paragraphs by one blank line', () => {
    fc.assert(
      fc.property(fc.oneof(copy, fc.string({ unit: 'binary' })), (text) => {
        const { body } = readText(text, context, 1);
        expect(body.text).toBe(body.text.replace(/\n{3,}/g, '\n\n'));
        expect(body.text).not.toMatch(/^\n|\n$|\r/);
      }),
    );
  });

  it('never has the line of the title in the body as well', () => {
    fc.assert(
      fc.property(copy, (text) => {
        const { title, found, body, problems } = readText(text, context, 1);
        if (title === undefined || problems.length > 0 || found.title?.line === undefined) return;
        expect(body.text === '' || body.line !== found.title.line).toBe(true);
        expect(body.text.split('\n\n')[0]).not.toBe(title);
      }),
    );
  });

  it('loses no sentence', () => {
    const words = fc.array(
      fc.constantFrom('the', 'river', 'fell', 'by', 'share', 'updated', 'on', 'Monday', 'water'),
      {
        minLength: 10,
        maxLength: 40,
      },
    );
    const sentence = words.map((some) => `The ${some.join(' ')} again.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (sentences) => {
        const text = `River falls at last\n\nBy Jonas Lind\n14 October 2025\n\n${sentences.join('\n\n')}\n\nAlso read: More\n`;
        expect(readText(text, context, 1).body.text).toBe(sentences.join('\n\n'));
      }),
    );
  });

  it('reads its own body as that body again, under the same title', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('One short line of verse', 'It rained all day, and then it stopped.'), {
          minLength: 1,
        }),
        (lines) => {
          const once = readText(`A title of four words\n\n${lines.join('\n\n')}`, context, 1).body.text;
          expect(readText(`A title of four words\n\n${once}`, context, 1).body.text).toBe(once);
        },
      ),
    );
  });
});

describe('however long the text', () => {
  it.each([
    ['one line of a megabyte', 'word '.repeat(200_000)],
    ['one word of a megabyte', 'a'.repeat(1_000_000)],
    ['a hundred thousand lines', 'Some line of text here\n'.repeat(100_000)],
    ['a hundred thousand bylines', 'By Jonas Lind\n'.repeat(100_000)],
    ['a hundred thousand bullets', '- an item of a list\n'.repeat(100_000)],
    ['rows of dates', `${'2025-01-01 '.repeat(12)}x\n`.repeat(80)],
    ['rows of bars', `${'| a '.repeat(90)}\n`.repeat(80)],
    ['rows of stars', `${'*a* '.repeat(90)}\n`.repeat(80)],
    ['wide gaps', `a${' '.repeat(300)}`.repeat(3000)],
  ])('is done within seconds: %s', (_, text) => {
    const start = performance.now();
    readText(text, context, 1);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
