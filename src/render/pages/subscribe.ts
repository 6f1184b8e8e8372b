import type { Headline } from '../../entry/entry.js';
import type { Feed } from '../../feed/feed.js';
import { fileNames, mediaTypes } from '../formats.js';
import { escapeText } from '../text.js';
import type { Around } from './list-page.js';
import type { Look } from './look.js';
import { say } from './say.js';
import { formatNames } from './shell.js';

/**
 * How to subscribe to a feed.
 *
 * @param around the folder of the feed to which people subscribe, where this one is a page of its archive; and that of
 *   the podcast beside it, if there is one
 */
export function subscribe(
  feed: Feed<Headline>,
  look: Look,
  { current, podcast }: Pick<Around, 'current' | 'podcast'>,
): string {
  const base = feed.history?.current ?? feed.base;
  const folder = current ?? feed.folder;
  const links = (['rss', 'atom', 'json'] as const).map(
    (format) =>
      `<li><a href="${escapeText(folder + fileNames[format])}" type="${mediaTypes[format]}">${formatNames[format]}</a></li>`,
  );
  if (podcast !== undefined)
    links.push(`<li><a href="${escapeText(`${podcast}index.html`)}">Podcast</a></li>`);
  return `<section class="subscribe" aria-labelledby="subscribe">
<h2 id="subscribe">${say('subscribe', look.language)}</h2>
<p>${say('copyAddress', look.language)}</p>
<p><code class="address" dir="ltr" translate="no">${escapeText(base + fileNames.rss)}</code></p>
${look.siteGiven ? '' : `<p class="note">${say('onlyHere', look.language)}</p>\n`}<ul>${links.join(' ')}</ul>
</section>`;
}
