import type { Entry } from '../../entry/entry.js';
import { escapeText } from '../text.js';
import { linked } from './address.js';
import { say } from './say.js';

/**
 * Who holds the rights, and what others may do: markup for one line.
 *
 * @param language of the page, or of the part of it
 * @returns nothing where nobody says so
 */
export function rightsLine({ rights, license }: Pick<Entry, 'rights' | 'license'>, language: string): string {
  const terms = license?.name === undefined ? say('license', language) : escapeText(license.name);
  return [
    rights === undefined ? '' : `<bdi>${escapeText(rights)}</bdi>`,
    license ? linked(license.url, `<bdi>${terms}</bdi>`, ' rel="license"') : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
