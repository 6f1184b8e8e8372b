/** The head of a table of costs. */
export const costHead = ['', 'articles', 'wall s', 'CPU s', 'memory MB'];

/**
 * @param {number} size
 * @param {ReadonlyMap<string, import('./measure.mjs').Cost>} costs
 * @returns {string[][]}
 */
export function costRows(size, costs) {
  return [...costs].map(([name, { wall, cpu, memory }]) => [
    name,
    size.toLocaleString('en'),
    wall.toFixed(wall < 10 ? 3 : 1),
    cpu?.toFixed(2) ?? '–',
    memory?.toFixed(0) ?? '–',
  ]);
}
