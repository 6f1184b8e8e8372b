import { extname } from 'node:path';
import type { ResolvedConfig } from '../config/config.js';
import { usable } from '../entry/credit.js';
import { plain } from '../entry/plain.js';
import type { Look } from '../render/pages/look.js';
import type { ReadingRules } from './reading-name.js';

/** What of a config says how pages look. */
export type Looking = Pick<
  ResolvedConfig,
  | 'title'
  | 'description'
  | 'language'
  | 'site'
  | 'siteGiven'
  | 'timezone'
  | 'rights'
  | 'license'
  | 'pages'
  | 'podcast'
>;

/** By the config that says it: every entry asks for it. */
const looks = new WeakMap<Looking, Look>();

/** How the pages of a site look. */
export function lookOf(config: Looking): Look {
  const known = looks.get(config) ?? look(config);
  looks.set(config, known);
  return known;
}

function look(config: Looking): Look {
  const { title, description, language, site, siteGiven, timezone, rights, pages } = config;
  const license = config.license && usable(config.license);
  return {
    title: plain(title),
    description: plain(description),
    language,
    home: site,
    siteGiven,
    timezone,
    css: pages?.css !== undefined,
    ...(rights !== undefined && { rights: plain(rights) }),
    ...(license && { license }),
    ...(pages?.accent !== undefined && { accent: pages.accent }),
    ...(pages?.logo && { logo: logoName(pages.logo.file) }),
  };
}

/** The name of the logo in the output folder. */
export function logoName(file: string): string {
  return `logo${extname(file).toLowerCase()}`;
}

/** Where pages lie on which entries can be read; nothing where there are none. */
export function readingRules({ pages, site, siteGiven, podcast }: Looking): ReadingRules | undefined {
  // On a site that is given, permalinks lead to pages of its own.
  return pages?.articles === undefined
    ? undefined
    : { folder: pages.articles, site: siteGiven ? undefined : site, hasPodcast: podcast?.asked === true };
}
