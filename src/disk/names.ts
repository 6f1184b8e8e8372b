import { folded } from '../characters.js';
import { manifestName } from './manifest.js';

/**
 * Why no document may have a name; nothing where it may.
 *
 * @param name relative to the output folder, with `/`
 * @param keepOut folder inside the output folder, relative with `/`, in which no document may land
 */
export function refusalOf(name: string, keepOut: string | undefined): string | undefined {
  const parts = name.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || /[\\:\0]/.test(part))) {
    return 'it is not a path inside the output folder';
  }
  if (name === manifestName) return 'Feedmill keeps this name for itself';
  if (keepOut !== undefined && folded(`${name}/`).startsWith(folded(`${keepOut}/`))) {
    return 'it would land among the articles';
  }
  return undefined;
}
