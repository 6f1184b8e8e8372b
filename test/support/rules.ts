import type { HeadlineRules } from '../../src/entry/headline.js';

/** What a site says that says no more than it must. */
export const sampleRules: HeadlineRules = {
  site: 'https://example.org/',
  pattern: '/:path/',
  timezone: 'UTC',
  language: 'en',
  authors: [],
};
