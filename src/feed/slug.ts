import { createHash } from 'node:crypto';
import { folded } from '../characters.js';

/**
 * The folder name of a group: its letters and digits of any script in lower case, joined by hyphens.
 *
 * @returns a name of at most 180 bytes that is safe on every file system; one without letters or digits is a hash
 */
export function slug(label: string): string {
  const spoken = label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[+#&]|^\./g, (sign) => signs[sign] ?? sign);
  const name = spoken.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-+|-+$/g, '');
  if (name && Buffer.byteLength(name) <= longest && !reserved.test(name)) return name;
  return `${[...name].slice(0, 40).join('')}-${mark(label)}`.replace(/^-/, '');
}

/** Folder names for many groups: as `slug`, and never the same for two of them, whatever a disk takes for the same; of two, the one that comes first has it. */
export function slugs(labels: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const label of labels) {
    const plain = slug(label);
    const name = taken.has(folded(plain)) ? `${plain}-${mark(label)}` : plain;
    taken.add(folded(name));
    names.set(label, name);
  }
  return names;
}

/** In bytes: file systems end at 255. */
const longest = 120;

/** Signs that tell one tag from another: C, C++ and C#. */
const signs: Readonly<Record<string, string>> = { '+': '-plus-', '#': '-sharp-', '&': '-and-', '.': 'dot-' };

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

function mark(label: string): string {
  return createHash('sha256').update(label).digest('hex').slice(0, 8);
}
