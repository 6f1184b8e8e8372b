import { isWebAddress } from './web-address.js';

/** What others may do with a work: a licence that has an address. */
export interface License {
  /** As people call it, where that is known. */
  readonly name?: string;
  /** Absolute. */
  readonly url: string;
}

/**
 * Reads a licence: its address, or a name by which its address is known, as `CC BY-SA 4.0`, `CC0` or `MIT`.
 *
 * @returns nothing for a text that is neither
 */
export function readLicense(text: string): License | undefined {
  const written = text.trim();
  if (isWebAddress(written)) return ofAddress(written);
  return creativeCommons(written) ?? others.get(written.toLowerCase());
}

/** A licence that is known by its name; not the address of anything else, as people write it behind a ©. */
export function namedLicense(text: string): License | undefined {
  const license = readLicense(text);
  return license?.name === undefined ? undefined : license;
}

/** The address counts as it is written; the name is read off it where it can be. */
function ofAddress(url: string): License {
  const path = /^https?:\/\/(?:www\.)?creativecommons\.org\/(.*)$/i.exec(url)?.[1]?.toLowerCase() ?? '';
  const [, kind, version, port] = /^licenses\/(by[a-z-]*)\/(\d\.\d)(?:\/([a-z]{2,5}))?\b/.exec(path) ?? [];
  const name = kind
    ? [
        'CC',
        kind.toUpperCase(),
        version,
        ...(port && !/^(?:deed|legal)/.test(port) ? [port.toUpperCase()] : []),
      ].join(' ')
    : [...others.values()].find((license) => sameAddress(license.url, url))?.name;
  return name ? { name, url } : { url };
}

function sameAddress(one: string, other: string): boolean {
  const bare = (url: string) => url.toLowerCase().replace(/^https?:\/\/(?:www\.)?|\/(?:deed[^/]*)?$/g, '');
  return bare(one) === bare(other);
}

/** `CC BY-NC-SA 4.0`, `cc-by-4.0`, `by-nc`, `Creative Commons Attribution-ShareAlike 4.0 International`. */
function creativeCommons(text: string): License | undefined {
  const spelled = text
    .toLowerCase()
    .replace(/\b(?:international|unported|generic|public|licen[cs]ed?|the|under|a)\b/g, ' ')
    .replace(/creative[\s-]+commons/, 'cc')
    .replace(/attribution/, 'by')
    .replace(/non[\s-]?commercial/, 'nc')
    .replace(/no[\s-]?deriv(?:ative)?s?(?:[\s-]works)?/, 'nd')
    .replace(/share[\s-]?alike/, 'sa')
    .replace(/[\s_()–-]+/g, '-')
    .replace(/^-|-$/g, '');
  const [, parts, version = '4.0', port] =
    /^(?:cc-(?=by)|(?=by-n|by-s))(by(?:-nc)?(?:-nd|-sa)?)(?:-v?(\d\.\d))?(?:-([a-z]{2}))?$/.exec(spelled) ??
    [];
  if (!parts) return undefined;
  // Versions before the fourth had texts of their own for countries.
  const country = port !== undefined && version < '4.0' ? port : undefined;
  return {
    name: ['CC', parts.toUpperCase(), version, ...(country ? [country.toUpperCase()] : [])].join(' '),
    url: `https://creativecommons.org/licenses/${parts}/${version}/${country ? `${country}/` : ''}`,
  };
}

const zero = { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };
const publicDomain = {
  name: 'Public Domain Mark 1.0',
  url: 'https://creativecommons.org/publicdomain/mark/1.0/',
};

/** Licences by their names in lower case; those of programs by the names that SPDX gives them. */
const others: ReadonlyMap<string, License> = new Map([
  ...['cc0', 'cc0 1.0', 'cc0-1.0', 'cc zero'].map((name) => [name, zero] as const),
  ...['public domain', 'pdm', 'pdm 1.0', 'public domain mark 1.0'].map(
    (name) => [name, publicDomain] as const,
  ),
  ...[
    ...['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Unlicense', 'MPL-2.0'],
    ...['GFDL-1.2-or-later', 'GFDL-1.3-or-later', 'GFDL-1.3-only', 'GPL-2.0-or-later', 'GPL-3.0-or-later'],
    ...['GPL-2.0-only', 'GPL-3.0-only', 'AGPL-3.0-or-later', 'AGPL-3.0-only', 'LGPL-3.0-or-later'],
    ...['OGL-UK-3.0', 'etalab-2.0', 'ODbL-1.0', 'ODC-By-1.0', 'WTFPL', 'FAL-1.3'],
  ].map((name) => [name.toLowerCase(), { name, url: `https://spdx.org/licenses/${name}.html` }] as const),
]);
