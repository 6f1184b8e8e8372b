import { type Labelled, labelTable } from './label-table.js';

/** A label and what stands after it. `value` is empty where the label stands alone. */
export interface Label {
  readonly field: Labelled;
  readonly value: string;
  /** Whether a colon parts the two: without one, the value must prove the label. */
  readonly colon: boolean;
  /** The label as it stands. */
  readonly name: string;
}

/**
 * Reads a label at the start of a text: "Published: …", "Veröffentlicht am …", "作者：…".
 *
 * @param text a line, or a part of one
 * @returns every reading there is, the longest label first
 */
export function readLabels(text: string): Label[] {
  const colon = /^([^:：]{1,40}?)\s*[:：]\s*(.*)$/su.exec(text);
  const before = colon?.[1] === undefined ? undefined : labels.get(normal(colon[1]));
  if (colon && before) return [{ field: before, value: colon[2] ?? '', colon: true, name: colon[1] ?? '' }];
  const found: Label[] = [];
  for (const end of ends(text)) {
    const name = text.slice(0, end);
    const field = labels.get(normal(name));
    if (field) found.unshift({ field, value: text.slice(end).trim(), colon: false, name });
  }
  return found;
}

/** Where a label of up to four words may end; where nothing parts it from its date, where the digits begin. */
function ends(text: string): number[] {
  const words = [...text.slice(0, 60).matchAll(/\s+|$/g)].slice(0, 4).map((match) => match.index);
  const digit = /^(?:[\u2e80-\ud7a3]{1,8}|\p{L}{4,12})(?=\d)/u.exec(text)?.[0].length;
  return digit === undefined ? words : [digit, ...words];
}

function normal(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u0307/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const labels: ReadonlyMap<string, Labelled> = new Map(
  labelTable.flatMap(([field, names]) => names.split('|').map((name) => [normal(name), field] as const)),
);
