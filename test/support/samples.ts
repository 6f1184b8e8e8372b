import type { Entry } from '../../src/entry/entry.js';
import type { Feed } from '../../src/feed/feed.js';

/** An entry with everything an entry can have, but for what is given. */
export function sampleEntry(given: Partial<Entry> = {}): Entry {
  return {
    id: 'urn:uuid:3f1f9a52-6d0e-5a55-9c0e-0f5f3c3a1a01',
    nth: 1,
    permalink: 'https://example.org/ferry/',
    title: 'Night ferry returns',
    published: Date.UTC(2026, 4, 6, 8, 30),
    updated: Date.UTC(2026, 4, 7, 9, 0),
    authors: [{ name: 'Ines Duarte' }],
    tags: ['harbour', 'travel'],
    language: 'en',
    summary: 'The boat sails again.',
    content: '<p>The boat sails again.</p>',
    enclosures: [],
    ...given,
  };
}

/** A feed of such entries. */
export function sampleFeed(entries: readonly Entry[], given: Partial<Feed> = {}): Feed {
  return {
    folder: '',
    id: 'https://example.org/',
    title: 'Harbour News',
    label: '',
    description: 'What happens at the quay',
    home: 'https://example.org/',
    base: 'https://example.org/',
    language: 'en',
    authors: [{ name: 'Harbour News' }],
    updated: Math.max(0, ...entries.map(({ updated }) => updated)),
    entries,
    withdrawn: [],
    ...given,
  };
}
