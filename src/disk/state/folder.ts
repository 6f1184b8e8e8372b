import { mkdirSync, writeFileSync } from 'node:fs';
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
    if (codeOf(error) === 'EEXIST') return;
    throw error;
  }
  try {
    for (const [name, text] of company) writeFileSync(`${folder}/${name}`, text, { flag: 'wx' });
  } catch {
    // The ledger does without them.
  }
}
