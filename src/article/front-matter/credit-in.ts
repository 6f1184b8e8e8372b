import type { Origin } from '../article.js';
import { type License, namedLicense, readLicense } from '../license.js';
import type { Keys } from './keys.js';
import { originIn } from './origin-in.js';
import { type There, textsIn, there } from './texts-in.js';

/** What front matter says of who may do what with an article, and of where it comes from. */
export interface CreditThere {
  readonly rights: There<string> | undefined;
  readonly license: There<License> | undefined;
  readonly origin: There<Origin> | undefined;
}

/**
 * Reads rights, licence and origin. A licence that has no known address says all the same what the rights are, and rights
 * that are the name of a licence give that one.
 */
export function readCreditIn(keys: Keys): CreditThere {
  // A year alone says nothing of rights.
  const stated = textsIn(keys, 'rights copyright copyrightnotice copyrightstatement dcrights').filter(
    hasWords,
  );
  const licenses = textsIn(
    keys,
    'licenseurl licenceurl licenselink license licence licensename licencename licensecontent licenseid',
  );
  const [license] = [
    ...licenses.flatMap(({ value, line }) => there(readLicense(value), line)),
    ...stated.flatMap(({ value, line }) => there(namedLicense(value), line)),
  ];
  const [rights] = [
    ...stated.filter(({ value }) => !namedLicense(value)),
    ...(license ? [] : licenses.filter(hasWords)),
    ...held(keys),
  ];
  return { rights, license, origin: originIn(keys) };
}

/** Who holds the rights, and since when (`copyright: { holder: …, year: … }`). */
function held(keys: Keys): There<string>[] {
  const [holder] = textsIn(keys, 'copyrightholder rightsholder copyrightauthor').filter(hasWords);
  const [year] = textsIn(keys, 'copyrightyear rightsyear');
  return holder ? [{ ...holder, value: ['©', year?.value, holder.value].filter(Boolean).join(' ') }] : [];
}

function hasWords({ value }: There<string>): boolean {
  return /\p{L}/u.test(value);
}
