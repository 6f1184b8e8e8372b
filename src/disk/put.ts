import { lstatSync, readFileSync } from 'node:fs';
import { problem } from '../problems.js';
import { parentOf } from './changes.js';
import { makeFolder } from './place.js';
import { reasonOf } from './reason.js';
import { replaceFile } from './replace.js';
import { absent, sourceOf, stampIf } from './stamp.js';
import { type Standing, stands } from './standing.js';
import { sweep } from './temporary.js';
import type { Writing, Written } from './written.js';

/** What comes of documents on their way to disk. */
export interface Outcome {
  /** Where the findings go. */
  readonly result: Written;
  /** Folders whose names changed, or may have, and have to be made durable. */
  readonly touched: Set<string>;
  /** Names of documents that could not be written. */
  readonly failed: Set<string>;
  /** Names of documents of which there was nothing to be written: what stands there is as it was. */
  readonly lacking: Set<string>;
}

/**
 * Writes the documents of one folder, each whole or not at all.
 *
 * @param output absolute path of the output folder, which exists
 * @param folder the documents' folder, relative to it, with `/`
 * @param documents those that lie in it
 * @param outcome takes what comes of them
 * @param options how the documents stood after the last call: one that is the same and stands is left alone; and what
 *   cuts off the call, between two of them
 */
export async function putDocuments(
  output: string,
  folder: string,
  documents: readonly Writing[],
  { result, touched, failed, lacking }: Outcome,
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
  const fail = (name: string, reason: string) => {
    failed.add(name);
    result.problems.push(problem('document-unwritten', {}, { name, reason }));
  };
  try {
    for (const grown of makeFolder(output, folder)) touched.add(grown);
  } catch (error) {
    for (const { name } of rest) fail(name, reasonOf(error));
    return;
  }
  const place = folder === '' ? output : `${output}/${folder}`;
  sweep(place);
  for (const document of rest) {
    const { name, bytes } = document;
    const missing = missingFor(document, failed);
    if (missing !== undefined) {
      fail(name, `it leads to "${missing}", which could not be written`);
      continue;
    }
    try {
      if (end?.aborted) return;
      const whole = await bytes();
      if (end?.aborted) return;
      if (whole === undefined) {
        lacking.add(name);
        continue;
      }
      const { isWritten, stamp } = await put(place, name.slice(name.lastIndexOf('/') + 1), whole);
      (isWritten ? result.written : result.unchanged).push(name);
      result.standing.set(name, stamp);
      if (isWritten) touched.add(folder);
      // What an earlier run left may be of one that was killed before it was durable.
      if (!standing.has(name)) for (const around of foldersAround(name)) touched.add(around);
    } catch (error) {
      fail(name, reasonOf(error));
    }
  }
}

/** One that a document leads to, and that could not be written. */
function missingFor({ leadsTo = [] }: Writing, failed: ReadonlySet<string>): string | undefined {
  if (leadsTo.length === 0) return undefined;
  return [...failed].find((name) => leadsTo.some((folder) => name.startsWith(`${folder}/`)));
}

function foldersAround(name: string): string[] {
  const folder = parentOf(name);
  return folder === '' ? [''] : [folder, ...foldersAround(folder)];
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
