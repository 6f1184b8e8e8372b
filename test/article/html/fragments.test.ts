import fc from 'fast-check';
import { expect, test } from 'vitest';
import { text } from './page.js';
import { read } from './read.js';

test('a fragment is kept to the letter, templates and all', () => {
  const fragment =
    '<p>Hello <b>you</b> &amp; me,</p>\n{% if a < b %}<div class="comments sidebar">{{ x }}</div>{% endif %}\n<!-- more -->\n<p>bye';
  expect(read(fragment, 7).body).toEqual({ markup: 'html', text: fragment, line: 7 });
});

test('of a fragment, only the title, byline and date at its top are taken off', () => {
  const { title, authors, published, body } = read(
    `<h1>Boats</h1>\n<p>By Jane Doe, 5 March 2024</p>\n${text}`,
  );
  expect(title).toBe('Boats');
  expect(authors).toEqual([{ name: 'Jane Doe' }]);
  expect(published).toBe(Date.UTC(2024, 2, 5));
  expect(body.text).toBe(text);
});

test('a heading that is not the title stated in the front matter stays', () => {
  const fragment = `<h1>Part one</h1>\n${text}`;
  expect(read(fragment, 4, 'Boats').body.text).toBe(fragment);
  expect(read(fragment, 4, 'Part One!').body.text).toBe(text);
});

test('a date or a name in the text of a fragment says nothing of the fragment', () => {
  const { authors, published } = read(`${text}\n<p>1 May 2020</p>\n<p class="time">2 May 2020</p>`);
  expect([authors, published]).toEqual([undefined, undefined]);
});

test('paragraphs of any text come through unchanged', () => {
  const words = fc.stringMatching(/^[a-z ,.]{0,200}$/);
  fc.assert(
    fc.property(fc.array(words), (paragraphs) => {
      const fragment = paragraphs.map((one) => `<p>${one}</p>`).join('\n');
      expect(read(fragment).body.text).toBe(fragment);
    }),
  );
});
