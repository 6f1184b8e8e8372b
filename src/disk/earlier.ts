import { readManifest } from './manifest.js';
import { refusalOf } from './names.js';

/**
 * The names of the documents that earlier runs wrote into an output folder, as far as they can be names of documents.
 *
 * @param output absolute path of the output folder; it may not exist yet
 */
export function earlierDocuments(output: string): string[] {
  return (readManifest(output).names ?? []).filter((name) => refusalOf(name, undefined) === undefined);
}
