import type { Spot } from '../examine/tell.js';

/** The text of an article, to find places in. */
export class Source {
  readonly text: string;
  #lines: readonly string[] | undefined;
  #bare: ReadonlySet<string> | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Where on a line something stands, as far as it does. */
  on(line: number, part: string): Spot {
    this.#lines ??= this.text.split('\n');
    const at = this.#lines[line - 1]?.indexOf(part) ?? -1;
    return { line, column: Math.max(0, at) + 1 };
  }

  /** Where something stands first; the beginning where it stands nowhere. */
  first(part: string): Spot {
    return this.#spot(part === '' ? 0 : this.text.indexOf(part));
  }

  /** Where a reference stands: as Markdown or HTML has it, else anywhere. */
  reference(reference: string): Spot {
    for (const written of spellings(reference))
      for (const before of ['](', '](<', '="', "='", '=', ']: ', ':: ', ': ', '<', '`', '']) {
        const at = this.text.indexOf(before + written);
        if (at >= 0) return this.#spot(at + before.length);
      }
    return this.#spot(0);
  }

  /** Whether an image of Markdown has no words. */
  hasBareImage(reference: string): boolean {
    this.#bare ??= new Set([...this.text.matchAll(bareImage)].map(([, set, plain]) => set ?? plain ?? ''));
    const bare = this.#bare;
    return spellings(reference).some((written) => bare.has(written));
  }

  #spot(at: number): Spot {
    const before = this.text.slice(0, Math.max(0, at));
    const from = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: before.length - from + 1 };
  }
}

const bareImage = /!\[\]\((?:<([^>\n]*)>|([^)\s]*))/g;

/** As it is, and without the escapes that Markdown puts into addresses. */
function spellings(reference: string): string[] {
  try {
    return [...new Set([reference, decodeURI(reference), decodeURIComponent(reference)])];
  } catch {
    return [reference];
  }
}
