import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/article/markdown.js';

/** The title that the body of a Markdown file gives, and what is left to be read. */
function read(text: string, stated?: string) {
  const { title, found, body } = readMarkdown(
    text,
    { path: 'a.md', modified: 0, timezone: 'UTC' },
    5,
    stated,
  );
  return { title, line: found.title?.line, rest: body.text.trim() };
}

describe('the title of a Markdown body is its first heading of level one', () => {
  it.each([
    ['with a sign before it', '# Storm\n\nWind.', 'Storm', 5],
    ['with signs around it', '\n# Storm #\n\nWind.', 'Storm', 6],
    ['underlined', 'Storm\n=====\n\nWind.', 'Storm', 5],
    [
      'behind what no reader sees',
      'import Map from "map"\n\n<!-- draft\n of May -->\n# Storm\n\nWind.',
      'Storm',
      9,
    ],
    ['behind a comment of MDX', '{/* a note */}\n# Storm\n\nWind.', 'Storm', 6],
    ['written with markup', '# The *great* storm\n\nWind.', 'The great storm', 5],
  ])('%s', (_how, text, title, line) => {
    expect(read(text)).toMatchObject({ title, line });
    expect(read(text).rest).not.toContain('torm');
    expect(read(text).rest).toMatch(/Wind\.$/);
  });

  it('that is all there is leaves nothing to be read', () => {
    expect(read('# Storm')).toMatchObject({ title: 'Storm', rest: '' });
    expect(read('Storm\n===')).toMatchObject({ title: 'Storm', rest: '' });
  });

  it.each([
    ['in code', '```sh\n# not a title\n```\n\nWind.'],
    ['in code between tildes, which backticks do not end', '~~~\n```\n# not a title\n~~~\n\nWind.'],
    ['in a comment', '<!--\n# not a title\n-->\n\nWind.'],
    ['that is empty', '#\n\nWind.'],
    ['of signs under a quote', '> Storm\n=====\n\nWind.'],
    ['of level two', '## Storm\n\n=\n\nWind.'],
  ])('and none is found %s', (_where, text) => {
    expect(read(text)).toEqual({ title: undefined, line: undefined, rest: text });
  });

  it('but one behind code counts, and stays where it is', () => {
    const text = '```\n# code\n```\n# Storm\n\nWind.';
    expect(read(text)).toEqual({ title: 'Storm', line: 8, rest: text });
  });
});

describe('a heading that opens the body', () => {
  it('goes where it only repeats the stated title', () => {
    expect(read('# Night ferry, again!\n\nIt sails.', 'Night Ferry again').rest).toBe('It sails.');
  });

  it('stays where it says something else, and where something comes before it', () => {
    expect(read('# Timetable\n\nIt sails.', 'Night ferry').rest).toBe('# Timetable\n\nIt sails.');
    expect(read('From the quay.\n\n# Night ferry\n\nIt sails.', 'Night ferry').rest).toContain(
      '# Night ferry',
    );
  });
});
