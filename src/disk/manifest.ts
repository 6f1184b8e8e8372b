import { reasonOf } from './reason.js';
import { replaceFile, syncFolder } from './replace.js';
import { absent } from './stamp.js';
import { readText } from './state/text.js';

/** The file in the output folder that names the documents Feedmill wrote there, so that it removes no other. */
export const manifestName = '.feedmill.json';

/** The names in the manifest, or why it cannot be used. */
export type Manifest =
  | { readonly names: readonly string[]; readonly reason?: never }
  | { readonly names?: never; readonly reason: string };

/**
 * Reads the manifest of an output folder; it has no names where there is none yet.
 *
 * @param folder absolute path of the output folder
 */
export function readManifest(folder: string): Manifest {
  let text: string;
  try {
    const file = readText(`${folder}/${manifestName}`);
    if (file.stamp === absent) return { names: [] };
    text = file.text;
  } catch (error) {
    return { reason: reasonOf(error) };
  }
  try {
    const content: unknown = JSON.parse(text);
    if (isManifest(content)) return { names: content.documents };
    return { reason: 'it is not a list of documents that this version of Feedmill wrote' };
  } catch {
    return { reason: 'it is not JSON' };
  }
}

/**
 * Replaces the manifest of an output folder.
 *
 * @param folder absolute path of the output folder
 * @param names of documents, relative to it, with `/`
 * @throws what the file system says; the manifest is then as it was
 */
export async function writeManifest(folder: string, names: Iterable<string>): Promise<void> {
  const content = { feedmill: 1, documents: [...names].sort() };
  await replaceFile(folder, manifestName, Buffer.from(`${JSON.stringify(content, undefined, 2)}\n`));
  await syncFolder(folder);
}

function isManifest(content: unknown): content is { readonly documents: readonly string[] } {
  return (
    typeof content === 'object' &&
    content !== null &&
    'feedmill' in content &&
    content.feedmill === 1 &&
    'documents' in content &&
    Array.isArray(content.documents) &&
    content.documents.every((name) => typeof name === 'string')
  );
}
