import { quoted, type Spot, type Tell } from './tell.js';

/** What an address must be: on the web, absolute with any scheme, or either that or relative. */
export type Reach = 'web' | 'absolute' | 'any';

/**
 * Checks an address, and tells what is wrong with it.
 *
 * @param where how people are told of it
 * @returns whether it can be followed
 */
export function checkAddress(value: string, reach: Reach, where: string, spot: Spot, tell: Tell): boolean {
  const text = value.trim();
  if (text === '') {
    tell('feed-value-empty', spot, { where });
    return false;
  }
  const reason = faultOf(text);
  if (reason !== undefined) tell('feed-address-invalid', spot, { where, value: quoted(text), reason });
  else if (reach !== 'any' && !isAbsolute(text)) {
    tell('feed-address-relative', spot, { where, value: quoted(text) });
  } else if (
    reach === 'web' &&
    !/^(?:https?|ftp|mailto|news|nntp|feed|urn|tel|gemini|gopher|ipfs|magnet):/i.test(text)
  ) {
    tell('feed-value-doubtful', spot, {
      where,
      value: quoted(text),
      reason: 'most readers do not follow such an address',
    });
  } else return true;
  return false;
}

/** What no reader can follow; nothing where there is nothing like that. */
export function faultOf(text: string): string | undefined {
  if (/\s/.test(text)) return 'it holds a space';
  const sign = /[<>"{}|\\^`\u0000-\u001f\u007f]/.exec(text)?.[0];
  if (sign !== undefined) return `it holds the sign ${sign}`;
  if (/%(?![0-9a-f]{2})/i.test(text)) return 'it holds a % that is not followed by two digits';
  if ((text.match(/#/g)?.length ?? 0) > 1) return 'it holds two #';
  if (/^https?:/i.test(text) && !/^https?:\/\/[^/?#]+/i.test(text)) return 'it names no host';
  if (/^https?:/i.test(text) && !URL.canParse(text)) return 'its host cannot be one';
  if (/^[^a-z/?#.][^/?#]*:/i.test(text) && !/^\d/.test(text)) return 'it begins with no scheme';
  return undefined;
}

/** Whether an address says by itself where it leads. */
export function isAbsolute(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(text);
}

/** An address in the spelling in which two are compared. */
export function canonical(address: string): string {
  return URL.canParse(address) ? new URL(address).href : address;
}
