import type { HeadlineRules, Standing } from '../../src/entry/headline.js';

/** What a site says that says no more than it must. */
export const sampleRules: HeadlineRules = {
  site: 'https://example.org/',
  pattern: '/:path/',
  timezone: 'UTC',
  language: 'en',
  authors: [],
};

/** What the ledger says of an entry, but for what is given. */
export function sampleStanding(given: Partial<Standing> = {}): Standing {
  const published = given.published ?? Date.UTC(2026, 4, 6, 8, 30);
  return {
    id: 'urn:uuid:3f1f9a52-6d0e-5a55-9c0e-0f5f3c3a1a01',
    nth: 1,
    published,
    updated: published,
    ...given,
  };
}
