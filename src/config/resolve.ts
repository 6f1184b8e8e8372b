import { relative, resolve, sep } from 'node:path';
import type { Person } from '../article/article.js';
import { readLicense } from '../article/license.js';
import { readPeople } from '../article/people.js';
import type { Assets } from './assets.js';
import type { CheckedConfig } from './check.js';
import type { Groups, Pages, PublishConfig, ResolvedConfig } from './config.js';
import { defaults, type groupNames, readingFolder } from './defaults.js';
import { podcastOf } from './podcast.js';
import { readableName } from './readable-name.js';
import { readSite } from './site.js';
import { readSize } from './size.js';

/**
 * Fills in what a config leaves out.
 *
 * @param config a config without faults
 * @param cwd absolute path of the folder from which relative folders count
 * @param assets the files that its pages show
 */
export function resolveConfig(config: CheckedConfig, cwd: string, assets: Assets = {}): ResolvedConfig {
  const articles = resolve(cwd, config.articles ?? defaults.articles);
  const output = resolve(cwd, config.output ?? defaults.output);
  const podcast = podcastOf(config.podcast, assets);
  const pages = pagesOf(config, assets, isAmongArticles(readingFolder, output, articles));
  const license = config.license === undefined ? undefined : readLicense(config.license);
  const title = config.title?.trim() ?? readableName(articles);
  return {
    articles,
    output,
    state: config.state === undefined ? resolve(articles, '.feedmill') : resolve(cwd, config.state),
    site: readSite(config.site ?? defaults.site) ?? defaults.site,
    siteGiven: config.site !== undefined,
    title,
    description: config.description?.trim() ?? title,
    language: Intl.getCanonicalLocales(config.language ?? defaults.language)[0] ?? defaults.language,
    timezone: config.timezone ?? defaults.timezone,
    authors: people(config.authors),
    limit: config.limit === 0 ? Infinity : (config.limit ?? defaults.limit),
    maxBytes: config.maxBytes === undefined ? Infinity : bytes(config.maxBytes),
    archive: config.archive ?? defaults.archive,
    tombstones: config.tombstones ?? defaults.tombstones,
    fullText: config.fullText ?? defaults.fullText,
    permalink: config.permalink ?? (pages?.articles ? defaults.readingPermalink : defaults.permalink),
    feeds: groups(config.feeds),
    ...(podcast && { podcast }),
    ...(pages && { pages }),
    ...(config.rights !== undefined && { rights: config.rights.trim() }),
    ...(license && { license }),
    credit: config.credit ?? defaults.credit,
    hub: [config.hub ?? []].flat().map((address) => new URL(address).href),
    websub: {
      announce: config.websub?.announce ?? defaults.announce,
      private: config.websub?.private ?? defaults.privateHubs,
    },
    ...(config.publish && { publish: publishOf(config.publish) }),
    maxFileSize: bytes(config.maxFileSize ?? defaults.maxFileSize),
    maxTags: config.maxTags ?? defaults.maxTags,
    followLinks: config.followLinks ?? defaults.followLinks,
    ...(config.workers !== undefined && { workers: config.workers }),
    watch: {
      settle: config.watch?.settle ?? defaults.settle,
      rescan: config.watch?.rescan ?? defaults.rescan,
      poll: config.watch?.poll ?? defaults.poll,
    },
    serve: {
      host: config.serve?.host ?? defaults.host,
      port: config.serve?.port ?? defaults.port,
      maxAge: config.serve?.maxAge ?? defaults.maxAge,
      live: config.serve?.live ?? defaults.live,
      moved: config.serve?.moved ?? {},
      ended: config.serve?.ended ?? [],
    },
  };
}

function people(given: CheckedConfig['authors'] = []): readonly Person[] {
  return [given].flat().flatMap((author) => {
    if (typeof author === 'string') {
      const people = readPeople(author);
      return people.length > 0 ? people : [{ name: author.trim() }];
    }
    const { name, email, uri } = author;
    return [{ name: name.trim(), ...(email && { email }), ...(uri && { uri }) }];
  });
}

/** Where a site is given, that is where articles are read, unless the config says otherwise. */
function pagesOf(
  { pages = defaults.pages, site }: CheckedConfig,
  { logo, css }: Assets,
  isTaken: boolean,
): Pages | undefined {
  if (pages === false) return undefined;
  const given = pages === true ? {} : pages;
  const { accent, embed = defaults.embed, articles = site === undefined && !isTaken } = given;
  return {
    ...(articles && { articles: readingFolder }),
    ...(accent !== undefined && { accent }),
    ...(embed > 0 && { embed }),
    ...(logo && { logo }),
    ...(css && { css }),
  };
}

/** Whether the articles lie in a folder of the output folder, or below it. */
function isAmongArticles(folder: string, output: string, articles: string): boolean {
  return relative(output, articles).split(sep)[0]?.toLowerCase() === folder;
}

function publishOf({ prefix = '', ...given }: NonNullable<CheckedConfig['publish']>): PublishConfig {
  const {
    bucket,
    endpoint,
    region,
    pathStyle,
    maxAge = defaults.maxAge,
    encoding = defaults.encoding,
  } = given;
  const folder = prefix.replace(/^\/+|\/+$/g, '');
  return {
    bucket,
    ...(endpoint !== undefined && { endpoint }),
    ...(region !== undefined && { region: region.trim() }),
    ...(pathStyle !== undefined && { pathStyle }),
    prefix: folder && `${folder}/`,
    maxAge,
    encoding,
  };
}

function groups(given: CheckedConfig['feeds'] = false): Groups {
  const has = (name: (typeof groupNames)[number]): boolean => {
    if (typeof given === 'boolean') return given;
    if (given === 'all') return true;
    return Array.isArray(given) ? given.includes(name) : (given[name] ?? false);
  };
  return {
    tags: has('tags'),
    authors: has('authors'),
    sections: has('sections'),
    languages: has('languages'),
  };
}

function bytes(size: number | string): number {
  return typeof size === 'number' ? size : (readSize(size) ?? bytes(defaults.maxFileSize));
}
