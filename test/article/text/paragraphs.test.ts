import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/article/text.js';

function bodyOf(text: string): string {
  const context = { path: 'a.txt', modified: Date.UTC(2025, 9, 14), timezone: 'UTC' };
  return readText(`A title for the text\n\n${text}`, context, 1).body.text;
}

describe('paragraphs', () => {
  it('joins the lines of hard-wrapped text', () => {
    const wrapped = [
      'The board met at six in the room above the chandlery, and for once',
      'every chair was taken. Nobody spoke of the channel until the tea',
      'had gone round.',
      '',
      'Then everybody did, and the clerk laid down her pen and waited for',
      'the noise to end.',
    ];
    expect(bodyOf(wrapped.join('\n')).split('\n')).toEqual([
      wrapped.slice(0, 3).join(' '),
      '',
      wrapped.slice(4).join(' '),
    ]);
  });

  it('starts a paragraph where a wrapped line is set in, or ends short with a full stop', () => {
    const text = [
      '   The board met at six in the room above the chandlery, and for once',
      'every chair was taken.',
      '   Nobody spoke of the channel until the tea had gone round, and then',
      'everybody did, so that the clerk laid down her pen.',
      'She waited for the noise to end, and wrote that there had been a full',
      'and frank exchange.',
    ];
    expect(bodyOf(text.join('\n')).split('\n\n')).toHaveLength(3);
  });

  it('keeps one paragraph a line', () => {
    expect(
      bodyOf('The ferry left late.\nNobody complained.\nThe captain blamed fog.').split('\n\n'),
    ).toHaveLength(3);
  });

  it('keeps headings between long lines apart', () => {
    const long =
      'The ferry left two hours late on Monday because of fog, the third delay in as many days on the route.';
    expect(bodyOf(`${long}\nWhat now\n${long}`)).toBe(`${long}\n\nWhat now\n\n${long}`);
  });

  it('keeps addresses, tables and code as they stand', () => {
    const address = 'Harbour Office\nPier 4\nBergen';
    const table = 'Channel     Depth\nNorth       4.1 m\nSouth      11.0 m';
    const code = 'if tide < 2:\n    wait()\nelse:\n    sail()';
    expect(bodyOf(`Write to us.\n\n${address}\n\n${table}\n\n${code}`)).toBe(
      `Write to us.\n\n${address}\n\n${table}\n\n${code}`,
    );
  });

  it('puts no space between the lines of Chinese', () => {
    const line = '一个月内两艘渡轮在同一处沙洲搁浅港务局说三艘挖泥船将于周五开工';
    expect(bodyOf(`${line}\n${line}\n${line}。`)).toBe(`${line}${line}${line}。`);
  });

  it('takes a form feed for the end of a line', () => {
    expect(bodyOf('One page ends here.\fAnother begins here.')).toBe(
      'One page ends here.\n\nAnother begins here.',
    );
  });

  it('leaves marks of Markdown in the text', () => {
    expect(bodyOf('It was **not** expected to move at all.')).toBe('It was **not** expected to move at all.');
  });
});

describe('the body', () => {
  it.each([
    'By Monday evening the water had gone down by a metre.',
    'Published accounts of the flood differ.',
    'Share prices did not move.',
    'Updated maps will be issued on Friday.',
    'Read more books, she told the children.',
    'Advertisement spending fell for the third year in a row.',
    'Follow us through the gate and up the hill, the guide said.',
    'Source material for the report was thin.',
  ])('keeps "%s"', (sentence) => {
    const around =
      'The river had stood higher in the year of the great frost, as the old mark on the bridge shows.';
    for (const text of [
      `${sentence}\n\n${around}`,
      `${around}\n\n${sentence}\n\n${around}`,
      `${around}\n\n${sentence}`,
    ])
      expect(bodyOf(text)).toBe(text);
  });

  it.each([
    'Advertisement',
    'ADVERTISEMENT',
    'Story continues below',
    'Also read: The lost buoy',
    'Share this article',
    'Image source, Getty Images',
    'Photo: Jonas Lind',
    'Publicité',
    'Lire aussi : La bouée',
  ])('leaves out "%s"', (line) => {
    const around =
      'The river had stood higher in the year of the great frost, as the old mark on the bridge shows.';
    expect(bodyOf(`${around}\n\n${line}\n\n${around}`)).toBe(`${around}\n\n${around}`);
  });

  it('keeps the dates of a chronicle', () => {
    const text =
      'The water took three days.\n\nNovember 16, 2025\n\nRain falls.\n\nNovember 17, 2025\n\nThe dam opens.';
    expect(bodyOf(text)).toBe(text);
  });

  it('does not begin with the title again', () => {
    expect(bodyOf('A TITLE FOR THE TEXT\n\nIt rained.')).toBe('It rained.');
  });
});
