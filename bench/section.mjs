import { table } from './table.mjs';

/**
 * What one part of the suite has found.
 *
 * @typedef {object} Section
 * @property {string} title
 * @property {string} how how it is measured
 * @property {readonly string[]} head
 * @property {readonly (readonly string[])[]} rows
 * @property {readonly import('./verdict.mjs').Verdict[]} verdicts
 */

/**
 * A section as Markdown.
 *
 * @param {Section} section
 */
export function section({ title, how, head, rows, verdicts }) {
  const judged = verdicts.map(({ what, measured, bar, met }) => [
    what,
    measured,
    bar,
    met === undefined ? '–' : met ? 'yes' : '**no**',
  ]);
  const tables = [
    table(head, rows),
    ...(judged.length > 0 ? [table(['', 'measured', 'bar', 'met'], judged)] : []),
  ];
  return `## ${title}\n\n${how}\n\n${tables.join('\n')}`;
}
