import { type Spot, start, type Tell } from './tell.js';

/** A value of JSON with its place. */
export interface Json {
  readonly at: Spot;
  /** A scalar, a list, or the members of an object by name. */
  readonly value: string | number | boolean | null | readonly Json[] | ReadonlyMap<string, Json>;
}

/** Lists and objects within each other. */
const deepest = 200;

/** There is no telling what comes behind a fault. */
class Stop extends Error {}

/**
 * Parses JSON (RFC 8259), with the true place of each value. A name that comes twice is told; the last counts.
 *
 * @param tell takes what is wrong with the JSON itself
 * @returns nothing where it cannot be parsed
 */
export function jsonOf(text: string, tell: Tell): Json | undefined {
  try {
    return new Reader(text, tell).whole();
  } catch (error) {
    if (error instanceof Stop) return undefined;
    throw error;
  }
}

class Reader {
  readonly #text: string;
  readonly #tell: Tell;
  #at = 0;
  #spotAt = 0;
  #spot: Spot = start;

  constructor(text: string, tell: Tell) {
    this.#text = text;
    this.#tell = tell;
  }

  whole(): Json {
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) this.#fail('something stands behind its end');
    return value;
  }

  #value(depth: number): Json {
    this.#space();
    if (depth > deepest) this.#fail(`values lie more than ${deepest} deep in each other`);
    const at = this.#place();
    const sign = this.#text[this.#at];
    if (sign === '{') return { at, value: this.#object(depth) };
    if (sign === '[') return { at, value: this.#list(depth) };
    if (sign === '"') return { at, value: this.#string() };
    return { at, value: this.#scalar() };
  }

  #object(depth: number): Map<string, Json> {
    const members = new Map<string, Json>();
    this.#at++;
    for (let isFirst = true; !this.#closes('}', isFirst); isFirst = false) {
      this.#space();
      const spot = this.#place();
      if (this.#text[this.#at] !== '"') this.#fail('a name in double quotes is missing');
      const name = this.#string();
      this.#space();
      if (this.#text[this.#at] !== ':') this.#fail(`a colon is missing behind "${name.slice(0, 40)}"`);
      this.#at++;
      if (members.has(name)) this.#tell('feed-element-repeated', spot, { name, parent: 'an object' });
      members.set(name, this.#value(depth + 1));
    }
    return members;
  }

  #list(depth: number): Json[] {
    const items: Json[] = [];
    this.#at++;
    for (let isFirst = true; !this.#closes(']', isFirst); isFirst = false) items.push(this.#value(depth + 1));
    return items;
  }

  /** Whether a list or an object ends here; else what parts two of its members is passed. */
  #closes(end: string, isFirst: boolean): boolean {
    this.#space();
    const sign = this.#text[this.#at];
    if (sign === end) {
      this.#at++;
      return true;
    }
    if (sign === undefined) this.#fail('it ends too soon');
    if (isFirst) return false;
    if (sign !== ',') this.#fail('a comma is missing');
    this.#at++;
    this.#space();
    if (this.#text[this.#at] === end) this.#fail('a comma stands before the end');
    return false;
  }

  #string(): string {
    const token = /"(?:[^"\\]|\\.)*"/sy;
    token.lastIndex = this.#at;
    const [written] = token.exec(this.#text) ?? this.#fail('a text has no end');
    return this.#parsed(written, 'a text holds a line end or another sign that must be escaped');
  }

  #scalar(): string | number | boolean | null {
    const token = /[^\s,:[\]{}"]+/y;
    token.lastIndex = this.#at;
    const [written] = token.exec(this.#text) ?? this.#fail('a value is missing');
    return this.#parsed(written, `"${written.slice(0, 40)}" is no value`);
  }

  #parsed<Value>(written: string, reason: string): Value {
    try {
      const value: Value = JSON.parse(written);
      this.#at += written.length;
      return value;
    } catch {
      return this.#fail(reason);
    }
  }

  #space(): undefined {
    const token = /[ \t\n\r]*/y;
    token.lastIndex = this.#at;
    this.#at += token.exec(this.#text)?.[0].length ?? 0;
  }

  /** Where the reader is; counted on from the last place, so that all places together cost one walk. */
  #place(): Spot {
    const lines = this.#text.slice(this.#spotAt, this.#at).split('\n');
    const last = lines.at(-1)?.length ?? 0;
    const { line, column } = this.#spot;
    this.#spot = { line: line + lines.length - 1, column: lines.length > 1 ? last + 1 : column + last };
    this.#spotAt = this.#at;
    return this.#spot;
  }

  #fail(reason: string): never {
    this.#tell('feed-unparsable', this.#place(), { format: 'JSON', reason });
    throw new Stop();
  }
}
