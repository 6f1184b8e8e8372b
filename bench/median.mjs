/**
 * The value below which a share of all lies, by the nearest rank; the one in the middle where no share is given.
 *
 * @param {readonly number[]} values
 */
export function median(values, share = 0.5) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
