import type { Field, Found, Statements } from './article.js';

/**
 * Statements in the making, with the place of each. They are added one by one: an object made by spreading others into it
 * takes V8 longer than all else that is done for an article.
 */
export type Draft = { -readonly [Name in Field]?: Statements[Name] } & {
  readonly found: Partial<Record<Field, Found>>;
};

/** Adds a statement and its place, or takes them for those that were there; nothing where there is no value. */
export function say<Name extends Field>(
  draft: Draft,
  name: Name,
  value: Statements[Name] | undefined,
  place: Found,
): void {
  if (value === undefined) return;
  const said: Partial<Record<Name, Statements[Name]>> = draft;
  said[name] = value;
  draft.found[name] = place;
}
