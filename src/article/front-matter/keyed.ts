import { isKnown } from './known.js';

/**
 * Whether lines between two rules are front matter, and not text that somebody put there: they begin with a key that is
 * understood, or most lines at the left edge are keys.
 */
export function isKeyed(source: string): boolean {
  let keys = 0;
  let others = 0;
  for (const line of source.split('\n')) {
    if (/^\s*(?:#.*)?$|^\s|^- |^[\]}]/.test(line)) continue;
    const key = /^["']?([\p{L}\p{N}_$][^:="']{0,60})["']?\s*:/u.exec(line)?.[1];
    if (key !== undefined && keys + others === 0 && isKnown(key)) return true;
    if (key !== undefined || /^[{[]/.test(line)) keys += 1;
    else others += 1;
  }
  return keys > others || keys + others === 0;
}
