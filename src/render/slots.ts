import { escapeText } from './text.js';

/**
 * Places in a document that the package `feed` lays out and we fill.
 *
 * The package mishandles text in half a dozen ways (only the first `]]>` of a string is divided, control characters
 * pass through, plain titles become raw CDATA, attribute values keep their `<`, ids are rewritten as URLs), so it
 * never sees a writer's text: it is given `slot:0`, `slot:1`, … and what belongs there is put in afterwards. Since
 * its output then holds nothing but its own markup, amending that markup is safe too.
 */
export class Slots {
  readonly #fillings: string[] = [];

  /** A slot for plain text, in an element or an attribute. */
  text(value: string): string {
    return this.markup(escapeText(value));
  }

  /** A slot for what is XML already. */
  markup(value: string): string {
    this.#fillings.push(value);
    return `slot:${this.#fillings.length - 1}`;
  }

  /** Puts every filling in its slot. CDATA that the package draws around a slot is taken off. */
  fill(xml: string): string {
    return xml.replace(
      /<!\[CDATA\[slot:(\d+)\]\]>|slot:(\d+)/g,
      (slot, inCdata: string | undefined, bare: string | undefined) =>
        this.#fillings[Number(inCdata ?? bare)] ?? slot,
    );
  }
}
