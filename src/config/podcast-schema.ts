import { extname } from 'node:path';
import * as v from 'valibot';
import { artworkEndings } from './assets.js';
import { categories, categoryNames, readCategory } from './categories.js';
import { key, keys } from './keys.js';
import { didYouMean } from './similar.js';
import { email, flag, text, usableAddress } from './values.js';

const category = v.pipe(
  text,
  v.check(
    (written) => readCategory(written) !== undefined,
    (issue) => `a category of Apple Podcasts as "Society & Culture > Documentary"${near(issue.input)}`,
  ),
);

/** A name that is a little off may be that of a category, or of one within another. */
function near(written: string): string {
  const last = written.split('>').at(-1)?.trim() ?? '';
  return (
    didYouMean(written, categoryNames) ||
    didYouMean(last, [...Object.keys(categories), ...Object.values(categories).flat()])
  );
}

const three = 'a category, or a list of up to three';
const imageWords = `a file whose name ends in ${artworkEndings.join(', ')}, or an address that begins with http:// or https://`;
const image = v.union(
  [
    v.pipe(
      text,
      v.check(
        (written) =>
          (/^https?:\/\/[^\s@]+$/.test(written) && URL.canParse(written)) ||
          (!/^https?:/.test(written) &&
            artworkEndings.some((ending) => extname(written).toLowerCase() === ending)),
        imageWords,
      ),
    ),
  ],
  imageWords,
);
const mailbox = v.pipe(
  email,
  v.check(
    (written) => /^[!-~]+@(?:[a-z\d-]+\.)+[a-z\d-]+$/i.test(written),
    'an e-mail address as "ana@example.org"',
  ),
);
const uuid = 'a UUID as "917393e3-1b1e-5cef-ace4-edaa54e1f810"';
const fund = keys({
  url: v.pipe(usableAddress, v.description('Page where they can.')),
  text: key(text, 'Words of the link, in up to 128 characters.'),
});

/** What a config may say of a podcast. */
export const podcast = v.union(
  [
    flag,
    keys({
      title: key(text, 'Title of the podcast; that of the feeds where it is left out.'),
      description: key(
        v.pipe(text, v.maxLength(4000, 'a text of up to 4000 characters')),
        'What the podcast is about, in up to 4000 characters.',
      ),
      category: key(
        v.union([category, v.pipe(v.array(category), v.minLength(1, three), v.maxLength(3, three))], three),
        'Up to three of Apple\'s categories, as "News" or "Society & Culture > Documentary".',
      ),
      explicit: key(flag, 'Whether there is language in it that is not for everybody.', { default: false }),
      author: key(text, 'Who makes it; the authors of the config where it is left out.'),
      owner: key(
        keys({
          name: key(text, 'Name of the owner.'),
          email: v.pipe(mailbox, v.description('E-mail address.')),
        }),
        'Whom directories write to.',
      ),
      image: key(
        image,
        'Its picture, a JPEG or PNG file, square, of 1400 to 3000 pixels a side; or the address of one.',
      ),
      type: key(
        v.picklist(['episodic', 'serial'], '"episodic" or "serial"'),
        'Whether the latest episode comes first, or the first one.',
      ),
      locked: key(flag, 'Whether no other host may take it over.'),
      funding: key(
        v.union([fund, v.array(fund)], 'the keys url and text'),
        'Where listeners can give money.',
      ),
      guid: key(
        v.pipe(v.string(uuid), v.regex(/^[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}$/, uuid)),
        'Its id at Podcast Index: a UUID; made from the address of its feed where it is left out.',
      ),
      complete: key(flag, 'Whether no more episodes will come.'),
      newFeedUrl: key(usableAddress, 'Where its feed went for good.'),
    }),
  ],
  'true, false, or keys as category, owner and image',
);
