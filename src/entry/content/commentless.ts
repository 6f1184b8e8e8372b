/** Takes out the comments of template languages, of MDX and of kramdown: they are for the generator's eyes. */
export function commentless(markdown: string): string {
  return comments.reduce(
    (text, { open, close }) => (open.test(text) ? between(text, open, close) : text),
    markdown,
  );
}

const comments = [
  { open: /\{%-?[ \t]*comment[ \t]*-?%\}/, close: /\{%-?[ \t]*endcomment[ \t]*-?%\}/ },
  { open: /\{::comment\}/, close: /\{:\/(?:comment)?\}/ },
  { open: /\{\/\*/, close: /\*\/\}/ },
];

/** Takes out what stands between two marks; an open mark without its close stays. */
function between(text: string, open: RegExp, close: RegExp): string {
  const [start = '', ...parts] = text.split(open);
  const mark = open.exec(text)?.[0] ?? '';
  const kept = parts.map((part) => {
    const end = close.exec(part);
    return end ? part.slice(end.index + end[0].length) : mark + part;
  });
  return start + kept.join('');
}
