import { type Problem, problem } from '../problems.js';
import { checkAtom, checkEntryDocument } from './atom.js';
import { shown } from './element.js';
import { checkJsonFeed } from './json-feed.js';
import { membersOf } from './json-parts.js';
import { jsonOf } from './json-tree.js';
import { feedsNamedIn } from './page.js';
import { checkRss } from './rss.js';
import { checkRdf } from './rss-old.js';
import { type Circumstances, quoted, start, type Tell } from './tell.js';
import { textOfFeed } from './text-of.js';
import { treeOf } from './tree.js';

/** What is known of a feed beside its bytes. */
export interface About {
  /** How people are told of it. */
  readonly path: string;
  /** What time it is, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
  /** Where it was fetched, if it was. */
  readonly address?: string;
  /** The encoding that the server names. */
  readonly charset?: string;
}

/**
 * Examines a feed of anybody's: is it one, can it be parsed, and does it hold to its format.
 *
 * @returns what is wrong, in the order of the document
 */
export function examineFeed(bytes: Uint8Array, about: About): Problem[] {
  const found: Problem[] = [];
  const tell: Tell = (code, spot, values) => {
    found.push(problem(code, { path: about.path, ...spot }, values));
    return undefined;
  };
  const text = textOfFeed(bytes, about.charset, tell);
  if (text !== undefined) examineText(text, { ...about, tell });
  return found.sort(
    (one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0),
  );
}

function examineText(text: string, circumstances: Circumstances): undefined {
  const { tell } = circumstances;
  if (text.trim() === '') return tell('feed-absent', start, { reason: 'it is empty' });
  if (/^\s*[{[]/.test(text)) return examineJson(text, circumstances);
  if (/^\s*(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)\b/is.test(text))
    return tellPage(text, circumstances);
  const before = beforeDeclaration(text);
  if (before !== undefined) {
    const what = before.trim() === '' ? 'an empty line or a space' : `"${quoted(before)}"`;
    return tell('feed-unparsable', start, { format: 'XML', reason: `${what} stands before <?xml` });
  }
  if (!/^\s*</.test(text)) return tell('feed-absent', start, { reason: 'it is neither XML nor JSON' });
  const root = treeOf(text, tell);
  if (!root) return;
  const local = root.written.replace(/^.*:/, '');
  if (root.name === 'atom:feed') checkAtom(root, circumstances);
  else if (root.name === 'atom:entry') checkEntryDocument(root, circumstances);
  else if (root.name === 'rss' || (local === 'rss' && root.name.startsWith('{')))
    checkRss(root, circumstances);
  else if (root.name === 'rdf:RDF') checkRdf(root, circumstances);
  else if (root.name === 'atom03:feed')
    tell('feed-old', root.at, {
      format: 'Atom 0.3',
      reason: 'it is a draft of 2003, which Atom 1.0 replaces',
    });
  else if (root.name === '{http://purl.org/net/rss1.1#}Channel')
    tell('feed-old', root.at, { format: 'RSS 1.1', reason: 'it is of 2005, and hardly any reader takes it' });
  else if (local === 'feed')
    tell('feed-namespace', root.at, {
      name: shown(root),
      reason: 'the namespace of Atom is "http://www.w3.org/2005/Atom"',
    });
  else if (/^html$/i.test(local)) tellPage(text, circumstances);
  else tell('feed-absent', root.at, { reason: `it is XML, but ${shown(root)} begins no feed` });
}

/** What programs print before the feed that they make, warnings above all: no parser gets beyond it. */
function beforeDeclaration(text: string): string | undefined {
  const at = text.indexOf('<?xml ');
  const before = text.slice(0, Math.max(0, at));
  return before === '' || /<(?:\w+:)?(?:rss|feed|RDF)\b/.test(before) ? undefined : before;
}

function examineJson(text: string, circumstances: Circumstances): undefined {
  const { tell } = circumstances;
  const json = jsonOf(text, tell);
  if (!json) return;
  const members = membersOf(json);
  const isFeed = members && ['version', 'items', 'feed_url'].some((name) => members.has(name));
  if (!members || !isFeed) return tell('feed-absent', json.at, { reason: 'it is JSON, but no JSON Feed' });
  if (!members.has('version')) tell('feed-element-missing', json.at, { name: 'version', parent: 'the feed' });
  checkJsonFeed(json, members, circumstances);
}

function tellPage(text: string, { tell, address }: Circumstances): undefined {
  const named = feedsNamedIn(text).map((href) =>
    URL.canParse(href, address) ? new URL(href, address).href : href,
  );
  const offer = named.length > 0 ? `; it names these: ${named.join(', ')}` : '';
  tell('feed-absent', start, { reason: `it is a page in HTML${offer}` });
}
