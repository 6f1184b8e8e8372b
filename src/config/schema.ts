import * as v from 'valibot';
import { defaults, groupNames } from './defaults.js';
import { isEndless } from './moved.js';
import { permalinkFault } from './permalink.js';
import { didYouMean } from './similar.js';
import { readSite } from './site.js';
import { readSize } from './size.js';

/*
 * A message in this file says what was expected, so that one sentence serves every fault:
 * "Cannot use <key> <value>: expected <message>".
 */

const text = v.pipe(v.string('a text'), v.regex(/\S/, 'a text that is not empty'));
const flag = v.boolean('true or false');
const email = v.pipe(v.string('an e-mail address'), v.regex(/^[^\s@]+@[^\s@]+$/, 'an e-mail address'));
const web = 'an address that begins with http:// or https://';
const webAddress = v.pipe(v.string(web), v.regex(/^https?:\/\/\S+$/, web));
const openAddress = v.pipe(
  webAddress,
  v.check((written) => !/^https?:\/\/[^/?#]*@/.test(written), 'an address without user name and password'),
);

const site = v.pipe(
  webAddress,
  v.check((written) => readSite(written) !== undefined, 'an address without user name, query or fragment'),
);
const language = v.pipe(
  text,
  v.check(isLanguage, (issue) => `a language as "en" or "pt-BR"${nearLanguage(issue.input)}`),
);
const timezone = v.pipe(
  text,
  v.check(isTimezone, (issue) => `an IANA time zone as "Europe/Lisbon"${nearTimezone(issue.input)}`),
);
const permalink = v.pipe(
  text,
  v.check(
    (written) => permalinkFault(written) === undefined,
    (issue) => permalinkFault(issue.input) ?? '',
  ),
);

const person = keys({
  name: v.pipe(text, v.description('Name of the author.')),
  email: key(email, 'E-mail address.'),
  uri: key(openAddress, 'Page of the author.'),
});
const authors = v.union(
  [text, v.array(v.union([text, person], 'a name, or the keys name, email and uri'))],
  'a name, or a list of names',
);

const groups = v.union(
  [
    flag,
    v.literal('all'),
    v.array(
      v.picklist(
        groupNames,
        (issue) => `one of ${groupNames.join(', ')}${didYouMean(String(issue.input), groupNames)}`,
      ),
    ),
    keys({
      tags: key(flag, 'A feed for each tag.', { default: false }),
      authors: key(flag, 'A feed for each author.', { default: false }),
      sections: key(flag, 'A feed for each section, which is the first folder.', { default: false }),
      languages: key(flag, 'A feed for each language.', { default: false }),
    }),
  ],
  `true, or a list of ${groupNames.join(', ')}`,
);

const sizeWording = 'bytes, or a size as "10 MB"';
const size = v.union(
  [
    v.pipe(v.number(sizeWording), v.safeInteger(sizeWording), v.minValue(1, sizeWording)),
    v.pipe(
      v.string(sizeWording),
      v.check((written) => readSize(written) !== undefined, sizeWording),
    ),
  ],
  sizeWording,
);

const following = 'false, "inside" or "anywhere"';

const hubWords = 'an address that begins with http:// or https://, or a list of them';
const hubAddress = v.pipe(
  openAddress,
  v.check((written) => URL.canParse(written), web),
);

const pathWords = 'a path as "/old.xml"';
const path = v.pipe(v.string(pathWords), v.regex(/^\/(?!\/)[^\s?#\\]*$/, pathWords));
const placeWords = 'a path as "/new.xml", or an address that begins with http:// or https://';
const moved = v.pipe(
  v.record(path, v.union([path, openAddress], placeWords), 'paths, each with the place that it moved to'),
  v.check((places) => !isEndless(places), 'paths that do not lead back to where they came from'),
);
const portWords = 'a whole number from 0 to 65535';
const hostWords = 'a host name or an address of this machine, as "0.0.0.0"';

const workerWords = 'a whole number from 0 to 64';

/** What a config may say: the one description from which validation and the JSON Schema for editors are made. */
export const schema = keys({
  $schema: key(text, 'Address of the JSON Schema, for editors.'),
  site: key(site, 'Public address of the site.', { default: defaults.site }),
  title: key(text, 'Title of the feeds; made from the name of the articles folder where it is left out.'),
  description: key(text, 'What the feeds are about, in a sentence; the title where it is left out.'),
  language: key(language, 'Language of the articles that state none, as "en" or "pt-BR".', {
    default: defaults.language,
  }),
  timezone: key(timezone, 'Time zone of dates that state none, as "Europe/Lisbon".', {
    default: defaults.timezone,
  }),
  authors: key(
    authors,
    'Authors of the articles that name none: a byline, or a list of bylines and {name, email, uri}.',
  ),
  limit: key(whole(0, 'a whole number, 0 for all entries'), 'How many entries a feed shows; 0 shows all.', {
    default: defaults.limit,
  }),
  maxBytes: key(size, 'Largest document of a feed: bytes, or a size as "1 MB"; older entries give way.'),
  archive: key(flag, 'Whether archive pages hold the entries that a feed no longer shows.', {
    default: defaults.archive,
  }),
  tombstones: key(
    whole(0, 'a whole number of days'),
    'Days for which Atom tells that an article was withdrawn; 0 for never.',
    { default: defaults.tombstones },
  ),
  fullText: key(flag, 'Whether feeds carry whole articles, or summaries alone.', {
    default: defaults.fullText,
  }),
  permalink: key(
    permalink,
    'Permalinks of articles that state none: a path of :path, :slug, :year, :month, :day, :section and :title.',
    { default: defaults.permalink, examples: ['/:path/', '/:year/:month/:slug/', '/:section/:slug.html'] },
  ),
  feeds: key(
    groups,
    'Which groups get feeds of their own: true for all, or a list of tags, authors, sections, languages.',
    { default: false, examples: [['tags', 'authors']] },
  ),
  articles: key(text, 'Folder of the articles.', { default: defaults.articles }),
  output: key(text, 'Folder for the documents.', { default: defaults.output }),
  state: key(text, 'Folder for what is remembered; ".feedmill" in the articles folder where it is left out.'),
  rights: key(text, 'Copyright line of the feeds.'),
  hub: key(
    v.union([hubAddress, v.array(hubAddress)], hubWords),
    'WebSub servers that tell subscribers of the feeds: an address, or a list.',
  ),
  maxFileSize: key(size, 'Largest article file that is read: bytes, or a size as "10 MB".', {
    default: defaults.maxFileSize,
  }),
  maxTags: key(
    whole(1, 'a whole number, 1 or more'),
    'Most tags, and most authors, that an article may have.',
    {
      default: defaults.maxTags,
    },
  ),
  followLinks: key(
    v.union([v.literal(false), v.picklist(['inside', 'anywhere'], following)], following),
    'Whether links in the articles folder are followed: "inside" where they lead into it, "anywhere" out of it, too.',
    { default: defaults.followLinks },
  ),
  workers: key(
    v.pipe(whole(0, workerWords), v.maxValue(64, workerWords)),
    'Threads that help with large folders; where left out, as many as there are processors but one, three at most.',
  ),
  watch: key(
    keys({
      settle: key(
        whole(0, 'milliseconds, 0 or more'),
        'Milliseconds a file must stay the same before it is read.',
        { default: defaults.settle },
      ),
      rescan: key(
        whole(1, 'milliseconds, 1 or more'),
        'Milliseconds between two scans of the whole folder.',
        { default: defaults.rescan },
      ),
      poll: key(flag, 'Whether to look at the files again and again, as network folders need.', {
        default: defaults.poll,
      }),
    }),
    'How the watcher works.',
  ),
  serve: key(
    keys({
      host: key(
        v.pipe(v.string(hostWords), v.regex(/^[\w.:-]+$/, hostWords)),
        'Name or address of this machine at which requests are taken; "0.0.0.0" takes them from everywhere.',
        { default: defaults.host },
      ),
      port: key(v.pipe(whole(0, portWords), v.maxValue(65_535, portWords)), 'Port; 0 for any that is free.', {
        default: defaults.port,
      }),
      maxAge: key(
        whole(0, 'seconds, 0 or more'),
        'Seconds for which readers and proxies need not ask again.',
        {
          default: defaults.maxAge,
        },
      ),
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
      ),
    }),
    'How "feedmill serve" answers.',
  ),
});

/**
 * An object without other keys. valibot's own strict object names the first unknown key alone; this names all.
 * The message of an unknown key lists the keys that there are.
 */
function keys<const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.GenericSchema<v.InferInput<Keys<Entries>>, v.InferOutput<Keys<Entries>>> {
  const wording = 'a group of keys';
  const group = v.objectWithRest(entries, v.never(Object.keys(entries).join(', ')), wording);
  return v.pipe(
    v.custom<v.InferInput<Keys<Entries>>>((value) => !Array.isArray(value), wording),
    group,
  );
}

type Keys<Entries extends v.ObjectEntries> = v.ObjectSchema<Entries, undefined>;

/** A key that may be left out, with what editors show of it. */
function key<const Schema extends v.GenericSchema>(
  value: Schema,
  description: string,
  more: Readonly<Record<string, unknown>> = {},
) {
  return v.optional(v.pipe(value, v.metadata({ description, ...more })));
}

/** A whole number that timers and lists can take. */
function whole(least: number, wording: string) {
  const most = 2 ** 31 - 1;
  return v.pipe(v.number(wording), v.integer(wording), v.minValue(least, wording), v.maxValue(most, wording));
}

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
