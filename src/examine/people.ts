import { quoted, type Spot, type Tell } from './tell.js';

/** Checks somebody as RSS has them: an e-mail address, and a name in brackets if there is one. */
export function checkContact(value: string, where: string, spot: Spot, tell: Tell): undefined {
  const text = value.trim();
  if (text === '') tell('feed-value-empty', spot, { where });
  else if (
    !/^(?:mailto:)?[^\s@<>()]+@[^\s@<>()]+(?:\s+\(.*\))?$/s.test(text) &&
    !/<[^\s@<>]+@[^\s@<>]+>/.test(text)
  )
    tell('feed-author', spot, { where, value: quoted(text) });
  else if (!/^[^\s@<>():]+@[\w.-]+\.\w+(?:\s+\(.*\))?$/s.test(text))
    tell('feed-value-doubtful', spot, {
      where,
      value: quoted(text),
      reason: 'it is to be an e-mail address, and a name in brackets behind it',
    });
}
