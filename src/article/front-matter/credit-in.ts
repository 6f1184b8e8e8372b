import type { Origin } from '../article.js';
import { type License, readLicense } from '../license.js';
import { isWebAddress } from '../web-address.js';
import type { Keys } from './keys.js';
import type { Entry } from './matter.js';
import { plainText } from './plain-text.js';

/** A value, and the line that states it. */
interface There<Value> {
  readonly value: Value;
  readonly line: number;
}

/** What front matter says of who may do what with an article, and of where it comes from. */
export interface CreditThere {
  readonly rights: There<string> | undefined;
  readonly license: There<License> | undefined;
  readonly origin: There<Origin> | undefined;
}

/** Reads rights, licence and origin. A licence that has no known address says all the same what the rights are. */
export function readCreditIn(keys: Keys): CreditThere {
  const [stated] = textsIn(keys, 'rights copyright copyrightnotice dcrights');
  const licenses = textsIn(keys, 'licenseurl licenceurl licenselink license licence licensename licencename');
  const known = licenses.flatMap(({ value, line }) => {
    const license = readLicense(value);
    return license ? [{ value: license, line }] : [];
  });
  const [named] = licenses;
  const rights = stated ?? (known.length === 0 && named && /\p{L}/u.test(named.value) ? named : undefined);
  return { rights, license: known[0], origin: originIn(keys) };
}

/** A key alone may be an address or a name (`source: Reuters`); a table, or several keys, say which is which. */
function originIn(keys: Keys): There<Origin> | undefined {
  const plain = textsIn(keys, 'source via originalsource syndicatedfrom republishedfrom');
  const addresses = [
    ...textsIn(keys, 'sourceurl sourcelink sourcehref originalurl originallink original viaurl'),
    ...plain,
  ].filter(({ value }) => isWebAddress(value));
  const names = [...textsIn(keys, 'sourcename sourcetitle vianame viatitle'), ...plain].filter(({ value }) =>
    isName(value),
  );
  const feed = textsIn(keys, 'sourcefeed sourcefeedurl sourcerss').find(({ value }) => isWebAddress(value));
  const [url, title] = [addresses[0], names[0]];
  const first = url ?? title ?? feed;
  if (!first) return undefined;
  return {
    value: {
      ...(title && { title: title.value }),
      ...(url && { url: url.value }),
      ...(feed && { feed: feed.value }),
    },
    line: first.line,
  };
}

/** What keys say as text, in the order of their names. Themes have switches of these names, too. */
function textsIn(keys: Keys, names: string): There<string>[] {
  return names.split(' ').flatMap((name) => {
    const entry: Entry | undefined = keys.entry(name);
    const value = entry && plainText(scalar(entry));
    return entry && value && !/^(?:true|false|yes|no|on|off|none)$/i.test(value)
      ? [{ value: value.slice(0, longest), line: entry.line }]
      : [];
  });
}

/** Of a table each part has a key of its own; see `Keys`. */
function scalar(entry: Entry): Entry {
  return entry.value instanceof Map ? { ...entry, value: '' } : entry;
}

/** A line about rights is a line. */
const longest = 1000;

/** Neither an address nor a path, as generators keep one to the file of which a page was made. */
function isName(text: string): boolean {
  return /\p{L}/u.test(text) && !/[/\\{}<>]|\.[a-z]{2,4}$/iu.test(text) && text.length <= 200;
}
