/**
 * What one took, to what another took; undefined where either is not known.
 *
 * @param {ReadonlyMap<string, import('./measure.mjs').Cost>} costs
 * @param {string} name
 * @param {string} yardstick
 * @param {'wall' | 'cpu' | 'memory'} [key]
 */
export function ratio(costs, name, yardstick, key = 'wall') {
  const [value, measure] = [costs.get(name)?.[key], costs.get(yardstick)?.[key]];
  return value === undefined || measure === undefined ? undefined : value / measure;
}
