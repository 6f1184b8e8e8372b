import type { Times } from './conditional.js';

/** A part of a document: its first byte and its last. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** What of a request says which part is wanted. */
export interface Wanted {
  /** The field `Range`. */
  readonly range?: string | undefined;
  /** The field `If-Range`. */
  readonly ifRange?: string | undefined;
}

/**
 * The part of a document that is asked for (RFC 9110, 14): players skip to where people want to listen.
 *
 * @param size of the document in bytes
 * @param tag strong entity tag of the version that there is, with its quotes
 * @returns nothing where all of it is to be sent, also where several parts are asked for; `beyond` where there is no such part
 */
export function partOf(
  { range, ifRange }: Wanted,
  size: number,
  tag: string,
  times: Times,
): Part | 'beyond' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(range?.trim() ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (ifRange !== undefined && !isSame(ifRange.trim(), tag, times)) return undefined;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length > 0 ? { from: size - length, to: size - 1 } : 'beyond';
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return undefined;
  if (from >= size) return 'beyond';
  return { from, to: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}

/** Whether the client has another part of this very version. */
function isSame(ifRange: string, tag: string, { modified, isSharp }: Times): boolean {
  return ifRange.startsWith('"') ? ifRange === tag : isSharp && Date.parse(ifRange) === modified;
}
