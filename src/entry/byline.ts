import type { Person } from '../article/article.js';
import { absolute, isWeb } from './address.js';
import { plain } from './plain.js';

/** The authors as readers see them: each with a name, and with an address only where it is one. */
export function byline(people: readonly Person[]): Person[] {
  return people.flatMap(({ name, email, uri, avatar }) => {
    const shown = plain(name.replace(/[<>]/g, ' '));
    if (!shown) return [];
    const page = webAddress(uri);
    const picture = webAddress(avatar);
    return [
      {
        name: shown,
        ...(email && mailbox.test(email) && { email }),
        ...(page && { uri: page }),
        ...(picture && { avatar: picture }),
      },
    ];
  });
}

/** An address as mail programs and feed validators agree on it (RFC 5322, 3.4.1, without quotes and comments). */
const mailbox = /^[\w.+'!#$%&*/=?^`{|}~-]+@(?:[a-z\d-]+\.)+[a-z\d][a-z\d-]*$/i;

function webAddress(written: string | undefined): string | undefined {
  const address = written && isWeb(written) ? absolute(written, written) : undefined;
  return address && isWeb(address) ? address : undefined;
}
