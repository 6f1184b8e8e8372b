import { constants, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { careful } from './careful.js';
import { parentOf } from './changes.js';
import { isStray } from './inside.js';
import { hasFolder } from './place.js';

/** A document as it stands in the output folder. */
export interface StandingDocument {
  readonly bytes: Buffer;
  /** When its file was written, in milliseconds since 1970. */
  readonly modified: number;
}

/**
 * Reads a document that was written to the output folder. Documents are replaced whole, so that what is read is one that
 * was written, whatever happens meanwhile. No link is followed, and nothing is waited for that is no file.
 *
 * @param output absolute path of the output folder
 * @param name of the document, relative to it, with `/`
 * @throws what the file system says, or that there is no such file
 */
export async function readDocument(output: string, name: string): Promise<StandingDocument> {
  if (!hasFolder(output, parentOf(name))) throw new Error('it does not exist');
  const file = await open(`${output}/${name}`, constants.O_RDONLY | careful);
  try {
    const stats: Stats = await file.stat();
    if (!stats.isFile()) throw new Error('it is no file');
    if (isStray(file.fd, output, name)) throw new Error('it lies outside of the output folder');
    return { bytes: await file.readFile(), modified: stats.mtimeMs };
  } finally {
    await file.close();
  }
}
