import { problem } from '../../problems.js';
import { readCode } from './code.js';
import { readJson } from './json.js';
import { isKeyed } from './keyed.js';
import { lineOf } from './line-of.js';
import { linesIn } from './lines-in.js';
import type { Form, Matter, Split } from './matter.js';
import { telling } from './telling.js';
import { readToml } from './toml.js';
import { readYaml } from './yaml.js';

/**
 * Parts front matter between fences from the body: `---`, `+++`, `;;;`, perhaps with the name of a language. Two rules
 * with text between them are no fences.
 *
 * @param text the file, its line ends being LF
 * @param path for problems
 */
export function splitFenced(text: string, path: string): Split | undefined {
  const opening = /^(?:[ \t]*\n)*(-{3,}|\+\+\+|;;;)[ \t]*([a-z]*)[ \t]*(?:\n|$)/i.exec(text);
  if (!opening) return undefined;
  const [whole, fence = '', language = ''] = opening;
  const line = linesIn(whole) + 1;
  const form = languages.get(language.toLowerCase() || fence.charAt(0)) ?? 'code';
  const closing = closings.get(fence.charAt(0)) ?? /$/g;
  // From the end of the line of the opening fence.
  closing.lastIndex = whole.length - 1;
  const end = closing.exec(text);
  if (!end) return form === 'yaml' ? splitUnclosed(text, whole.length, line, path) : undefined;
  const source = text.slice(whole.length, end.index + 1);
  if (form === 'yaml' && !isKeyed(source)) return undefined;
  const from = closing.lastIndex;
  return {
    form,
    matter: read(source, form, line, path, language),
    body: text.slice(from),
    bodyLine: lineOf(text, from),
  };
}

const languages: ReadonlyMap<string, Form> = new Map([
  ['-', 'yaml'],
  ['+', 'toml'],
  [';', 'json'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['toml', 'toml'],
  ['json', 'json'],
]);

/** Only LF ends a line here: `$` with the flag m would take U+2028 for an end, too. */
const closings = new Map([
  ['-', /\n(?:-{3,}|\.\.\.)[ \t]*(?:\n|$)/g],
  ['+', /\n\+\+\+[ \t]*(?:\n|$)/g],
  [';', /\n;;;[ \t]*(?:\n|$)/g],
]);

/** Characters; more than this describes no article. */
const limit = 65_536;

function read(source: string, form: Form, line: number, path: string, language: string): Matter {
  if (source.length > limit) {
    const size = { size: source.length, limit };
    return { entries: [], problems: [problem('front-matter-too-large', { path, line: line - 1 }, size)] };
  }
  const text = source.replace(/\n$/, '');
  if (form === 'code') return readCode(text, line, path, language);
  if (form === 'toml') return readToml(text, line, path);
  return form === 'json' ? readJson(text, line, path) : readYaml(text, line, path);
}

/** Without a closing fence, front matter ends with the last line that is a key, or belongs to one. */
function splitUnclosed(text: string, from: number, line: number, path: string): Split | undefined {
  const lines = text.slice(from, from + limit).split('\n');
  const end = lines.findIndex((each) => !/^[\w-]{1,40}:(?:\s|$)|^\s+\S|^- /.test(each));
  const source = lines.slice(0, end < 0 ? lines.length : end).join('\n');
  const keys = source.match(/^[\w-]+(?=:)/gm) ?? [];
  if (!keys.some((key) => telling(key))) return undefined;
  const { entries, problems } = readYaml(source, line, path);
  const unclosed = problem(
    'front-matter-invalid',
    { path, line: line - 1 },
    { reason: 'it has no closing "---"' },
  );
  const start = Math.min(from + source.length + 1, text.length);
  return {
    form: 'yaml',
    matter: { entries, problems: [...problems, unclosed] },
    body: text.slice(start),
    bodyLine: lineOf(text, start),
  };
}
