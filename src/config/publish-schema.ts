import * as v from 'valibot';
import { defaults } from './defaults.js';
import { key, keys, whole } from './keys.js';
import { isRegion, regionWords } from './region.js';
import { flag, text, usableAddress } from './values.js';

const bucketWords = 'the name of a bucket, as "example-news"';
const prefixWords = 'a folder in the bucket, as "news" or "example.org/news"';

/** What a config may say of the store to which documents are brought. */
export const publish = keys({
  bucket: v.pipe(
    v.string(bucketWords),
    v.regex(/^[a-zA-Z0-9][\w.-]{1,62}$/, bucketWords),
    v.metadata({ description: 'Name of the bucket.', examples: ['example-news'] }),
  ),
  endpoint: key(
    usableAddress,
    'Address of the store, without the bucket; that of AWS where it is left out.',
    {
      examples: ['https://s3.eu-central-003.backblazeb2.com/'],
    },
  ),
  region: key(v.pipe(text, v.check(isRegion, regionWords)), 'Region of the bucket.', {
    examples: ['eu-central-1'],
  }),
  prefix: key(
    v.pipe(
      v.string(prefixWords),
      v.regex(/^\/?(?:(?!\.{1,2}(?:\/|$))[^/\\?#\x00-\x1f\x7f]+(?:\/|$))*$/, prefixWords),
    ),
    'Folder in the bucket.',
    { examples: ['news'] },
  ),
  maxAge: key(whole(0, 'seconds, 0 or more'), 'Seconds for which readers and caches need not ask again.', {
    default: defaults.maxAge,
  }),
  encoding: key(
    v.picklist(['none', 'gzip'], '"none" or "gzip"'),
    'How texts are kept in the store: "gzip" sends fewer bytes, to readers that must understand it.',
    { default: defaults.encoding },
  ),
  pathStyle: key(
    flag,
    'Whether the bucket stands in the path of addresses, or in the name of the host; where left out, in the path, but at AWS.',
    { examples: [true] },
  ),
});
