import type { ResolvedConfig } from '../config/config.js';
import type { Crew, SetTask } from '../crew.js';
import type { Proof } from '../entry/proofs.js';
import type { Neighbour, Neighbourhood } from '../entry/references.js';
import type { Ranges } from '../measure/ranges.js';
import type { Typeset } from '../printer/typeset.js';
import type { Typesetter } from '../printer.js';
import type { Stock } from '../stock.js';

/** Opens a file of the articles folder for somebody who looks into it. */
export type LookInto = <Found>(path: string, use: (file: Ranges) => Found) => Found | undefined;

/**
 * What makes the entries of articles: here, or together with whoever helps. What is needed for it is loaded now.
 *
 * @param paths of the articles
 * @param lookInto opens files of the articles folder
 * @param crew who helps with many, if anybody does
 */
export async function typesetterFor(
  paths: readonly string[],
  stock: Stock,
  config: ResolvedConfig,
  neighbours: Neighbourhood,
  lookInto: LookInto,
  crew: Crew | undefined,
): Promise<Typesetter> {
  const { typeset } = await import('../printer/typeset.js');
  const { measure } = await import('../measure/measure.js');
  const reader = await stock.desk.reader(paths);
  const people = await stock.desk.people([]);
  const measuring = (path: string) => lookInto(path, measure);
  const one = (task: SetTask): Typeset | undefined => {
    const article = reader.reread(task, task.leaf);
    return article && typeset(article, task.headline, config, neighbours, measuring);
  };
  const taskFor = ({ path, headline }: Proof): SetTask => {
    const task = stock.taskAt(path);
    if (!task) throw new Error(`Nothing is known of "${path}", though it is public`);
    return { ...task, headline };
  };
  const brief = () => ({ people, neighbours: all(stock.paths, neighbours) });
  return {
    one: (proof) => one(taskFor(proof)),
    many: async (proofs) => {
      const tasks = proofs.map(taskFor);
      return crew ? crew.share('typeset', tasks, brief, one) : tasks.map(one);
    },
  };
}

/** What lies at every path. */
function all(paths: Iterable<string>, neighbours: Neighbourhood): ReadonlyMap<string, Neighbour> {
  const known = new Map<string, Neighbour>();
  for (const path of paths) {
    const neighbour = neighbours(path);
    if (neighbour) known.set(path, neighbour);
  }
  return known;
}
