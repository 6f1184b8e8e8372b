import type { Findings, Found, ReadContext } from './article.js';
import { readDate } from './dates.js';
import { type Draft, say } from './draft.js';
import { dayInPath } from './path/day-in-path.js';
import { languageInPath } from './path/language.js';

/**
 * Finds what a path says of its article: a date (`2013-05-06-slug.md`, `2014/11/09/slug/index.html`), a language
 * (`page.fr.md`, `fr/page.md`), the slug, that it is a draft (`_drafts/`), and, as the last resort, a title made from
 * the slug.
 *
 * @param path the file, relative to the articles folder, with `/`
 * @param context gives the zone in which the date is taken
 */
export function readPath(path: string, { timezone }: ReadContext): Findings {
  const bare = path.replace(/\.[^./]+$/, '');
  const inPath = languageInPath(bare);
  const name = inPath?.suffix ? bare.slice(0, bare.lastIndexOf('.')) : bare;
  const day = dayInPath(name);
  const published = day && readDate(day.date, { timezone })?.instant;
  const language = inPath?.language;
  const slug = slugOf(name, day && name.slice(day.to));
  const title = titleOf(slug ?? name);
  const hold = /(?:^|\/)_?drafts\//i.test(path) ? 'draft' : undefined;
  const findings: Draft & Findings = { found: {}, problems: [] };
  say(findings, 'title', title || undefined, here);
  say(findings, 'published', published, here);
  say(findings, 'language', language, here);
  say(findings, 'slug', slug || undefined, here);
  say(findings, 'hold', hold, here);
  return findings;
}

const here: Found = { in: 'path' };

/** The name of the file without its date; that of the folder where the file is only its index. */
function slugOf(name: string, behindDate: string | undefined): string | undefined {
  const parts = name.split('/');
  const isIndex = /^_?(?:index|readme)$/i.test(parts.at(-1) ?? '');
  if (isIndex) parts.pop();
  const last = parts.at(-1);
  if (last === undefined) return undefined;
  const rest = behindDate
    ?.split('/')
    .filter((part) => part !== '' && !(isIndex && /^_?(?:index|readme)$/i.test(part)));
  return rest && rest.length === 1 ? rest[0] : last;
}

/** `hello-world` reads as "Hello world"; what has capitals keeps them. */
function titleOf(slug: string): string {
  const words = (slug.split('/').at(-1) ?? '').replace(/[-_]+/g, ' ').replace(/\s+/g, ' ').trim();
  return words === words.toLowerCase() ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
