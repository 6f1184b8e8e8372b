import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { codeOf } from '../reason.js';

/** Name of the ledger in the state folder. */
export const ledgerName = 'ledger.ndjson';

/** What is put beside the ledger, so that its folder can be committed as it is. */
const company: readonly (readonly [name: string, text: string])[] = [
  ['.gitignore', 'lock\n*.tmp\ncache/\n'],
  ['.gitattributes', `${ledgerName} merge=union\n`],
];

/**
 * Makes the state folder, if it is not there; the one around it must be.
 *
 * @param folder absolute path
 * @throws what the file system says
 */
export function makeStateFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/**
 * Puts into a state folder what goes with the ledger, unless it holds other things: somebody else's, or a ledger whose
 * company was sent away.
 *
 * @param folder absolute path
 */
export function furnish(folder: string): void {
  try {
    const own = ['lock', ...company.map(([name]) => name)];
    const there = readdirSync(folder);
    if (there.some((name) => !own.includes(name))) return;
    const missing = company.filter(([name]) => !there.includes(name));
    for (const [name, text] of missing) writeFileSync(`${folder}/${name}`, text, { flag: 'wx' });
  } catch {
    // The ledger does without them.
  }
}
