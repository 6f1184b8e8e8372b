import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { KeyPath, Spot } from './written.js';

/**
 * Finds where a key or its value stands in a YAML document: walks the events of the parser down the path.
 *
 * @param events of one document; its root follows the event that opens the document
 * @returns the nearest place that holds it where it stands nowhere itself, as an item that is left empty
 */
export function yamlSpot(
  events: readonly Event[],
  source: string,
  path: KeyPath,
  part: 'key' | 'value',
): Spot | undefined {
  let node = 1;
  let offset = startOf(events[node]);
  for (const step of path) {
    const child = events[node]?.type === EVENT_ID.MAPPING ? pair : item;
    const found = child(events, source, node, step);
    if (found === undefined) break;
    node = found.value;
    const value = startOf(events[node]);
    const name = found.key === undefined ? undefined : startOf(events[found.key]);
    offset = (part === 'key' ? name : (value ?? name)) ?? offset;
  }
  return offset === undefined ? undefined : spotAt(source, offset);
}

interface Child {
  readonly key?: number;
  readonly value: number;
}

function pair(
  events: readonly Event[],
  source: string,
  mapping: number,
  name: string | number,
): Child | undefined {
  let key = mapping + 1;
  while (!ends(events[key])) {
    const event = events[key];
    const value = after(events, key);
    if (event?.type === EVENT_ID.SCALAR && getScalarValue(source, event) === String(name))
      return { key, value };
    key = after(events, value);
  }
  return undefined;
}

function item(
  events: readonly Event[],
  _source: string,
  sequence: number,
  place: string | number,
): Child | undefined {
  let value = sequence + 1;
  for (let index = 0; !ends(events[value]); index++) {
    if (index === place) return { value };
    value = after(events, value);
  }
  return undefined;
}

/** The node that follows a node and everything in it. */
function after(events: readonly Event[], node: number): number {
  let depth = 0;
  let next = node;
  do {
    const type = events[next]?.type;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
    if (type === EVENT_ID.POP) depth--;
    next++;
  } while (depth > 0);
  return next;
}

function ends(event: Event | undefined): boolean {
  return event === undefined || event.type === EVENT_ID.POP;
}

/** Where a node begins; nothing for a value that is left empty. */
function startOf(event: Event | undefined): number | undefined {
  if (event?.type === EVENT_ID.SCALAR) {
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    return event.valueStart < 0 ? undefined : event.valueStart - (quoted ? 1 : 0);
  }
  if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) return event.start;
  return undefined;
}

function spotAt(source: string, offset: number): Spot {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
