import { lstatSync, rmdirSync, unlinkSync } from 'node:fs';
import { problem } from '../problems.js';
import { parentOf } from './changes.js';
import { refusalOf } from './names.js';
import { hasFolder } from './place.js';
import { reasonOf } from './reason.js';
import { sweep } from './temporary.js';
import type { Written } from './written.js';

/**
 * Removes a document that an earlier run wrote, and the folders that are empty then.
 *
 * @param output absolute path of the output folder
 * @param name of the document, relative to it, with `/`
 * @param keepOut folder in the output folder in which nothing is touched
 * @param result where the findings go
 * @param touched takes the folders whose names changed, and have to be made durable
 * @returns whether nothing more is to be done about this document
 */
export function removeDocument(
  output: string,
  name: string,
  keepOut: string | undefined,
  result: Written,
  touched: Set<string>,
): boolean {
  const fail = (reason: string) => result.problems.push(problem('document-unremoved', {}, { name, reason }));
  const refusal = refusalOf(name, keepOut);
  if (refusal !== undefined) {
    fail(refusal);
    return true;
  }
  try {
    if (!hasFolder(output, parentOf(name))) return true;
    const stats = lstatSync(`${output}/${name}`, { throwIfNoEntry: false });
    if (stats !== undefined && !stats.isFile()) {
      fail('it is not the file that was written');
      return true;
    }
    if (stats !== undefined) {
      unlinkSync(`${output}/${name}`);
      result.removed.push(name);
    }
    touched.add(removeEmpty(output, parentOf(name)));
    return true;
  } catch (error) {
    fail(reasonOf(error));
    return false;
  }
}

/** Removes a folder and those around it as far as they are empty; gives the first that stays. */
function removeEmpty(output: string, folder: string): string {
  let stays = folder;
  try {
    for (; stays !== ''; stays = parentOf(stays)) {
      sweep(`${output}/${stays}`);
      rmdirSync(`${output}/${stays}`);
    }
  } catch {
    // It is not empty.
  }
  return stays;
}
