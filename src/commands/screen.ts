/** A terminal, or what stands for one. */
export interface Screen {
  /** Writes below what was written before. */
  readonly write: (text: string) => void;
  /** Draws a line that stands until another is drawn or anything is written, be it nothing. */
  readonly draw: (line: string) => void;
}

const eraseToEnd = '\u001b[K';

/**
 * Keeps a line at the end of what is written to a terminal, such that nothing of it stays among that.
 *
 * @param put writes to the terminal
 */
export function screen(put: (text: string) => void): Screen {
  let drawn = false;
  return {
    write: (text) => {
      const whole = (drawn ? `\r${eraseToEnd}` : '') + text;
      drawn = false;
      if (whole !== '') put(whole);
    },
    draw: (line) => {
      drawn = true;
      // Erased behind the line, not before it: otherwise it flickers.
      put(`\r${line}${eraseToEnd}`);
    },
  };
}
