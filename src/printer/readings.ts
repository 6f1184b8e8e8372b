import type { Headline } from '../entry/entry.js';
import type { Proof } from '../entry/proofs.js';
import { order } from '../feed/order.js';
import { type Problem, problem } from '../problems.js';
import { Places } from './places.js';
import { hrefOf, type ReadingRules, readingName } from './reading-name.js';

/** The page of one entry, and those around it. */
export interface Planned {
  readonly proof: Proof;
  /** Relative to the output folder. */
  readonly name: string;
  /** The page before it and the one after it in time. */
  readonly older?: Neighbouring;
  readonly newer?: Neighbouring;
}

/** A page to which another one leads. */
export interface Neighbouring {
  readonly title: string;
  /** Relative to the output folder, as in a link. */
  readonly href: string;
}

/**
 * Plans the pages on which entries can be read: one for each that a feed shows.
 *
 * @param headlines that feeds show; some may come more than once
 * @param proofOf what is public under an id
 * @param rules where pages lie
 * @returns the pages by the ids of their entries, newest first; of two with one place, the entry that came first has it
 */
export function planReadings(
  headlines: Iterable<Headline>,
  proofOf: (id: string) => Proof | undefined,
  rules: ReadingRules,
): { readonly planned: ReadonlyMap<string, Planned>; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const places = new Places();
  const named: { readonly proof: Proof; readonly name: string }[] = [];
  const shown = new Map([...headlines].map((headline) => [headline.id, headline]));
  for (const { id } of [...shown.values()].sort((one, other) => one.nth - other.nth)) {
    const proof = proofOf(id);
    if (!proof) continue;
    const name = readingName(proof.path, proof.headline.permalink, rules);
    const holder = places.take(name, proof.path);
    if (holder === undefined) named.push({ proof, name });
    else problems.push(problem('address-shared', { path: proof.path }, { path: proof.path, other: holder }));
  }
  named.sort((one, other) => order(one.proof.headline, other.proof.headline));
  const neighbour = (at: number): Neighbouring | undefined => {
    const page = named[at];
    return page && { title: page.proof.headline.title, href: hrefOf(page.name) };
  };
  const planned = named.map(({ proof, name }, at): [string, Planned] => {
    const [newer, older] = [neighbour(at - 1), neighbour(at + 1)];
    return [proof.headline.id, { proof, name, ...(older && { older }), ...(newer && { newer }) }];
  });
  return { planned: new Map(planned), problems };
}
