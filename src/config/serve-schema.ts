import * as v from 'valibot';
import { defaults } from './defaults.js';
import { key, keys, whole } from './keys.js';
import { isEndless } from './moved.js';
import { flag, openAddress, path, pathWords } from './values.js';

const placeWords = 'a path as "/new.xml", or an address that begins with http:// or https://';
const moved = v.pipe(
  v.record(path, v.union([path, openAddress], placeWords), 'paths, each with the place that it moved to'),
  v.check((places) => !isEndless(places), 'paths that do not lead back to where they came from'),
);
const portWords = 'a whole number from 0 to 65535';
const hostWords = 'a host name or an address of this machine, as "0.0.0.0"';

/** What a config may say of how documents are served. */
export const serve = keys({
  host: key(
    v.pipe(v.string(hostWords), v.regex(/^[\w.:-]+$/, hostWords)),
    'Name or address of this machine at which requests are taken; "0.0.0.0" takes them from everywhere.',
    { default: defaults.host },
  ),
  port: key(v.pipe(whole(0, portWords), v.maxValue(65_535, portWords)), 'Port; 0 for any that is free.', {
    default: defaults.port,
  }),
  maxAge: key(whole(0, 'seconds, 0 or more'), 'Seconds for which readers and proxies need not ask again.', {
    default: defaults.maxAge,
  }),
  live: key(flag, 'Whether a page that is open on this machine follows the articles.', {
    default: defaults.live,
  }),
  moved: key(
    moved,
    'Where documents went for good: paths, each with the path or the address that took its place.',
    { examples: [{ '/index.xml': '/rss.xml' }] },
  ),
  ended: key(
    v.array(path, `a list, each ${pathWords}`),
    'Paths at which there were documents that are no more.',
    { examples: [['/wire/rss.xml']] },
  ),
});
