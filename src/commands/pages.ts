import { readFile } from 'node:fs/promises';
import type { Pages } from './findings/sarif.js';

/** The pages of all problems, as they lie beside the program. */
export async function problemPages(): Promise<Pages> {
  return JSON.parse(await readFile(new URL('problems.json', import.meta.url), 'utf8'));
}
