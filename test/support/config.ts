import type { ResolvedConfig } from '../../src/config/config.js';

/** A config as the door would make it, but for what is given. */
export function sampleConfig(given: Partial<ResolvedConfig> = {}): ResolvedConfig {
  return {
    articles: '/articles',
    output: '/output',
    state: '/articles/.feedmill',
    site: 'https://example.org/',
    siteGiven: true,
    title: 'Harbour News',
    description: 'What happens at the quay',
    language: 'en',
    timezone: 'UTC',
    authors: [],
    limit: 50,
    maxBytes: Infinity,
    archive: false,
    tombstones: 30,
    fullText: true,
    credit: false,
    permalink: '/:path/',
    feeds: { tags: false, authors: false, sections: false, languages: false },
    hub: [],
    websub: { announce: true, private: false },
    maxFileSize: 10_000_000,
    maxTags: 100,
    followLinks: false,
    watch: { settle: 50, rescan: 60_000, poll: false },
    serve: { host: '127.0.0.1', port: 8080, maxAge: 300, live: true, moved: {}, ended: [] },
    ...given,
  };
}
