import type { Clue, Subject } from './clue.js';
import { parseLoosely } from './loose-json.js';
import type { Page } from './page.js';
import { plain } from './plain.js';
import { select } from './select.js';

type Thing = Readonly<Record<string, unknown>>;

/** What the JSON-LD of a page says of its article; lists, `@graph`, references by `@id` and broken JSON are understood. */
export function readJsonLd(page: Page): Clue[] {
  const blocks = select('script[type*="ld+json" i]', page.root).map((script) => ({
    line: page.lineOf(script),
    things: thingsIn(
      parseLoosely(script.children.map((child) => ('data' in child ? child.data : '')).join('')),
    ),
  }));
  const byId = new Map<string, Thing>();
  for (const { things } of blocks) {
    for (const thing of things) {
      const id = thing['@id'];
      if (typeof id === 'string' && Object.keys(thing).length > 2) byId.set(id, thing);
    }
  }
  const stated = blocks.flatMap(({ line, things }) =>
    things.map((thing) => ({ line, thing, rank: rankOf(thing) })),
  );
  return stated
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .flatMap(({ line, thing }) => cluesOf(thing, byId, line));
}

/** Every object that stands for itself: those of a list, of a `@graph`, and the page's main thing. */
function thingsIn(value: unknown, depth = 0): Thing[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((one) => thingsIn(one, depth + 1));
  if (!isThing(value)) return [];
  const inner = [value['@graph'], value.mainEntity, value.mainEntityOfPage, value.review, value.hasPart];
  return [value, ...inner.flatMap((one) => thingsIn(one, depth + 1))];
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How sure it is that a thing is the article: 3 with a headline, 2 without, 1 for the page as such, 0 for others. */
function rankOf(thing: Thing): number {
  const types = typesOf(thing);
  if (/Comment|Answer/.test(types)) return 0;
  if (typeof thing.headline === 'string' && works.test(types)) return 3;
  if (articles.test(types)) return 2;
  return /WebPage|CreativeWork\b|VideoObject/.test(types) ? 1 : 0;
}

const articles = /Article|Posting|Report|Recipe|Episode|HowTo\b/;
const works = /Article|Posting|Report|Recipe|Episode|HowTo\b|Review\b|CreativeWork\b|Blog\b/;

function typesOf(thing: Thing): string {
  return [thing['@type']]
    .flat()
    .filter((type) => typeof type === 'string')
    .join(' ');
}

const properties: ReadonlyArray<readonly [Subject, readonly string[]]> = [
  ['title', ['headline', 'name']],
  ['author', ['author', 'creator']],
  ['published', ['datePublished', 'dateCreated', 'uploadDate']],
  ['updated', ['dateModified']],
  ['summary', ['description', 'abstract']],
  ['language', ['inLanguage']],
  ['link', ['url', 'mainEntityOfPage', '@id']],
  ['image', ['image', 'thumbnailUrl']],
  ['tag', ['keywords']],
  ['site', ['publisher', 'isPartOf', 'sourceOrganization']],
  ['rights', ['copyrightNotice']],
  ['license', ['license']],
  ['audio', ['audio', 'associatedMedia']],
];

function cluesOf(thing: Thing, byId: ReadonlyMap<string, Thing>, line: number): Clue[] {
  return properties.flatMap(([subject, keys]) =>
    keys.flatMap((key) => {
      const texts = textsOf(thing[key], subject, byId).map(plain).filter(Boolean);
      const desk = subject === 'author' && isOrganisation(thing[key], byId);
      return texts.length > 0
        ? [{ subject, source: 'json-ld' as const, texts, line, ...(desk && { desk }) }]
        : [];
    }),
  );
}

function isOrganisation(value: unknown, byId: ReadonlyMap<string, Thing>): boolean {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (!isThing(one)) return false;
  const types = typesOf(resolved(one, byId));
  return /Organi[sz]ation/.test(types) && !/Person/.test(types);
}

/** The thing that a reference stands for. */
function resolved(thing: Thing, byId: ReadonlyMap<string, Thing>): Thing {
  const id = thing['@id'];
  return (typeof id === 'string' && byId.get(id)) || thing;
}

/** A property is a text, a thing with a name or an address, a reference to one, or a list of these. */
function textsOf(value: unknown, subject: Subject, byId: ReadonlyMap<string, Thing>): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value))
    return value.slice(0, 50).flatMap((one) => (Array.isArray(one) ? [] : textsOf(one, subject, byId)));
  if (!isThing(value)) return [];
  const thing = resolved(value, byId);
  if (subject === 'site' && !siteTypes.test(typesOf(thing))) return [];
  const keys = wanted[subject] ?? ['name', '@value'];
  const key = keys.find((one) => typeof thing[one] === 'string' || Array.isArray(thing[one]));
  const found = key === undefined ? undefined : thing[key];
  return [found].flat().filter((one) => typeof one === 'string');
}

const siteTypes = /Organi[sz]ation|WebSite|Blog\b|Periodical/;

/** Which property of a thing is meant where its name is not. */
const wanted: Partial<Record<Subject, readonly string[]>> = {
  image: ['url', 'contentUrl', '@id'],
  link: ['@id', 'url'],
  license: ['url', '@id'],
  audio: ['contentUrl', 'url'],
};
