import { type Layout, paint, type Style, wrap } from './layout.js';

const label = 9;

/**
 * One row of a report, under a summary: what it is about, then the rest; later lines hang under the rest.
 *
 * @param name as `warning`; empty for a row that explains the one above
 */
export function row(name: string, style: Style, parts: readonly string[], layout: Layout): string {
  const narrow = layout.columns !== undefined && layout.columns < 60;
  const hanging = narrow ? 6 : label + 3;
  const lead =
    name === ''
      ? ' '.repeat(hanging)
      : `  ${paint(style, name, layout)}${' '.repeat(label + 1 - name.length)}`;
  return wrap(lead + parts.filter((part) => part !== '').join('  '), layout, hanging);
}
