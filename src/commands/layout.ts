import { stripVTControlCharacters, styleText } from 'node:util';

/** How lines are drawn. */
export interface Layout {
  /** Of the terminal; nothing where it is not a terminal, and lines may be as long as they are. */
  readonly columns: number | undefined;
  readonly colour: boolean;
  /** Whether each line says first how much it matters, as `<3>`: the journal of systemd takes that. */
  readonly journal?: boolean;
}

/** The colours of a report. */
export type Style = 'red' | 'yellow' | 'cyan' | 'dim' | 'bold';

/** Colours a text where the layout allows it. */
export function paint(style: Style, text: string, { colour }: Layout): string {
  return colour ? styleText(style, text, { validateStream: false }) : text;
}

/** Takes out of a text that came from a file what could move the cursor, colour the terminal or turn the line around. */
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g, ' ');
}

/**
 * Breaks a line between words so that it fits the columns; a word that is too long stays whole, for copying.
 *
 * @param hanging how many spaces the second and later lines begin with
 */
export function wrap(line: string, { columns }: Layout, hanging: number): string {
  if (columns === undefined || width(line) <= columns) return line;
  const [lead = ''] = /^ */.exec(line) ?? [];
  const lines: string[] = [];
  let current = lead;
  for (const word of line.slice(lead.length).split(' ')) {
    const begun = current.trim() !== '';
    if (begun && width(current) + 1 + width(word) > columns) {
      lines.push(current.trimEnd());
      current = ' '.repeat(hanging) + word;
    } else {
      current += begun ? ` ${word}` : word;
    }
  }
  return [...lines, current].join('\n');
}

function width(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}
