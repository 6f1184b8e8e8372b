import { checkConfig } from '../config/check.js';
import { type Problem, problem } from '../problems.js';
import type { Choices } from './choices.js';
import type { Found, Generator } from './generator.js';
import { astro } from './generators/astro.js';
import { docusaurus } from './generators/docusaurus.js';
import { eleventy } from './generators/eleventy.js';
import { hugo } from './generators/hugo.js';
import { jekyll } from './generators/jekyll.js';
import { obsidian } from './generators/obsidian.js';
import { zola } from './generators/zola.js';
import type { Look } from './look.js';

/** What is recognised; where several could be, the first of them. Notes may lie beside anything. */
const generators: readonly Generator[] = [docusaurus, astro, eleventy, hugo, zola, jekyll, obsidian];

/** What a folder is, with what a config can take from it. */
export interface Recognised extends Omit<Found, 'said'> {
  /** The name of the generator. */
  readonly name: string;
  readonly said: Partial<Choices>;
  /** What could not be taken. */
  readonly problems: readonly Problem[];
}

/**
 * Finds out which generator a folder of articles belongs to.
 *
 * @param folder the folder
 * @returns nothing where it is none that is known
 */
export async function recognise(folder: Look): Promise<Recognised | undefined> {
  for (const { name, find } of generators) {
    const found = await find(folder);
    if (found === undefined) continue;
    const { said, problems } = usable(found);
    return { ...found, name, said, problems: [...folder.problems, ...problems] };
  }
  return undefined;
}

/** What the schema allows of what was found, key by key. */
function usable({ said, by }: Found): Pick<Recognised, 'said' | 'problems'> {
  const checked = Object.entries(said)
    .filter(([key, value]) => value !== undefined && !(key === 'site' && isNobodys(value)))
    .map(([key, value]) => checkConfig({ [key]: key === 'language' ? tag(value) : value }));
  const faults = checked.flatMap((each) => each.faults);
  return {
    said: Object.assign({}, ...checked.map(({ config }) => config)),
    problems: faults.map(({ message }) => problem('generator-unused', { path: by }, { reason: message })),
  };
}

/** Whether an address is one that templates have: hosts of these names are nobody's. */
function isNobodys(site: unknown): boolean {
  return /^https?:\/\/(?:[\w-]+\.)*example\.(?:com|org|net)(?:[/:]|$)/i.test(String(site));
}

/** Some generators write languages as systems do, with a low line. */
function tag(language: unknown): unknown {
  return typeof language === 'string' ? language.replaceAll('_', '-') : language;
}
