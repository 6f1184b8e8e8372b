import type { Line } from './lines.js';
import type { Mark } from './mark.js';

/** One thing that stands above the body: a line of metadata, or a text that may be a title, a subtitle or a paragraph. */
export interface Unit {
  readonly lines: readonly Line[];
  readonly text: string;
  /** What a line of metadata states; nothing for a text. */
  readonly marks?: readonly Mark[];
  readonly underlined: boolean;
  /** Whether a blank line stands before it. */
  readonly gap: boolean;
}
