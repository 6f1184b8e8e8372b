import { folded } from '../characters.js';
import type { Headline } from '../entry/entry.js';
import type { Proof } from '../entry/proofs.js';
import { order } from '../feed/order.js';
import { type Problem, problem } from '../problems.js';
import { hrefOf, readingName } from './reading-name.js';

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
 * @param folder in which the pages lie
 * @returns the pages by the ids of their entries, newest first; of two with one name, the entry that came first has it
 */
export function planReadings(
  headlines: Iterable<Headline>,
  proofOf: (id: string) => Proof | undefined,
  folder: string,
): { readonly planned: ReadonlyMap<string, Planned>; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const holders = new Map<string, Proof>();
  const names = new Map<string, string>();
  const shown = new Map([...headlines].map((headline) => [headline.id, headline]));
  for (const { id } of [...shown.values()].sort((one, other) => one.nth - other.nth)) {
    const proof = proofOf(id);
    if (!proof) continue;
    const name = readingName(folder, proof.path);
    const holder = holders.get(folded(name));
    if (holder) problems.push(shared(proof, holder));
    else {
      holders.set(folded(name), proof);
      names.set(id, name);
    }
  }
  const pages = [...holders.values()].sort((one, other) => order(one.headline, other.headline));
  const neighbour = (proof: Proof | undefined): Neighbouring | undefined =>
    proof && { title: proof.headline.title, href: hrefOf(names.get(proof.headline.id) ?? '') };
  const planned = pages.map((proof, at): [string, Planned] => {
    const [newer, older] = [neighbour(pages[at - 1]), neighbour(pages[at + 1])];
    const name = names.get(proof.headline.id) ?? '';
    return [proof.headline.id, { proof, name, ...(older && { older }), ...(newer && { newer }) }];
  });
  return { planned: new Map(planned), problems };
}

function shared({ path }: Proof, holder: Proof): Problem {
  return problem('address-shared', { path }, { path, other: holder.path });
}
