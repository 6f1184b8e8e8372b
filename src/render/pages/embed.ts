import type { Headline } from '../../entry/entry.js';
import type { Feed } from '../../feed/feed.js';
import { fileNames, mediaTypes } from '../formats.js';
import { escapeText } from '../text.js';
import { linked } from './address.js';
import { day } from './days.js';
import { directionOf, languageAttributes } from './language.js';
import type { Look } from './look.js';
import { rightsLine } from './rights.js';
import { say } from './say.js';

/**
 * The latest entries of a feed as a fragment of HTML, to stand in a page of another site: by an inclusion on its server,
 * by a few lines of script, or in a frame, out of which its links lead. Its addresses are absolute, and it is ASCII, so that it
 * can stand in a page of any encoding. It has no style and no script: it looks as the page does that includes it.
 *
 * @param most how many entries it shows
 */
export function embed(feed: Feed<Headline>, look: Look, most: number): string {
  const { language } = look;
  const out = ' target="_top"';
  const entries = feed.entries.slice(0, most).map((entry) => {
    const own = languageAttributes(entry.language, language);
    const title = linked(entry.permalink, `<bdi${own}>${escapeText(entry.title)}</bdi>`, out);
    return `<li>${title} ${day(entry.published, look)}</li>`;
  });
  const rss = `<a href="${escapeText(feed.base + fileNames.rss)}" type="${mediaTypes.rss}"${out}>RSS</a>`;
  const home = feed.folder === '' ? feed.home : feed.base;
  const text = `<section class="feedmill" lang="${escapeText(language)}" dir="${directionOf(language)}">
<h2>${linked(home, `<bdi>${escapeText(feed.title)}</bdi>`, out)}</h2>
${entries.length > 0 ? `<ul>\n${entries.join('\n')}\n</ul>` : `<p>${say('nothingYet', language)}</p>`}
<p>${[rss, rightsLine(look, language)].filter(Boolean).join(' · ')}</p>
</section>
`;
  return text.replace(/[^\0-\x7F]/gu, (sign) => `&#x${(sign.codePointAt(0) ?? 0).toString(16)};`);
}
