import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type WriteOptions, writeDocuments } from '../../src/disk/write.js';
import type { Written } from '../../src/disk/written.js';

/** Writes documents, given as texts by name. */
export function write(
  output: string,
  texts: Readonly<Record<string, string>>,
  options?: WriteOptions,
): Promise<Written> {
  const documents = Object.entries(texts).map(([name, text]) => ({ name, bytes: () => Buffer.from(text) }));
  return writeDocuments(output, documents, options);
}

/** Every file in a folder by path, but for the manifest. */
export function filesIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map((path) => [
    path.slice(folder.length + 1).replaceAll('\\', '/'),
    readFileSync(path, 'utf8'),
  ]);
  return Object.fromEntries(files.filter(([path]) => !path?.endsWith('.feedmill.json')).sort());
}
