import type MarkdownIt from 'markdown-it';

/** A Markdown renderer, which rules can be added to. */
export type Markdown = InstanceType<typeof MarkdownIt>;

/**
 * Keeps formulas to the letter, for the reader or the page to typeset: `$$…$$`, `\(…\)`, `\[…\]`, and `$…$` where it
 * holds what only a formula does, so that prices stay prose.
 */
export function keepMath(markdown: Markdown): void {
  markdown.inline.ruler.before('escape', 'math', (state, silent) => {
    const sign = state.src.charAt(state.pos);
    if (sign !== '$' && sign !== '\\') return false;
    formula.lastIndex = state.pos;
    const found = formula.exec(state.src)?.[0];
    if (found === undefined) return false;
    if (!silent) state.push('text', '', 0).content = found;
    state.pos += found.length;
    return true;
  });
}

const formula =
  /\$\$[^$]{1,2000}\$\$|\\\((?:[^$\n\\]|\\[^()$\n]){1,1000}\\\)|\\\[(?:[^$\\]|\\[^[\]$]){1,2000}\\\]|\$(?=[^\s$])(?=[^$\n]{0,300}[\\^_])[^$\n]{1,300}(?<=\S)\$(?!\d)/y;
