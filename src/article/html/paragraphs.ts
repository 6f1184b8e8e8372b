import render from 'dom-serializer';
import { Text } from 'domhandler';
import { Tokenizer } from 'htmlparser2';
import { oneLine } from './one-line.js';

/**
 * The text of a page as bare paragraphs, for pages that nest too deep to be parsed. Takes time in proportion to the
 * text, however it nests.
 */
export function paragraphsOf(text: string): string {
  const paragraphs: string[] = [];
  let words: string[] = [];
  let skipping: string | undefined;
  const endParagraph = () => {
    const paragraph = oneLine(words.join(''));
    if (paragraph) paragraphs.push(`<p>${render(new Text(paragraph), { encodeEntities: 'utf8' })}</p>`);
    words = [];
  };
  const nothing = () => undefined;
  const tag = (start: number, end: number) => {
    const name = text.slice(start, end).toLowerCase();
    if (!inline.has(name)) endParagraph();
    return name;
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => void (skipping ?? words.push(text.slice(start, end))),
      ontextentity: (code) => void (skipping ?? words.push(String.fromCodePoint(code))),
      onopentagname: (start, end) => {
        const name = tag(start, end);
        if (unread.has(name)) skipping = name;
      },
      onclosetag: (start, end) => {
        if (tag(start, end) === skipping) skipping = undefined;
      },
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  );
  tokenizer.write(text);
  tokenizer.end();
  endParagraph();
  return paragraphs.join('\n');
}

const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s small span strong sub sup u var'.split(' '),
);
const unread = new Set(['script', 'style', 'title', 'textarea']);
