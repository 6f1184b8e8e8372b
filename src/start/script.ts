/**
 * Finds a text that a script gives to a key, as `title: 'Harbour News'`, without running it. Of several it is the one
 * that stands least far in: that of the outermost group. What is computed is not found.
 *
 * @param source of a script
 * @param key its name
 */
export function textIn(source: string, key: string): string | undefined {
  const shape = new RegExp(
    `(?:^|(?<=[{,]))[ \\t]*(["']?)${key}\\1\\s*:\\s*${literal}(?=\\s*[,}\\n]|\\s*$)`,
    'gm',
  );
  const found = [...bare(source).matchAll(shape)].map((match) => ({
    depth:
      (match.index ?? 0) -
      source.lastIndexOf('\n', match.index) +
      (match[0].length - match[0].trimStart().length),
    text: match[3],
  }));
  return found.sort((one, other) => one.depth - other.depth)[0]?.text;
}

/**
 * Finds the text of a constant in a script, as `const SITE_TITLE = 'Harbour News'`, without running it.
 *
 * @param source of a script
 * @param name of the constant
 */
export function constantIn(source: string, name: string): string | undefined {
  const shape = new RegExp(
    `^[ \\t]*(?:export[ \\t]+)?const[ \\t]+(${name})(?:[ \\t]*:[ \\t]*string)?[ \\t]*=\\s*${literal}`,
    'm',
  );
  return shape.exec(bare(source))?.[3];
}

/** A text without escapes or anything that is filled in. */
const literal = `(["'\`])((?:(?!\\2)[^\\n\\\\$])*)\\2`;

/** Without comments that take whole lines; they become as many spaces, so that everything stays where it is. */
function bare(source: string): string {
  return source.replace(/^[ \t]*(?:\/\/.*|\/\*[\s\S]*?(?:\*\/|$(?![\s\S])))/gm, (comment) =>
    comment.replace(/\S/g, ' '),
  );
}
