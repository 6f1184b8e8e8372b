import { posix } from 'node:path';
import { readSite } from '../config/site.js';

/**
 * Takes a value out of what a data file holds. Generators do not mind how keys are capitalised.
 *
 * @param data anything
 * @param path the keys on the way to it
 */
export function at(data: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((table, wanted) => {
    if (typeof table !== 'object' || table === null) return undefined;
    return Object.entries(table).find(([key]) => key.toLowerCase() === wanted.toLowerCase())?.[1];
  }, data);
}

/** The first of these that is a text with something in it. */
export function textOf(...values: readonly unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === 'string' && value.trim() !== '')?.trim();
}

/** An author as a config has it, of a name or of an object that has one. */
export function authorOf(value: unknown): unknown {
  const name = textOf(value, at(value, 'name'));
  if (name === undefined || typeof value === 'string') return name;
  const email = textOf(at(value, 'email'));
  const uri = textOf(at(value, 'url'), at(value, 'uri'));
  return [{ name, ...(email && { email }), ...(uri && { uri }) }];
}

/** The address of a site that lies in a folder of its host. What is no address stays, so that it can be told. */
export function siteOf(host: unknown, base: unknown): string | undefined {
  const address = textOf(host);
  const below = textOf(base)?.replace(/^\/+/, '') ?? '';
  return address && (readSite(address.replace(/\/*$/, `/${below}`)) ?? address);
}

/** A folder that a file names, if it lies in the one where that file lies. */
export function folderOf(value: unknown, otherwise: string): string {
  const path = posix.normalize(textOf(value)?.replaceAll('\\', '/') ?? otherwise).replace(/(?<=.)\/$/, '');
  return /^(?:\.\.(?:\/|$)|\/|[a-z]:)/i.test(path) ? otherwise : path;
}
