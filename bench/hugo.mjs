import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version of Hugo, where it is installed. */
export const hugoVersion = /v\d+(?:\.\d+)+/.exec(
  spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout ?? '',
)?.[0];

/**
 * Hugo with a site that makes what Feedmill makes: the feed in three formats and full text, no pages; with groups,
 * a feed for each tag, author and section as well.
 *
 * @param {{ name: string, articles: string, scratch: string, limit: number, groups?: boolean, check: (output: string) => void }} site
 * @returns {import('./race.mjs').Contestant}
 */
export function hugo({ name, articles, scratch, limit, groups = false, check }) {
  const source = join(scratch, 'hugo');
  const output = join(source, 'public');
  const formats = ['rss', 'atom', 'jsonfeed'];
  const lists = groups ? formats : [];
  const config = {
    baseURL: 'https://example.org/',
    title: 'Bench',
    contentDir: articles,
    disableKinds: ['sitemap', 'robotsTXT', '404', ...(groups ? [] : ['taxonomy', 'term', 'section'])],
    taxonomies: groups ? { tag: 'tags', writer: 'author' } : {},
    cascade: [{ _build: { render: 'link' }, _target: { kind: 'page' } }],
    outputs: { home: formats, section: lists, taxonomy: [], term: lists },
    outputFormats: {
      rss: { mediaType: 'application/rss+xml', baseName: 'rss' },
      atom: { mediaType: 'application/atom+xml', baseName: 'atom' },
      jsonfeed: { mediaType: 'application/feed+json', baseName: 'feed' },
    },
    mediaTypes: {
      'application/atom+xml': { suffixes: ['xml'] },
      'application/feed+json': { suffixes: ['json'] },
    },
    markup: { highlight: { codeFences: false } },
    services: { rss: { limit } },
    timeout: '3600s',
  };
  return {
    name,
    command: ['hugo', '--source', source],
    before: () => {
      const layouts = join(source, 'layouts/_default');
      mkdirSync(layouts, { recursive: true });
      cpSync(fileURLToPath(new URL('hugo', import.meta.url)), layouts, { recursive: true });
      writeFileSync(join(source, 'config.json'), JSON.stringify(config));
    },
    after: () => {
      check(output);
      rmSync(source, { recursive: true });
    },
  };
}
