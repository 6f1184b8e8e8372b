/** What a layered map has beneath: found out when it is asked for. */
export interface Beneath<Value> {
  readonly size: number;
  has(key: string): boolean;
  get(key: string): Value | undefined;
  keys(): Iterable<string>;
}

/**
 * A map upon what an earlier run knew: of that, only what is asked for is worked out, and stays the same from then on.
 * So to know a hundred thousand things costs no more than to use some of them.
 */
export class Layered<Value> implements Beneath<Value> {
  #beneath: Beneath<Value> | undefined;
  /** What was set or worked out; nothing under a key that was deleted. */
  readonly #above = new Map<string, Value | undefined>();
  #size = 0;

  /** Lays it upon what is known already; to be called while it is empty. */
  layUpon(beneath: Beneath<Value>): void {
    this.#beneath = beneath;
    this.#size = beneath.size;
  }

  get size(): number {
    return this.#size;
  }

  has(key: string): boolean {
    return this.#above.has(key) ? this.#above.get(key) !== undefined : (this.#beneath?.has(key) ?? false);
  }

  get(key: string): Value | undefined {
    const above = this.#above.get(key);
    if (above !== undefined || this.#beneath === undefined || this.#above.has(key)) return above;
    const beneath = this.#beneath.get(key);
    if (beneath !== undefined) this.#above.set(key, beneath);
    return beneath;
  }

  /** Sets a value under a key that has one: what lies beneath need not be searched. */
  replace(key: string, value: Value): void {
    this.#above.set(key, value);
  }

  set(key: string, value: Value): void {
    if (!this.has(key)) this.#size++;
    this.#above.set(key, value);
  }

  /** Whether there was anything. */
  delete(key: string): boolean {
    if (!this.has(key)) return false;
    this.#size--;
    if (this.#beneath?.has(key)) this.#above.set(key, undefined);
    else this.#above.delete(key);
    return true;
  }

  clear(): void {
    this.#beneath = undefined;
    this.#above.clear();
    this.#size = 0;
  }

  /** All keys, as they are now: whoever goes through them may ask for values, and none comes twice. */
  keys(): Iterable<string> {
    const keys: string[] = [];
    for (const key of this.#beneath?.keys() ?? []) if (!this.#above.has(key)) keys.push(key);
    for (const [key, value] of this.#above) if (value !== undefined) keys.push(key);
    return keys;
  }

  /** All values; those beneath are worked out. */
  *values(): Iterable<Value> {
    for (const key of this.#beneath?.keys() ?? []) this.get(key);
    for (const value of this.#above.values()) if (value !== undefined) yield value;
  }
}
