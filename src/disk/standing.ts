import { absent, stampOf } from './stamp.js';

/** Documents as they stood on disk at a moment: a stamp for each name, an empty one for what was not there. */
export type Standing = ReadonlyMap<string, string>;

/** Whether somebody else has removed or altered a document since. */
export function isDisturbed(output: string, standing: Standing): boolean {
  return [...standing].some(([name, stamp]) => stampIn(`${output}/${name}`) !== stamp);
}

/** Whether a document is as it stood. */
export function stands(output: string, name: string, standing: Standing): boolean {
  const stamp = standing.get(name) ?? absent;
  return stamp !== absent && stampIn(`${output}/${name}`) === stamp;
}

/** What cannot be looked at stands for what is not there. */
export function stampIn(path: string): string {
  try {
    return stampOf(path);
  } catch {
    return absent;
  }
}
