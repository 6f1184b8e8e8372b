import type { Hold } from '../article.js';
import type { Keys } from './keys.js';

/** Reads whether, and why, the author keeps the article back, with the line that says so. */
export function readHoldIn(keys: Keys): { readonly hold: Hold; readonly line: number } | undefined {
  if (!hasSign(keys)) return undefined;
  for (const [hold, names, pattern] of signs) {
    for (const name of names) {
      const entry = keys.entry(name);
      if (entry && typeof entry.value === 'string' && pattern.test(entry.value.trim())) {
        if (name === 'status' && isProposal(keys)) continue;
        return { hold, line: entry.line };
      }
    }
  }
  return undefined;
}

const yes = /^(?:true|yes|on|1|y)$/i;
const no = /^(?:false|no|off|0|n)$/i;
const never = /^(?:false|no|never)$/i;
const address = /^(?!(?:true|false|no)$)\S+$/i;

const signs: readonly (readonly [Hold, readonly string[], RegExp])[] = [
  ['redirect', ['redirect', 'redirectto', 'redirecturl', 'redirecttourl', 'redirectlink'], address],
  ['redirect', ['layout', 'type'], /^redirect(?:ion|ed)?$/i],
  ['draft', ['draft', 'isdraft'], yes],
  ['draft', ['published', 'publish', 'ispublished'], no],
  ['draft', ['status', 'poststatus', 'visibility', 'state'], /^(?:draft|pending|unpublished)$/i],
  ['hidden', ['status', 'poststatus', 'visibility', 'state'], /^(?:hidden|private|unlisted|trash)$/i],
  [
    'hidden',
    [
      'hidden',
      'hide',
      'unlisted',
      'private',
      'headless',
      'excludefromfeed',
      'feedexclude',
      'feedexcluded',
      'eleventyexcludefromcollections',
      'norss',
    ],
    yes,
  ],
  ['hidden', ['feed', 'rss', 'infeed', 'infeeds', 'includeinfeed', 'permalink', 'listed'], no],
  ['hidden', ['buildlist', 'buildrender'], never],
];

const all = new Set(signs.flatMap(([, names]) => names));

/** Most front matter has none of them, which is seen sooner by its few names than by the many of the signs. */
function hasSign(keys: Keys): boolean {
  for (const name of keys.names()) if (all.has(name)) return true;
  return false;
}

/** A numbered proposal (`PEP: 8`) begins with its number, and its status is how far it got, not whether it is public. */
function isProposal(keys: Keys): boolean {
  const [first = ''] = keys.names();
  return /^(?:[a-z][ei]p|rfc|erc)$/.test(first) && /^\d+$/.test(keys.text(first) ?? '');
}
