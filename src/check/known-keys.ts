import { editDistance } from '../config/similar.js';

/** Keys that people mean when they mistype one. Without case and without what parts words. */
const meant =
  'title date published publishdate updated lastmod modified expires expirydate author authors tags category categories ' +
  'keywords description summary excerpt draft permalink canonical slug language locale image coverimage featuredimage ' +
  'enclosure attachments audio season episode episodetype explicit transcript chapters license rights source';

/** Words that differ from those by a letter or two and are keys of somebody, or words that people make keys of. */
const others =
  'data dates dated rate rated late state status gate tile tiles titles tagged tagline taglist stage stags author2 ' +
  'authority publish publisher publishers publication unpublished draftid drafts locales locals local location languages ' +
  'images imagine coverage canonicals slugs sluggish expired expire modify mode model link links tax taxes tabs taps ' +
  'update updates summaries descriptions descriptor describe prescription inscription subscription categorize category1 category2 ' +
  'keyword key keys code codes role roles rule rules page pages note notes name names type types time times site sites transcribe';

const spelledMeant = meant.split(' ');
const spelledOthers = new Set(others.split(' '));

/**
 * The key that is meant by one that nobody knows; nothing where none is plainly meant. Generators have keys without
 * number, so that only slips of the finger count: letters swapped, one left out or doubled; in long keys, any two.
 *
 * @param key in the spelling in which keys are compared
 */
export function meantKey(key: string): string | undefined {
  if (spelledOthers.has(key) || !/^[a-z]{3,30}$/.test(key)) return undefined;
  return spelledMeant.find((candidate) => isSlip(key, candidate));
}

function isSlip(typed: string, candidate: string): boolean {
  if (typed === `${candidate}s` || `${typed}s` === candidate) return false;
  const distance = editDistance(typed, candidate);
  if (distance === 0 || distance > 2) return false;
  if (distance === 2) return candidate.length >= 9 && typed[0] === candidate[0];
  if (candidate.length >= 8) return true;
  const isSwapped = typed.length === candidate.length && sorted(typed) === sorted(candidate);
  const isShort = typed.length === candidate.length - 1 && candidate.length >= 5 && typed[0] === candidate[0];
  return isSwapped || isShort || isDoubled(typed, candidate);
}

function isDoubled(typed: string, candidate: string): boolean {
  return (
    typed.length === candidate.length + 1 &&
    typed.replace(/(.)\1/g, '$1') === candidate.replace(/(.)\1/g, '$1')
  );
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
