import * as v from 'valibot';
import { isSecretName, masked } from '../masked.js';
import { type Place, type Problem, problem } from '../problems.js';
import { schema } from './schema.js';
import { didYouMean } from './similar.js';
import type { KeyPath } from './written.js';

/** How the faults of a config are told. */
export interface Telling {
  /** By what name a key goes; `watch.settle` where nothing is said. */
  readonly name?: (path: KeyPath) => string;
  /** Where a key stands, or its value. */
  readonly place?: (path: KeyPath, part: 'key' | 'value') => Place;
}

/** A config that the schema allows. */
export type CheckedConfig = v.InferOutput<typeof schema>;

/**
 * Checks what a user gave against the schema.
 *
 * @returns the config, or every fault in the order of the file
 */
export function checkConfig(
  given: unknown,
  telling: Telling = {},
): { readonly config: CheckedConfig; readonly faults: readonly Problem[] } {
  const result = v.safeParse(schema, given ?? {}, { abortPipeEarly: true });
  if (result.success) return { config: result.output, faults: [] };
  const faults = result.issues.flatMap((issue) => innermost(issue, [])).map((found) => fault(found, telling));
  return { config: {}, faults: faults.sort(byPlace) };
}

function fault({ issue, path }: Located, { name = dotted, place = () => ({}) }: Telling): Problem {
  const holder = path.slice(0, -1);
  const key = String(path.at(-1));
  if (issue.type === 'never') {
    const hint = isCredential(path)
      ? '; credentials come from the environment alone'
      : didYouMean(key, issue.message.split(', ')) || `; there are ${issue.message}`;
    return problem('config-unknown-key', place(path, 'key'), { key: name(path), hint });
  }
  if (issue.received === 'undefined') {
    return problem('config-missing-key', place(holder, 'value'), { parent: name(holder), key });
  }
  const values = {
    key: name(path),
    value: isSecret(path) ? '(not shown)' : quote(issue.input),
    expected: issue.message,
  };
  return problem('config-value', place(path, 'value'), values);
}

function isSecret(path: KeyPath): boolean {
  return path.some((step) => isSecretName(String(step)));
}

/** By what a store knows who asks never stands in a config. */
function isCredential([group, key]: KeyPath): boolean {
  return group === 'publish' && isSecretName(String(key));
}

function dotted(path: KeyPath): string {
  return path.join('.') || 'the config';
}

function byPlace(one: Problem, other: Problem): number {
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}

interface Located {
  readonly issue: v.BaseIssue<unknown>;
  readonly path: KeyPath;
}

/** Where a value could be one of several things, the thing it nearly is tells more than "none of them". */
function innermost(issue: v.BaseIssue<unknown>, outer: KeyPath): Located[] {
  const path = [
    ...outer,
    ...(issue.path ?? []).map((step) => (typeof step.key === 'number' ? step.key : String(step.key))),
  ];
  const deeper = (issue.issues ?? []).filter((inner) => inner.path !== undefined);
  return deeper.length > 0 ? deeper.flatMap((inner) => innermost(inner, path)) : [{ issue, path }];
}

/** A value as people are told it: short, and without the passwords and tokens that it may hold, all the more where it is no address. */
function quote(value: unknown): string {
  if (value === null || value === undefined) return '(empty)';
  if (Array.isArray(value)) return value.length === 0 ? '(an empty list)' : '(a list)';
  if (value instanceof Date) return '(a date)';
  if (typeof value === 'object') return '(a group of keys)';
  if (typeof value === 'function') return '(a function)';
  if (typeof value !== 'string') return String(value);
  const bare = value.replace(value.includes('//') ? /(?<=\/\/).*@/s : /[^\s/]+:.*@/s, '***@');
  const safe = masked(bare.replace(/\?.*/s, '?***'));
  return JSON.stringify(safe.length > 60 ? `${safe.slice(0, 59)}…` : safe);
}
