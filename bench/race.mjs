import { measure } from './measure.mjs';
import { median } from './median.mjs';

/**
 * A command that is measured. What is done before and after each run, is not.
 *
 * @typedef {{ name: string, command: readonly string[], before?: () => void, after?: () => void }} Contestant
 */

/**
 * Runs all contestants in turn, round by round, each round beginning with another one, so that what else happens on
 * the machine meets all alike.
 *
 * @param {readonly Contestant[]} contestants
 * @param {number} rounds
 * @returns {Map<string, import('./measure.mjs').Cost>} medians, by name
 */
export function race(contestants, rounds) {
  /** @type {Map<string, import('./measure.mjs').Cost[]>} */
  const costs = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const first = round % contestants.length;
    for (const { name, command, before, after } of [
      ...contestants.slice(first),
      ...contestants.slice(0, first),
    ]) {
      before?.();
      costs.get(name)?.push(measure(command));
      after?.();
    }
  }
  return new Map([...costs].map(([name, all]) => [name, medians(all)]));
}

/**
 * @param {readonly import('./measure.mjs').Cost[]} costs
 * @returns {import('./measure.mjs').Cost}
 */
function medians(costs) {
  /** @param {'cpu' | 'memory'} key */
  const told = (key) => costs.flatMap((cost) => cost[key] ?? []);
  const [cpu, memory] = [told('cpu'), told('memory')];
  return {
    wall: median(costs.map(({ wall }) => wall)),
    ...(cpu.length > 0 && { cpu: median(cpu) }),
    ...(memory.length > 0 && { memory: median(memory) }),
  };
}
