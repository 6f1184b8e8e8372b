import { type Problem, problem } from '../../problems.js';
import type { Field, Found, Person, ReadContext, Statements } from '../article.js';
import type { ReadDate } from '../dates.js';
import { type Draft, say } from '../draft.js';
import { readLanguage } from './language.js';
import type { Mark, Trust } from './mark.js';

/** What the marks of head and tail come to, with where each was found. */
export interface Settled {
  readonly statements: Statements;
  readonly found: Partial<Record<Field, Found>>;
  readonly problems: readonly Problem[];
}

/**
 * Decides between marks that state the same: an absolute date beats a relative one and a labelled one a bare one;
 * people a byline names beat a bare name, that a desk, that a source; else the first counts.
 *
 * @param marks in the order of the file, the head before the tail
 * @param context names the file in problems
 */
export function settle(marks: readonly Mark[], context: ReadContext): Settled {
  const title = marks.find((mark) => mark.kind === 'title');
  const summary = marks.filter((mark) => mark.kind === 'summary');
  const language = marks.find((mark) => mark.kind === 'language');
  const tag = language && readLanguage(language.text);
  const published = bestDate(marks, 'published');
  const updated = bestDate(marks, 'updated');
  const authors = bestAuthors(marks);
  const tags = marks.filter((mark) => mark.kind === 'tags');
  const allTags = [...new Set(tags.flatMap((mark) => mark.tags))];
  const statements: Draft = { found: {} };
  const put = <Name extends Field>(name: Name, value: Statements[Name] | undefined, mark?: Placed) => {
    if (mark) say(statements, name, value, at(mark));
  };
  put('title', title?.text, title);
  put('published', published?.date.instant, published);
  put('updated', updated?.date.instant, updated);
  put('authors', authors?.people, authors);
  put('tags', allTags.length > 0 ? allTags : undefined, tags[0]);
  put('language', tag, language);
  put('summary', summary.map(({ text }) => text).join(' '), summary[0]);
  return { statements, found: statements.found, problems: unreadable(marks, context) };
}

interface Placed {
  readonly line: number;
  readonly date?: ReadDate;
}

function at({ line, date }: Placed): Found {
  return { in: 'body', line, ...(date?.relative && ({ relative: true } as const)) };
}

function bestDate(marks: readonly Mark[], of: 'published' | 'updated') {
  const dates = marks.filter((mark) => mark.kind === 'date').filter((mark) => mark.of === of);
  const rank = ({ date, labelled }: (typeof dates)[number]) => (date.relative ? 2 : 0) + (labelled ? 0 : 1);
  return dates.toSorted((one, other) => rank(one) - rank(other))[0];
}

const order: readonly Trust[] = ['byline', 'name', 'desk', 'source'];

/** The people of the surest kind of mark, each once. */
function bestAuthors(marks: readonly Mark[]): { people: Person[]; line: number } | undefined {
  const named = marks.filter((mark) => mark.kind === 'authors').filter((mark) => mark.people.length > 0);
  const trust = order.find((one) => named.some((mark) => mark.trust === one));
  const sure = named.filter((mark) => mark.trust === trust);
  const best = trust === 'byline' || trust === 'name' ? sure : sure.slice(0, 1);
  const people = new Map<string, Person>();
  for (const person of best.flatMap((mark) => mark.people)) {
    const key = person.name.toLowerCase();
    if (!people.has(key)) people.set(key, person);
  }
  return best[0] && { people: [...people.values()], line: best[0].line };
}

function unreadable(marks: readonly Mark[], { path }: ReadContext): Problem[] {
  return marks
    .filter((mark) => mark.kind === 'unreadable')
    .map(({ field, text, line }) => problem('date-unreadable', { path, line }, { field, value: text }));
}
