import { type Problem, problem } from '../../problems.js';
import type { Field, Findings, Found, Person, ReadContext } from '../article.js';
import { isAudible } from '../audible.js';
import { type ReadDate, readDate } from '../dates.js';
import { type Draft, say } from '../draft.js';
import { dayInPath } from '../path/day-in-path.js';
import { readAttachmentsIn } from './attachments-in.js';
import { readAuthorsIn } from './authors-in.js';
import { readCreditIn } from './credit-in.js';
import { readDateIn } from './dates-in.js';
import { type EpisodeThere, readEpisodeIn } from './episode-in.js';
import { readHoldIn } from './hold-in.js';
import { readImageIn } from './image-in.js';
import { Keys } from './keys.js';
import { readLanguageIn } from './language-in.js';
import { readLinksIn } from './links-in.js';
import type { Form, Matter } from './matter.js';
import { plainText } from './plain-text.js';
import { readTagsIn } from './tags-in.js';

/** What front matter says of its article. */
export interface Stated {
  readonly findings: Findings;
  /** The problem that there is if the article turns out to expire before it is published. */
  readonly tooSoon?: Problem;
}

/**
 * Finds what front matter says of its article, by the names that the generators have for it.
 *
 * @param matter as parsed
 * @param form how it was written
 * @param context what every reader is told
 * @param people those whom articles name by an id
 */
export function readStatements(
  matter: Matter,
  form: Form,
  context: ReadContext,
  people: ReadonlyMap<string, Person>,
): Stated {
  const keys = new Keys(matter.entries);
  const title = readTextIn(keys, 'title');
  const summary = readTextIn(keys, 'summary');
  const stated = readDateIn(keys, 'published', context);
  const published = stated.date ? stated : readDateOfLink(keys, context);
  const updated = readDateIn(keys, 'updated', context);
  const expires = readDateIn(keys, 'expires', context);
  const authors = readAuthorsIn(keys, people);
  const tags = readTagsIn(keys, form);
  const language = readLanguageIn(keys);
  const { link, slug } = readLinksIn(keys, form);
  const id = readTextIn(keys, 'id');
  const image = readImageIn(keys);
  const attached = readAttachmentsIn(keys);
  const { rights, license, origin } = readCreditIn(keys);
  const episode = attached && readEpisodeIn(keys);
  const hold = readHoldIn(keys);
  const doubts = isAudible(attached?.attachments) ? doubtsIn(episode?.unread ?? [], context.path) : [];
  const problems = [...together(matter, stated, updated, expires), ...doubts];
  const findings: Draft & Findings = { found: {}, problems };
  const put = <Name extends Field>(name: Name, value: Findings[Name], place: Placed | undefined) => {
    if (place) say(findings, name, value, at(place));
  };
  put('title', title?.text, title);
  put('published', published.date?.instant, published);
  put('updated', updated.date?.instant, updated);
  put('expires', expires.date?.instant, expires);
  put('authors', authors?.people, authors);
  put('tags', tags?.tags, tags);
  put('language', language?.language, language);
  put('summary', summary?.text, summary);
  put('id', id?.text, id);
  put('link', link?.value, link);
  put('slug', slug?.value, slug);
  put('image', image?.image, image);
  put('attachments', attached?.attachments, attached);
  put('rights', rights?.value, rights);
  put('license', license?.value, license);
  put('origin', origin?.value, origin);
  put('episode', episode?.said?.episode, episode?.said);
  put('hold', hold?.hold, hold);
  const { line, quoted } = expires;
  if (line === undefined || !quoted) return { findings };
  return { findings, tooSoon: problem('expires-impossible', { path: context.path, line }, quoted) };
}

/** Of a recording alone: elsewhere a season may be autumn. */
function doubtsIn(unread: EpisodeThere['unread'], path: string): Problem[] {
  return unread.map(({ line, ...values }) => problem('episode-value', { path, line }, values));
}

interface Placed {
  readonly line?: number | undefined;
  readonly date?: ReadDate;
}

function at({ line, date }: Placed): Found {
  if (line === undefined) return { in: 'front matter' };
  return date?.relative ? { in: 'front matter', line, relative: true } : { in: 'front matter', line };
}

function together(...parts: readonly { readonly problems: readonly Problem[] }[]): readonly Problem[] {
  return parts.flatMap(({ problems }) => problems);
}

function readTextIn(
  keys: Keys,
  family: 'title' | 'summary' | 'id',
): { text: string; line: number } | undefined {
  for (const entry of keys.family(family)) {
    const text = plainText(entry);
    if (text !== '' && !(family === 'summary' && /^(?:true|false)$/i.test(text)))
      return { text, line: entry.line };
  }
  return undefined;
}

/** Where no key has a date, the address of the article may begin with one (`path: /2015/05/15/slug`). */
function readDateOfLink(
  keys: Keys,
  { timezone }: ReadContext,
): Pick<ReturnType<typeof readDateIn>, 'date' | 'line'> {
  for (const { value, line } of [...keys.family('link'), ...keys.family('slug')]) {
    const day = typeof value === 'string' ? dayInPath(value) : undefined;
    const date = day && readDate(day.date, { timezone });
    if (date) return { date, line };
  }
  return {};
}
