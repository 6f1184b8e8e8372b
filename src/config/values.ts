import { extname } from 'node:path';
import * as v from 'valibot';
import { readLicense } from '../article/license.js';
import { permalinkFault } from './permalink.js';
import { didYouMean } from './similar.js';
import { readSite } from './site.js';
import { readSize } from './size.js';

/*
 * The kinds of values that a config may have. A message says what was expected, so that one sentence serves every fault:
 * "Cannot use <key> <value>: expected <message>".
 */

export const text = v.pipe(v.string('a text'), v.regex(/\S/, 'a text that is not empty'));
export const flag = v.boolean('true or false');
export const email = v.pipe(v.string('an e-mail address'), v.regex(/^[^\s@]+@[^\s@]+$/, 'an e-mail address'));
const web = 'an address that begins with http:// or https://';
const webAddress = v.pipe(v.string(web), v.regex(/^https?:\/\/\S+$/, web));
export const openAddress = v.pipe(
  webAddress,
  v.check((written) => !/^https?:\/\/[^/?#]*@/.test(written), 'an address without user name and password'),
);

/** One that a program can go to. */
export const usableAddress = v.pipe(
  openAddress,
  v.check((written) => URL.canParse(written), web),
);

export const site = v.pipe(
  webAddress,
  v.check((written) => readSite(written) !== undefined, 'an address without user name, query or fragment'),
);
export const language = v.pipe(
  text,
  v.check(isLanguage, (issue) => `a language as "en" or "pt-BR"${nearLanguage(issue.input)}`),
);
const licenseWords = 'the address of a licence, or a name as "CC BY 4.0"';
export const license = v.pipe(
  v.string(licenseWords),
  v.check((written) => readLicense(written) !== undefined, licenseWords),
);
export const timezone = v.pipe(
  text,
  v.check(isTimezone, (issue) => `an IANA time zone as "Europe/Lisbon"${nearTimezone(issue.input)}`),
);
export const permalink = v.pipe(
  text,
  v.check(
    (written) => permalinkFault(written) === undefined,
    (issue) => permalinkFault(issue.input) ?? '',
  ),
);

const sizeWording = 'bytes, or a size as "10 MB"';
export const size = v.union(
  [
    v.pipe(v.number(sizeWording), v.safeInteger(sizeWording), v.minValue(1, sizeWording)),
    v.pipe(
      v.string(sizeWording),
      v.check((written) => readSize(written) !== undefined, sizeWording),
    ),
  ],
  sizeWording,
);

const colourWording = 'a colour as "#0a6" or "teal"';
export const colour = v.pipe(
  v.string(colourWording),
  v.regex(/^(?:#(?:[\da-fA-F]{3}|[\da-fA-F]{6})|[a-zA-Z]{3,20})$/, colourWording),
);

/** A file that pages show: its name is all that can be checked here. */
export function asset(endings: readonly string[]) {
  const wording = `a file whose name ends in ${endings.join(', ')}`;
  return v.pipe(
    text,
    v.check((written) => endings.includes(extname(written).toLowerCase()), wording),
  );
}

export const pathWords = 'a path as "/old.xml"';
export const path = v.pipe(v.string(pathWords), v.regex(/^\/(?!\/)[^\s?#\\]*$/, pathWords));

function isLanguage(tag: string): boolean {
  return accepts(() => Intl.getCanonicalLocales(tag));
}

/** Some systems write languages with a low line. */
function nearLanguage(tag: string): string {
  return didYouMean(tag, [tag.replaceAll('_', '-')].filter(isLanguage));
}

function isTimezone(zone: string): boolean {
  return /^[a-z]/i.test(zone) && accepts(() => new Intl.DateTimeFormat('en', { timeZone: zone }));
}

function nearTimezone(zone: string): string {
  return didYouMean(zone, [...Intl.supportedValuesOf('timeZone'), 'UTC']);
}

function accepts(use: () => unknown): boolean {
  try {
    use();
    return true;
  } catch {
    return false;
  }
}
