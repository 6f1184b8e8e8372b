import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/article/text.js';
import { paragraph, wrapped } from '../../support/wrapped.js';

const context = { path: 'a.txt', modified: Date.UTC(2025, 9, 14), timezone: 'UTC' };
const long =
  'The ferry left two hours late on Monday because of fog, the third delay in as many days on the route.';

function bodyOf(...lines: string[]): string[] {
  return readText(`A title for the text\n\n${lines.join('\n')}`, context, 1).body.text.split('\n\n');
}

/** What becomes of lines between hard-wrapped paragraphs. */
function among(...lines: string[]): string[] {
  const all = bodyOf(...wrapped, '', ...wrapped, '', ...lines, '', ...wrapped);
  expect([all[0], all[1], all.at(-1)]).toEqual([paragraph, paragraph, paragraph]);
  return all.slice(2, -1);
}

describe('of lines that are not wrapped', () => {
  it('one that breaks off goes on in the next', () => {
    const start = 'The ferry left two hours late on Monday because of';
    expect(bodyOf(long, start, 'fog, which nobody had foreseen.', long)).toEqual([
      long,
      `${start} fog, which nobody had foreseen.`,
      long,
    ]);
  });

  it.each([
    ['after a full stop', 'The ferry left two hours late on Monday in fog.', 'eBay was down as well.'],
    ['after a heading', 'What now', 'iPhones did not help the passengers.'],
    ['where the next begins anew', 'The ferry left two hours late on Monday because', 'Nobody complained.'],
  ])('none does %s', (_where, line, next) => {
    expect(bodyOf(long, line, next, long)).toEqual([long, line, next, long]);
  });

  it('wide gaps within a line are as one space', () => {
    expect(bodyOf(`${long}  ${long}`, `${long}\t${long}`)).toEqual([`${long} ${long}`, `${long} ${long}`]);
  });
});

describe('of a list', () => {
  it('an item goes on in lines that are set in', () => {
    expect(bodyOf(long, '- a rope of twenty metres', '  and a lamp', '- a lead', '', long)).toEqual([
      long,
      '- a rope of twenty metres and a lamp\n- a lead',
      long,
    ]);
  });

  it('an item is not joined to text that is not', () => {
    expect(bodyOf('- a rope of twenty metres', '- a lamp', long, long)).toEqual([
      '- a rope of twenty metres\n- a lamp',
      long,
      long,
    ]);
  });

  it('the items stay apart in hard-wrapped text', () => {
    const items = ['- a rope of twenty metres, which has not been in the water, a lead and', '- a lamp'];
    expect(among(...items)).toEqual([items.join('\n')]);
  });
});

describe('of hard-wrapped lines', () => {
  it('one that ends a paragraph is short, and ends a sentence', () => {
    const other = ['Three dredgers are to begin.', ...wrapped];
    expect(among(...wrapped.slice(0, 3), ...other)).toEqual([
      `${wrapped.slice(0, 3).join(' ')} Three dredgers are to begin.`,
      paragraph,
    ]);
  });

  it('a very short one is a heading, though no full stop ends it', () => {
    expect(among(...wrapped, 'What the board says', ...wrapped)).toEqual([
      paragraph,
      'What the board says',
      paragraph,
    ]);
  });

  it('one of middling length goes on in the next, unless it ends a sentence', () => {
    const open = 'a month, as the minutes of the ninth of March say';
    const closed = 'a month, as the minutes of the ninth of March say.';
    const [one = '', two = ''] = wrapped;
    const next = ['Anna Lind of the board has not yet asked for the charts of the year', 'of the frost.'];
    expect(among(one, two, open, ...next)).toEqual([`${one} ${two} ${open} ${next.join(' ')}`]);
    expect(among(one, two, closed, ...next)).toEqual([`${one} ${two} ${closed}`, next.join(' ')]);
  });

  it('one that is set in begins a paragraph', () => {
    const set = wrapped.map((line, index) => (index === 0 ? `    ${line}` : line));
    expect(among(...set, ...set, ...set)).toEqual([paragraph, paragraph, paragraph]);
  });

  it('one that is set in begins a paragraph below a full line that ends a sentence, and below a colon', () => {
    const full = [...wrapped.slice(0, 3), 'are suspended until they have done, as the board has said today.'];
    const open = [...wrapped.slice(0, 2), 'a month. The clerk of the board has told us this:'];
    const set = [`    ${wrapped[0]}`, ...wrapped.slice(1)];
    expect(among(...full, ...set)).toEqual([full.join(' '), paragraph]);
    expect(among(...open, ...set)).toEqual([open.join(' '), paragraph]);
  });

  it('a space too many before one begins no paragraph', () => {
    const [one = '', two = '', three = '', four = ''] = wrapped;
    expect(among(one, ` ${two}`, three, ` ${four}`)).toEqual([paragraph]);
    const full = 'a month. Three dredgers are to begin on Friday, the board has said.';
    expect(among(one, two, full, ` ${one}`, two, three, four)).toEqual([
      `${one} ${two} ${full} ${paragraph}`,
    ]);
  });

  it('all but the first of a paragraph may be set in', () => {
    const hanging = wrapped.map((line, index) => (index === 0 ? line : `    ${line}`));
    expect(among(...hanging)).toEqual([paragraph]);
  });

  it.each([
    [
      'a hyphen, where a word has one',
      'the charts of 1911 are no help, for they were drawn before the well-',
      'known storm of the year after.',
      '',
    ],
    [
      'a hyphen and a space, where a word is left out',
      'the charts of 1911 are no help to anybody who must steer a two-',
      'and three-master in the dark.',
      ' ',
    ],
    [
      'a dash, where it is written so',
      'the charts of 1911 are no help to anybody who goes out by night--',
      'or by day, as the master says.',
      '',
    ],
    [
      'a space, where a dash stands further up',
      'the charts of 1911--or any others--are no help to anybody who goes',
      'out by day, as the master says.',
      ' ',
    ],
    [
      'a dash and a space, where it is written so',
      'the charts of 1911 are no help to anybody, going out by night --',
      'or by day, as the master says.',
      ' ',
    ],
  ])('two are joined by %s', (_what, line, next, between) => {
    const first = 'The master of the older ferry, who ran aground first, has said that';
    expect(among(first, line, next)).toEqual([`${first} ${line}${between}${next}`]);
  });

  it('a space parts Chinese from words of other scripts', () => {
    const line = '一个月内两艘渡轮在同一处沙洲搁浅港务局说三艘挖泥船将于周五开工';
    expect(bodyOf(line, `GPS${line.slice(0, 28)}GPS`, line, `${line.slice(0, 12)}。`)).toEqual([
      `${line} GPS${line.slice(0, 28)}GPS ${line}${line.slice(0, 12)}。`,
    ]);
  });
});

it('verse keeps its lines and how they are set in, less the margin of them all', () => {
  expect(bodyOf(long, '', '    Low water', '      and the boats', '    lie in the mud', '', long)).toEqual([
    long,
    'Low water\n  and the boats\nlie in the mud',
    long,
  ]);
});
