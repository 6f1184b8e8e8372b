import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/article/text.js';
import { paragraph, wrapped } from '../../support/wrapped.js';

const context = { path: 'a.txt', modified: Date.UTC(2025, 9, 14, 12), timezone: 'UTC' };
const prose =
  'The river had stood higher in the year of the great frost, as the old mark on the bridge still shows.';
const rest = `${prose}\n\n${prose}`;

/** Title, subtitle and text of copy in which every paragraph is a line. */
function read(head: string) {
  const { title, summary, body } = readText(`${head}\n\nBy Jonas Lind\n\n${rest}`, context, 1);
  return { title, summary, text: body.text };
}

/** The same of copy whose lines are wrapped. */
function readWrapped(...head: string[]) {
  const lines = [...head, ...wrapped, '', ...wrapped, '', ...wrapped];
  const { title, summary, authors, body } = readText(lines.join('\n'), context, 1);
  return { title, summary, names: authors?.map(({ name }) => name), text: body.text.split('\n\n') };
}

describe('a title goes on in the next line where', () => {
  it.each([
    ['that begins in the middle of a phrase', 'River falls', 'at last'],
    ['that does, in quotes', 'River falls', '“at last,” says the lock keeper'],
    ['this one ends in the middle of one', 'River Falls to the', 'Lowest Mark in Years'],
    ['this one ends with a comma', 'Rain, Wind,', 'Snow Close the Harbour'],
    ['this one ends with a dash', 'The River Falls –', 'And the Ferries Wait'],
    ['this one ends so in French', 'Le Chenal sera dragué après les', 'Échouements du mois de mai'],
    ['both shout', 'BOARD TO DREDGE THE NORTHERN CHANNEL', 'AFTER TWO FERRIES RAN AGROUND'],
  ])('%s', (_where, first, second) => {
    expect(read(`${first}\n${second}`)).toEqual({
      title: `${first} ${second}`,
      summary: undefined,
      text: rest,
    });
  });

  it('this one is full', () => {
    const title = ['Board to Dredge the Northern Channel After Two Ferries Ran Aground', 'Within One Month'];
    expect(readWrapped(...title, '', 'By Jonas Lind', '')).toEqual({
      title: title.join(' '),
      summary: undefined,
      names: ['Jonas Lind'],
      text: [paragraph, paragraph, paragraph],
    });
  });

  it('it did so before, for three lines', () => {
    expect(read('River falls\nat last\nand for good').title).toBe('River falls at last and for good');
  });
});

describe('a title ends with its line where', () => {
  it.each([
    ['the next begins anew', 'River Falls at Last', 'Nobody Was Hurt'],
    ['only this one shouts', 'BOARD TO DREDGE THE NORTHERN CHANNEL', 'Two ferries ran aground'],
    ['only the next shouts', 'Board to dredge the northern channel', 'TWO FERRIES RAN AGROUND IN ONE MONTH'],
    ['two short lines shout', 'THE RIVER FALLS', 'NOBODY WAS HURT'],
    ['it is underlined', 'River falls at last\n===================', 'and nobody was hurt'],
  ])('%s', (_where, first, second) => {
    expect(read(`${first}\n${second}`)).toEqual({
      title: first.split('\n')[0],
      summary: second,
      text: rest,
    });
  });

  it('a paragraph follows, whatever letter that begins with', () => {
    const long = `iPhones lay on the quay, ${prose} ${prose}`;
    const { title, body } = readText(`River falls at last\n${long}\n\n${prose}`, context, 1);
    expect({ title, text: body.text }).toEqual({
      title: 'River falls at last',
      text: `${long}\n\n${prose}`,
    });
  });

  it('a list follows', () => {
    const list = '- a rope of twenty metres\n- a lamp and a lead\n- bread for two days';
    const { title, body } = readText(`What to bring to the river,\n${list}\n\n${prose}`, context, 1);
    expect({ title, text: body.text }).toEqual({
      title: 'What to bring to the river,',
      text: `${list}\n\n${prose}`,
    });
  });
});

describe('in hard-wrapped text', () => {
  it('a title may stand right on top of its first paragraph', () => {
    for (const title of ['Board to Dredge Channel', 'Board to Dredge the Northern Channel Before May'])
      expect(readWrapped(title)).toMatchObject({ title, text: [paragraph, paragraph, paragraph] });
  });

  it('a title of two lines may be underlined, and stand right on top of the text', () => {
    expect(readWrapped('Board to Dredge', 'the Channel', '===========')).toMatchObject({
      title: 'Board to Dredge the Channel',
      text: [paragraph, paragraph, paragraph],
    });
  });

  it('a subtitle is joined, however many lines it takes', () => {
    expect(readWrapped('Board to Dredge Channel', '', ...wrapped, '', 'By Jonas Lind', '')).toEqual({
      title: 'Board to Dredge Channel',
      summary: paragraph,
      names: ['Jonas Lind'],
      text: [paragraph, paragraph, paragraph],
    });
  });

  it('the first paragraph is no title, with or without lines of metadata on top of it', () => {
    const { problems, ...read } = readText(
      ['By Jonas Lind', ...wrapped, '', ...wrapped].join('\n'),
      context,
      1,
    );
    expect(read.body.text).toBe(`${paragraph}\n\n${paragraph}`);
    expect(read.authors).toEqual([{ name: 'Jonas Lind' }]);
    expect(problems).toMatchObject([{ code: 'title-missing', line: 2 }]);
  });
});
