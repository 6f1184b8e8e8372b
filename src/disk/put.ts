import { lstatSync, readFileSync } from 'node:fs';
import { problem } from '../problems.js';
import { makeFolder } from './place.js';
import { reasonOf } from './reason.js';
import { replaceFile } from './replace.js';
import { absent, sourceOf, stampIf } from './stamp.js';
import { type Standing, stands } from './standing.js';
import { sweep } from './temporary.js';
import type { Writing, Written } from './written.js';

/**
 * Writes the documents of one folder, each whole or not at all.
 *
 * @param output absolute path of the output folder, which exists
 * @param folder the documents' folder, relative to it, with `/`
 * @param documents those that lie in it
 * @param result where the findings go
 * @param touched takes the folders whose names changed, and have to be made durable
 * @param options how the documents stood after the last call: one that is the same and stands is left alone; and what
 *   cuts off the call, between two of them
 */
export async function putDocuments(
  output: string,
  folder: string,
  documents: readonly Writing[],
  result: Written,
  touched: Set<string>,
  { standing = new Map(), end }: { readonly standing?: Standing; readonly end?: AbortSignal } = {},
): Promise<void> {
  const isLeft = ({ name, isSame }: Writing) => isSame === true && stands(output, name, standing);
  const rest = documents.filter((document) => {
    if (!isLeft(document)) return true;
    result.unchanged.push(document.name);
    result.standing.set(document.name, standing.get(document.name) ?? absent);
    return false;
  });
  // Most folders hold pages of an archive, of which hardly one changes.
  if (rest.length === 0) return;
  const fail = (name: string, error: unknown) =>
    result.problems.push(problem('document-unwritten', {}, { name, reason: reasonOf(error) }));
  try {
    for (const grown of makeFolder(output, folder)) touched.add(grown);
  } catch (error) {
    for (const { name } of rest) fail(name, error);
    return;
  }
  const place = folder === '' ? output : `${output}/${folder}`;
  sweep(place);
  for (const { name, bytes } of rest) {
    try {
      if (end?.aborted) return;
      const whole = await bytes();
      if (end?.aborted) return;
      const { isWritten, stamp } = await put(place, name.slice(name.lastIndexOf('/') + 1), whole);
      (isWritten ? result.written : result.unchanged).push(name);
      result.standing.set(name, stamp);
      if (isWritten) touched.add(folder);
    } catch (error) {
      fail(name, error);
    }
  }
}

/** Whether the file had to be written, and its stamp: one that no file has where it is altered already. */
async function put(
  place: string,
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly isWritten: boolean; readonly stamp: string }> {
  const path = `${place}/${name}`;
  const there = lstatSync(path, { throwIfNoEntry: false });
  const file = there?.isFile() ? there : undefined;
  if (file && file.size === bytes.length && holds(path, bytes))
    return { isWritten: false, stamp: sourceOf('', file).stamp };
  await replaceFile(place, name, bytes, file);
  return { isWritten: true, stamp: stampIf(path, bytes.length) ?? altered };
}

const altered = 'altered';

function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}
