import type { Article, ReadContext } from '../article/article.js';
import { decode } from '../article/decode.js';
import { spell } from '../article/front-matter/keys.js';
import { isKnown } from '../article/front-matter/known.js';
import { splitFrontMatter } from '../article/front-matter.js';
import { readArticle } from '../article/read.js';
import { didYouMean } from '../config/similar.js';
import { contentOf } from '../entry/content/content-of.js';
import { enclosures } from '../entry/media.js';
import { placeOf } from '../entry/place-of.js';
import { type Problem, problem } from '../problems.js';
import { meantKey } from './known-keys.js';
import { References } from './references.js';
import { Source } from './source.js';

/** Longer titles are cut off by readers. */
const longestTitle = 200;

/** What a linter knows of an article beside its bytes. */
export interface LintRules extends ReadContext {
  readonly maxFileSize: number;
  /** The files of the articles folder. */
  readonly has: (path: string) => boolean;
  /** Those that have the name of a file, in whatever case. */
  readonly named: (name: string) => readonly string[];
}

/** An article as a linter sees it. */
export interface Linted {
  readonly problems: readonly Problem[];
  readonly article?: Article;
  readonly source?: Source;
}

/** Finds what an author would like to know of an article that a build takes as it is. Its reader must be loaded. */
export function lintArticle(bytes: Uint8Array, rules: LintRules): Linted {
  const decoded = decode(bytes);
  const { article } = readArticle(bytes, rules);
  if (!decoded || !article) return { problems: [] };
  const source = new Source(decoded.text);
  const { path } = rules;
  const references = new References(article, rules);
  const { html, problems } = contentOf(article, references.resolve, rules.maxFileSize);
  // What begins otherwise may be kept where only the site's generator knows.
  for (const { src } of [article.image ?? [], article.attachments ?? []].flat())
    if (/^\.\.?\//.test(src)) references.resolve(src, 'media');
  const { transcripts = [], chapters } = article.episode ?? {};
  for (const src of [...transcripts.map((one) => one.src), ...(chapters === undefined ? [] : [chapters])])
    references.need(src);
  return {
    article,
    source,
    problems: [
      ...strangeKeys(source, path),
      ...longTitle(article),
      ...problems,
      ...enclosures(article, references.find).problems,
      ...references
        .broken()
        .map(({ reference, hint }) =>
          problem('reference-broken', { path, ...source.reference(reference) }, { reference, hint }),
        ),
      ...unnamedImages(html, references, source, path),
    ],
  };
}

function strangeKeys(source: Source, path: string): Problem[] {
  const entries = splitFrontMatter(source.text, path)?.matter.entries ?? [];
  const there = new Set(entries.map(({ key }) => spell(key)));
  return entries.flatMap(({ key, line }) => {
    const name = spell(key);
    const meant = isKnown(key) || there.size > 200 ? undefined : meantKey(name);
    if (meant === undefined || there.has(meant)) return [];
    const hint = didYouMean(name, [meant]) || `; did you mean "${meant}"?`;
    return [problem('front-matter-key', { path, ...source.on(line, key) }, { key, hint })];
  });
}

function longTitle({ path, title = '', found }: Article): Problem[] {
  const size = [...title].length;
  if (size <= longestTitle) return [];
  return [problem('title-long', placeOf({ path, found }, 'title'), { size })];
}

/** Images of which nobody says what they show; an empty alternative in HTML says that there is nothing to say. */
function unnamedImages(html: string, references: References, source: Source, path: string): Problem[] {
  const bare = [...html.matchAll(/<img\b([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const [, address = ''] = /\ssrc="([^"]*)"/.exec(attributes) ?? [];
    const image = references.writtenAs(address.replaceAll('&amp;', '&'));
    const [, words] = /\salt="([^"]*)"/.exec(attributes) ?? [];
    const isBare = words === undefined || (words === '' && source.hasBareImage(image));
    return isBare && image !== '' ? [image] : [];
  });
  const [image] = bare;
  if (image === undefined) return [];
  const others = new Set(bare).size - 1;
  const more = others > 0 ? `, and ${others} more` : '';
  return [problem('image-unnamed', { path, ...source.reference(image) }, { image, more })];
}
