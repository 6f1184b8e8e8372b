import { type Problem, problem } from '../../problems.js';
import type { Entry, Matter, Value } from './matter.js';
import { readPlainYaml } from './plain-yaml.js';
import { readStrictYaml } from './strict-yaml.js';

/**
 * Reads front matter that is not quite YAML, key by key: what cannot be parsed is taken as it stands. One bad line
 * loses only itself.
 *
 * @param source the lines between the fences
 * @param line the line of the file on which `source` begins
 * @param path the file, for problems
 */
export function readLooseYaml(source: string, line: number, path: string): Matter {
  const entries = new Map<string, Entry>();
  const problems: Problem[] = [];
  for (const part of partsOf(source.split('\n'))) {
    const place = { path, line: line + part.from };
    if (part.key === undefined) {
      const reason = `"${part.lines.join(' ').trim().slice(0, 60)}" is no key with a value`;
      problems.push(problem('front-matter-invalid', place, { reason }));
      continue;
    }
    const again = entries.has(part.key);
    const entry = readPart(part, place.line);
    if (!entry || again) problems.push(problem('front-matter-mended', place, { key: part.key }));
    entries.set(
      part.key,
      entry ?? { key: part.key, line: place.line, raw: true, value: takeAsMeant(part.lines) },
    );
  }
  return { entries: [...entries.values()], problems };
}

function readPart({ key, lines }: Part, line: number): Entry | undefined {
  const text = lines.join('\n');
  const [read] = readPlainYaml(text, line) ?? readStrictYaml(text, line) ?? [];
  return read?.key === key ? read : undefined;
}

interface Part {
  /** Its first line, from 0. */
  readonly from: number;
  readonly key?: string;
  readonly lines: string[];
}

/** Parts the lines at each key; lines that belong to none are parts of their own. */
function partsOf(lines: readonly string[]): Part[] {
  const parts: Part[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const last = parts.at(-1);
    const text = (lines[index] ?? '').replaceAll('\t', '  ');
    const key = keyOf(text, last);
    const quoted = key === undefined ? undefined : quotedPart(lines, index, key);
    if (quoted) {
      parts.push(quoted);
      index += quoted.lines.length - 1;
    } else if (key !== undefined) parts.push({ from: index, key, lines: [text.trimStart()] });
    else if (/^\s*(?:#.*)?$/.test(text)) last?.lines.push(text);
    else if (last?.key !== undefined && /^(?:\s|- |-$)/.test(text)) last.lines.push(text);
    else parts.push({ from: index, lines: [text] });
  }
  return parts;
}

/** A value in quotes that goes on at the left edge, as some parsers allow; set in, YAML itself can read it. */
function quotedPart(lines: readonly string[], from: number, key: string): Part | undefined {
  const quote = /^[^"':]*: *(["'])/.exec(lines[from] ?? '')?.[1];
  if (quote === undefined) return undefined;
  const [first = '', ...below] = lines.slice(from, from + 100);
  const others = below.slice(0, below.findIndex((line) => line.trimEnd().endsWith(quote)) + 1);
  if (others.length === 0) return undefined;
  const part = {
    from,
    key,
    lines: [first, ...others.map((line) => (line.trim() === '' ? '' : `  ${line}`))],
  };
  return readPart(part, 1) ? part : undefined;
}

/** The key of a line; one that is set in too far is a key nonetheless, where the key before it has its value already. */
function keyOf(line: string, last: Part | undefined): string | undefined {
  const [, indent = '', double, single, plain] = keyed.exec(line) ?? [];
  const key = double ?? single ?? plain;
  if (key === undefined || indent === '') return key;
  const complete =
    last === undefined || (last.lines.length === 1 && /:\s*[^\s|>&!#].*$/.test(last.lines[0] ?? ''));
  return complete && /^[\w-]+$/.test(key) ? key : undefined;
}

const keyed = /^( {0,3})(?:"([^"]{1,99})"|'([^']{1,99})'|([\p{L}_][\p{L}\p{N}_. -]{0,60}?)) ?:(?!\/\/)/u;

/** A list where every line is an item, a mapping where every line is a key, else the text as it stands. */
function takeAsMeant(lines: readonly string[]): Value {
  const [first = '', ...others] = lines;
  const written = first.slice(first.indexOf(':') + 1).trim();
  const rest = others.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const closed = /^\[[^[\]]*$/.test(written) ? readStrictYaml(`key: ${written}]`, 1)?.[0]?.value : undefined;
  if (closed !== undefined && rest.length === 0) return closed;
  if (written !== '' && !/^[|>][+-]?\d?$/.test(written)) return [written, ...rest].join(' ');
  if (rest.length > 0 && rest.every((line) => /^-(?: |$)/.test(line)))
    return rest.map((line) => unquoted(line.slice(1)));
  const pairs = rest.map((line) => /^([\w-]{1,40}): +(.*)$/.exec(line));
  if (pairs.length === 0 || pairs.some((pair) => pair === null)) return rest.join(' ');
  return new Map(pairs.map((pair) => [pair?.[1] ?? '', unquoted(pair?.[2] ?? '')]));
}

function unquoted(text: string): string {
  const trimmed = text.trim();
  return /^(["'])(?:(?!\1).)*\1$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
}
