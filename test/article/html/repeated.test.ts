import { describe, expect, it } from 'vitest';
import { page, text } from './page.js';
import { read } from './read.js';

const head =
  '<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2024-03-05">' +
  '<meta property="og:title" content="Boats come home">';

/** What is left of the lines above the text. */
function left(lines: string, metadata = head): string {
  const { body } = read(page(metadata, `<article>${lines}${text}</article>`));
  expect(body.text).toContain(text);
  return body.text.slice(0, body.text.indexOf(text));
}

describe('readers of a feed are not shown again, above the text,', () => {
  it.each([
    ['the title', '<h1>Boats come home</h1>'],
    ['a title of two blocks', '<h1><div>Boats</div><div>come home</div></h1>'],
    ['the byline', '<p>By Jane Doe</p>'],
    ['a byline whose words stand in elements', '<p><b>By</b><i>Jane Doe</i></p>'],
    ['the name', '<div><b>JANE DOE</b></div>'],
    ['the byline with its date', '<p>Posted by Jane Doe on 5 March 2024</p>'],
    ['the date', '<p>5 March 2024</p>'],
    ['the date, with what it is', '<p>Published: 5 March 2024</p>'],
    ['name and date on two lines', '<p>Jane Doe<br>5 March 2024</p>'],
    ['all of them', '<h1>Boats come home</h1><p>By Jane Doe</p><p>5 March 2024</p>'],
  ])('%s', (_what, lines) => expect(left(lines)).toBe(''));

  it('what stands below a short line', () => {
    expect(left('<p>At the harbour</p><p>By Jane Doe</p>')).toBe('<p>At the harbour</p>');
  });
});

describe('what says more stays:', () => {
  it.each([
    ['a line below the byline', '<p>By Jane Doe<br>At the harbour of the old town</p>'],
    ['a sentence that names the author', '<p>Jane Doe was born by the harbour</p>'],
    ['a sentence with the date', '<p>5 March 2024 was the day on which the boats came</p>'],
    ['a line with a name that is none of the author', '<p>By Ben Gunn</p>'],
    ['a short heading', '<h2>At the harbour</h2>'],
  ])('%s', (_what, lines) => expect(left(lines)).toBe(lines));

  it('the date where the page does not say that it is the date of the article', () => {
    const { body } = read(`<p>5 March 2024</p>${text}`);
    expect(body.text).toContain(text);
  });

  it('a sentence that names one author of several', () => {
    const metadata =
      '<meta name="author" content="Jane Doe"><meta name="author" content="Bartholomew Featherstone">';
    for (const line of [
      '<p>Jane Doe was born by the harbour</p>',
      '<p>Born by the harbour: Jane Doe of Bergen</p>',
    ])
      expect(left(line, metadata)).toBe(line);
    expect(left('<p>By Jane Doe and Bartholomew Featherstone</p>', metadata)).toBe('');
  });

  it.each([
    ['Jo', '<p>A journal of the sea</p>'],
    ['Ann', '<p>Annals of the sea</p>'],
    ['Ann', '<p>Of Joanna’s boat</p>'],
  ])('a line with a word that the name of %s is in: %s', (name, lines) => {
    expect(left(lines, `<meta name="author" content="${name}">`)).toBe(lines);
  });

  it('a byline in the text, or below it', () => {
    const { body } = read(page(head, `<article>${text}<p>By Jane Doe</p>${text}</article>`));
    expect(body.text).toBe(`${text}<p>By Jane Doe</p>${text}`);
  });
});

it('a name in Chinese is known without spaces around it', () => {
  expect(left('<p>记者李明</p>', '<meta name="author" content="李明明">')).toBe('<p>记者李明</p>');
  expect(left('<p>记者李明</p>', '<meta name="author" content="李明">')).toBe('<p>记者李明</p>');
  expect(left('<p>作者：李明明</p>', '<meta name="author" content="李明明">')).toBe('');
});
