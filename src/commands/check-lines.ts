import type { Check } from '../syndicate/examine.js';
import { harmless } from './layout.js';

/**
 * What was found, for people: below what was looked at, which is named once.
 *
 * @param before what the last check looked at
 */
export function checkLines({ subject, isGood, found, help }: Check, before: string): string[] {
  return [
    ...(subject === before ? [] : [harmless(subject)]),
    `  ${isGood ? 'good' : 'bad '}  ${harmless(found)}`,
    ...(help === undefined ? [] : [`        ${harmless(help)}`]),
  ];
}
