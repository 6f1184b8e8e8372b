import { type Problem, problem } from '../problems.js';
import type { Headline } from './entry.js';
import { pathId } from './identity.js';

/** A headline with the path of its article. */
export interface Claim {
  readonly path: string;
  readonly headline: Headline;
}

/**
 * Settles who keeps an id that several articles claim: the one published first, then the one whose path comes first.
 * The others get the id of their path.
 *
 * @returns the headlines, each with an id of its own, and a problem for each id that was refused
 */
export function settleClaims(claims: readonly Claim[]): {
  readonly headlines: ReadonlyMap<string, Headline>;
  readonly problems: readonly Problem[];
} {
  const holders = new Map<string, Claim>();
  for (const claim of claims) {
    const holder = holders.get(claim.headline.id);
    if (!holder || comesFirst(claim, holder)) holders.set(claim.headline.id, claim);
  }
  const problems: Problem[] = [];
  const taken = new Set(holders.keys());
  const settled = new Map<string, Headline>();
  for (const { path, headline } of [...claims].sort(byPath)) {
    const holder = holders.get(headline.id);
    if (!holder || holder.path === path) settled.set(path, headline);
    else {
      const id = freeId(path, taken);
      taken.add(id);
      settled.set(path, { ...headline, id });
      problems.push(problem('id-taken', { path }, { id: headline.id, other: holder.path }));
    }
  }
  return { headlines: settled, problems };
}

/** The id of the path; where another article has even that, the next one made of it. */
function freeId(path: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const id = pathId(path, attempt);
    if (!taken.has(id)) return id;
  }
}

function byPath(one: Claim, other: Claim): number {
  return one.path < other.path ? -1 : Number(one.path > other.path);
}

function comesFirst(one: Claim, other: Claim): boolean {
  const earlier = one.headline.published - other.headline.published;
  return earlier < 0 || (earlier === 0 && one.path < other.path);
}
