/**
 * Something measured beside its bar. Without a bar or a yardstick it is not judged.
 *
 * @typedef {{ what: string, measured: string, bar: string, met?: boolean }} Verdict
 */

/**
 * @param {string} what
 * @param {number | undefined} value undefined where there is no yardstick
 * @param {number | undefined} bar the most that is allowed
 * @param {'×' | 'ms' | 'MB' | '%' | ''} unit
 * @returns {Verdict}
 */
export function verdict(what, value, bar, unit) {
  const digits = unit === '×' || unit === '%' ? 2 : 0;
  /** @param {number | undefined} number */
  const shown = (number) => (number === undefined ? '–' : `${number.toFixed(digits)} ${unit}`.trimEnd());
  return {
    what,
    measured: shown(value),
    bar: bar === undefined ? '–' : `at most ${bar} ${unit}`.trimEnd(),
    ...(value !== undefined && bar !== undefined && { met: value <= bar }),
  };
}
