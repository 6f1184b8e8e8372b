import type { Podcast, ResolvedConfig } from '../config/config.js';
import { type Problem, problem } from '../problems.js';
import type { Feed } from './feed.js';

/** What keeps directories from taking a podcast, and its picture. */
export function podcastProblems(
  { feeds }: { readonly feeds: readonly Pick<Feed<never>, 'podcast'>[] },
  { podcast }: Pick<ResolvedConfig, 'podcast'>,
): Problem[] {
  const show = feeds.find(({ podcast }) => podcast)?.podcast;
  if (!show) return [];
  const missing = [
    ...(show.categories.length === 0 ? ['category'] : []),
    ...(show.image === undefined ? ['image'] : []),
    ...(show.owner ? [] : ['owner with an e-mail address']),
    ...(show.explicit === undefined ? ['word on whether it is explicit'] : []),
  ];
  const [first, ...more] = missing;
  return [
    ...(first === undefined
      ? []
      : [
          problem(
            'podcast-incomplete',
            {},
            { missing: [first, ...more.map((one) => `no ${one}`)].join(', ') },
          ),
        ]),
    ...(podcast?.artworkFault
      ? [problem('artwork-unsuitable', {}, { name: nameOf(podcast.artwork), reason: podcast.artworkFault })]
      : []),
  ];
}

function nameOf(artwork: Podcast['artwork']): string {
  return typeof artwork === 'object' ? artwork.file.replace(/^.*[\\/]/, '') : '';
}
