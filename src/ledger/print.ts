import type { Fingerprint } from './remembered.js';

/** Letters of the parts of a fingerprint, as `fingerprint` makes them. */
const file = 16;
const said = 16;
const sketch = 86;

/** Writes a fingerprint as one short text. */
export function pressed(print: Fingerprint): string {
  if (print instanceof PressedPrint) return print.text;
  const regular = print.file.length === file && print.said.length === said && print.sketch.length === sketch;
  return regular ? print.file + print.said + print.sketch + (print.title ?? '') : JSON.stringify(print);
}

/** Reads what `pressed` wrote. The parts are taken out when they are asked for. */
export function unpressed(text: string): Fingerprint {
  return text.startsWith('{') ? JSON.parse(text) : new PressedPrint(text);
}

class PressedPrint implements Fingerprint {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get file(): string {
    return this.text.slice(0, file);
  }

  get said(): string {
    return this.text.slice(file, file + said);
  }

  get sketch(): string {
    return this.text.slice(file + said, file + said + sketch);
  }

  get title(): string | undefined {
    return this.text.slice(file + said + sketch) || undefined;
  }
}
