import { readdirSync } from 'node:fs';

/**
 * @param {string} folder
 * @param {(path: string) => void} visit
 */
export function eachFile(folder, visit) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) eachFile(path, visit);
    else visit(path);
  }
}
