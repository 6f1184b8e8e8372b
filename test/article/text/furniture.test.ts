import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/article/text.js';

const context = { path: 'a.txt', modified: Date.UTC(2025, 9, 14), timezone: 'UTC' };
const prose =
  'The river had stood higher in the year of the great frost, as the old mark on the bridge still shows.';
const long = `${prose} Nobody who lives by the weir has seen it since, and the keeper of the lock, who writes the level into a book each morning, says that he would rather not see it again before he is a pensioner.`;

function bodyOf(text: string): string {
  return readText(text, context, 1).body.text;
}

const above = (line: string) => bodyOf(`River falls at last\n${line}\n\n${prose}\n\n${prose}`);
const below = (line: string) => bodyOf(`River falls at last\n\n${prose}\n\n${prose}\n\n${line}`);
const amid = (line: string) => bodyOf(`River falls at last\n\n${prose}\n\n${line}\n\n${prose}`);

const rest = `${prose}\n\n${prose}`;

describe('what only the page has is no text', () => {
  it.each([
    '(Advertisement)',
    '((( Advertisement )))',
    '>>> Story continues below >>>',
    '5 min read',
    'Sign up for our morning newsletter',
    'See also: What the old mark says',
    '© Getty',
    'The weir on Tuesday. — AFP/File',
    'Partager cet article',
    'Follow us on Facebook and Instagram',
    'Share on WhatsApp',
  ])('wherever it stands: %s', (line) => {
    expect([above(line), amid(line), below(line)]).toEqual([rest, rest, rest]);
  });

  it.each([
    'Share',
    '12 comments',
    'A+ A-',
    'FOR IMMEDIATE RELEASE',
    'Home > Rivers > The north',
    'Home>Rivers>The north',
    'Home / Rivers',
    'You are here: Home / Rivers',
    'News :: Rivers',
    'Weirs > Locks of the north > Levels',
    '› Home / What the rivers of the county are like',
    'Facebook Twitter WhatsApp',
    'Facebook and Twitter',
    'Facebook | Twitter | E-mail',
    'Share Save Comment',
  ])('above and below the text, where within it might be text: %s', (line) => {
    expect([above(line), below(line)]).toEqual([rest, rest]);
    expect(amid(line)).toBe(`${prose}\n\n${line}\n\n${prose}`);
  });

  it.each([
    'ENDS',
    '- Ends -',
    '--end--',
    '###',
    '-30-',
    '- 30 -',
    'You may also like',
    'Read the full story on our site',
  ])('below the text: %s', (line) => expect(below(line)).toBe(rest));
});

describe('what only looks like it stays', () => {
  it.each([
    ['two places', 'Weirs > Locks'],
    ['a choice that begins far from home', 'Away from home / At the weir'],
    ['a choice that begins at home', 'Home rule / A history of it'],
    ['a choice of three', 'Weirs / Locks / Levels'],
    ['sums', 'Rain in the north of the county > snow in the south > the sea'],
    ['words that a row of buttons may hold, but no button', 'To this or by this'],
    ['a long line that begins as a way through the site does', `News » ${long}`],
    ['a long line that begins as a pointer does', `More from the lock: ${long}`],
    ['a long paragraph', long],
  ])('%s', (_what, line) => {
    expect(above(line)).toBe(`${line}\n\n${rest}`);
    expect(amid(line)).toBe(`${prose}\n\n${line}\n\n${prose}`);
    expect(below(line)).toBe(`${rest}\n\n${line}`);
  });
});

describe('in hard-wrapped text', () => {
  const wrapped = [
    'The board met at six in the room above the chandlery, and for once',
    'every chair was taken. Nobody spoke of the channel until the tea',
    'had gone round.',
  ];
  const paragraph = wrapped.join(' ');
  const read = (...lines: string[]) =>
    bodyOf(['River falls', '', ...wrapped, '', ...lines, '', ...wrapped].join('\n')).split('\n\n');

  it.each([
    [
      'goes on in the next line',
      'see also: the lists of the harbour master, which name every boat',
      'that ran aground.',
    ],
    [
      'goes on from the line above',
      'On the wall of the harbour office hangs her poem under a large old',
      'photo: the dredger of 1911 with her crew.',
    ],
  ])('a line of a paragraph is text where it %s', (_how, ...lines) => {
    expect(read(...lines)).toEqual([paragraph, lines.join(' '), paragraph]);
  });

  it('furniture goes, right below a paragraph, right above one, and alone', () => {
    expect(read(...wrapped, 'Advertisement')).toEqual([paragraph, paragraph, paragraph]);
    expect(read('Advertisement', ...wrapped)).toEqual([paragraph, paragraph, paragraph]);
    expect(read('Advertisement')).toEqual([paragraph, paragraph]);
    expect(read(...wrapped, 'Advertisement', ...wrapped)).toEqual(Array(4).fill(paragraph));
  });

  it('a long pointer goes where the text neither runs into it nor out of it', () => {
    const pointer = 'Also read: The lists of the harbour master, which name every boat';
    expect(read(pointer)).toEqual([paragraph, paragraph]);
  });
});

it('a book has no furniture but near its covers', () => {
  const lines = Array.from({ length: 6001 }, () => prose);
  const book = ['The Weir', '', ...lines, 'Advertisement', ...lines];
  for (const at of [40, -40]) book.splice(at, 0, 'Story continues below');
  const text = bodyOf(book.join('\n\n'));
  expect(text.match(/Advertisement|Story continues below/g)).toEqual(['Advertisement']);
});
