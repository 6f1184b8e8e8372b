import * as v from 'valibot';
import { logoEndings, styleEndings } from './assets.js';
import { defaults, groupNames } from './defaults.js';
import { key, keys, whole } from './keys.js';
import { podcast } from './podcast-schema.js';
import { publish } from './publish-schema.js';
import { serve } from './serve-schema.js';
import { didYouMean } from './similar.js';
import {
  asset,
  colour,
  email,
  flag,
  language,
  license,
  openAddress,
  permalink,
  site,
  size,
  text,
  timezone,
  usableAddress,
} from './values.js';

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

const following = 'false, "inside" or "anywhere"';

const embedWords = 'a whole number from 0 to 50';
const pages = v.union(
  [
    flag,
    keys({
      accent: key(colour, 'Colour of links and marks, as "#0a6" or "teal".'),
      logo: key(asset(logoEndings), 'Image file that stands beside the title.'),
      css: key(asset(styleEndings), 'Style sheet of yours, which counts after that of the pages.'),
      articles: key(
        flag,
        'Whether each entry has a page on which it can be read; where left out, if no "site" is given.',
      ),
      embed: key(
        v.pipe(whole(0, embedWords), v.maxValue(50, embedWords)),
        'How many entries "embed.html" shows, the fragment that other sites can include; 0 for none.',
        { default: defaults.embed },
      ),
    }),
  ],
  'true, false, or the keys accent, logo, css, articles and embed',
);

const hubWords = 'an address that begins with http:// or https://, or a list of them';

const workerWords = 'a whole number from 0 to 64';

/** What a config may say: the one description from which validation and the JSON Schema for editors are made. */
export const schema = keys({
  $schema: key(text, 'Address of the JSON Schema, for editors.'),
  site: key(site, 'Public address of the site.', { default: defaults.site }),
  title: key(text, 'Title of the feeds; made from the name of the articles folder where it is left out.', {
    examples: ['Harbour News'],
  }),
  description: key(text, 'What the feeds are about, in a sentence; the title where it is left out.', {
    examples: ['What happens at the quay'],
  }),
  language: key(language, 'Language of the articles that state none, as "en" or "pt-BR".', {
    default: defaults.language,
  }),
  timezone: key(timezone, 'Time zone of dates that state none, as "Europe/Lisbon".', {
    default: defaults.timezone,
  }),
  authors: key(
    authors,
    'Authors of the articles that name none: a byline, or a list of bylines and {name, email, uri}.',
    { examples: ['Harbour Desk'] },
  ),
  limit: key(whole(0, 'a whole number, 0 for all entries'), 'How many entries a feed shows; 0 shows all.', {
    default: defaults.limit,
  }),
  maxBytes: key(size, 'Largest document of a feed: bytes, or a size as "1 MB"; older entries give way.', {
    examples: ['1 MB'],
  }),
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
  podcast: key(
    podcast,
    'What podcast feeds say of the podcast, where articles attach recordings; true for a feed of the episodes alone, false for none.',
    { examples: [{ category: 'Society & Culture > Documentary' }] },
  ),
  pages: key(pages, 'Pages for people beside the feeds; false for none.', { default: defaults.pages }),
  articles: key(text, 'Folder of the articles.', { default: defaults.articles }),
  output: key(text, 'Folder for the documents.', { default: defaults.output }),
  state: key(
    text,
    'Folder for what is remembered; ".feedmill" in the articles folder where it is left out.',
    {
      examples: ['articles/.feedmill'],
    },
  ),
  rights: key(text, 'Copyright line of the feeds.', { examples: ['© Harbour News'] }),
  license: key(
    license,
    'What others may do with the articles: the address of a licence, or a name as "CC BY 4.0".',
    {
      examples: ['CC BY 4.0', 'https://example.org/terms'],
    },
  ),
  credit: key(flag, 'Whether the text of each entry ends with a line that says where it appeared first.', {
    default: defaults.credit,
  }),
  hub: key(
    v.union([usableAddress, v.array(usableAddress)], hubWords),
    'WebSub servers that tell subscribers of the feeds: an address, or a list.',
    { examples: ['https://hub.example.org/'] },
  ),
  websub: key(
    keys({
      announce: key(flag, 'Whether the hubs are told which feeds changed, when they are written.', {
        default: defaults.announce,
      }),
      private: key(flag, 'Whether hubs, and the site, may be on this machine or in this network alone.', {
        default: defaults.privateHubs,
      }),
    }),
    'How the hubs are told of changes.',
  ),
  publish: key(
    publish,
    'Store to which "feedmill publish", "watch" and "serve" bring the documents; credentials come from the environment.',
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
    { examples: [2] },
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
  serve: key(serve, 'How "feedmill serve" answers.'),
});
