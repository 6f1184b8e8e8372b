import type { Report, Withheld } from '../report.js';
import { excerpts } from './excerpt.js';
import { harmless, type Layout, paint, wrap } from './layout.js';
import { problemLines } from './problem-lines.js';
import { row } from './row.js';

/** How a report is told. */
export interface View extends Layout {
  /** The first turn of a run tells the whole folder; later ones tell what changed. */
  readonly first: boolean;
  /** Warnings and errors alone. */
  readonly quiet: boolean;
  /** IANA zone of the reader, for the time of a turn; that of the machine where it is left out. */
  readonly timezone?: string;
  /** IANA zone of the site, for the time at which a future article is due. */
  readonly siteTimezone: string;
}

/**
 * What people are told of one turn of the mill.
 *
 * @returns lines without their line ends; none where there is nothing to tell
 */
export function reportLines(report: Report, view: View): string[] {
  const { problems, withheld } = report;
  if (view.quiet) return problemLines(problems, view, true);
  const details = [...withheldLines(withheld, view), ...problemLines(problems, view, false)];
  if (view.first) return [wrap(folder(report), view, 2), ...details, wrap(outcome(report), view, 2)];
  const { written, removed } = report.documents;
  const changed = [report.read, report.gone, written, removed].some((names) => names.length > 0);
  return changed || details.length > 0 ? [wrap(turn(report, view), view, 2), ...details] : [];
}

function folder({ read, articles, entries, withheld, problems }: Report): string {
  const levels = (['error', 'warning', 'note'] as const).map((level) => {
    const found = problems.filter((problem) => problem.level === level).length;
    return found > 0 ? count(found, level) : '';
  });
  const parts = [
    `${count(articles, 'article')}${changesIn(read.length, articles)}`,
    `${count(entries, 'entry', 'entries')} published`,
    withheld.length > 0 ? `${withheld.length} withheld` : '',
    ...levels,
  ];
  return joined(parts);
}

/** Of the articles in a folder, most may be as they were when it was read last. */
function changesIn(read: number, articles: number): string {
  if (read === articles) return ' read';
  return read === 0 ? ', none changed' : `, ${read} changed`;
}

function outcome({ documents: { written, unchanged, removed }, milliseconds }: Report): string {
  const took = `in ${duration(milliseconds)}`;
  const gone = removed.length > 0 ? `, ${removed.length} removed` : '';
  if (written.length + unchanged.length === 0) return `no document written, ${took}`;
  if (written.length === 0) return `${count(unchanged.length, 'document')} unchanged${gone}, ${took}`;
  return `wrote ${some(mainFirst(written), 6)} (${written.length} written, ${unchanged.length} unchanged${gone}) ${took}`;
}

/** The documents of the main feed before those of the groups. */
function mainFirst(names: readonly string[]): readonly string[] {
  const isGroup = (name: string) => name.includes('/');
  return [...names.filter((name) => !isGroup(name)), ...names.filter(isGroup)];
}

function turn({ at, read, gone, documents, milliseconds }: Report, view: View): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: view.timezone }).format(at);
  const { written, removed } = documents;
  const done = [
    written.length > 0 ? `wrote ${count(written.length, 'document')}` : '',
    removed.length > 0 ? `removed ${count(removed.length, 'document')}` : '',
  ].filter((part) => part !== '');
  const parts = [
    read.length > 0 ? `changed ${some(read, 3)}` : '',
    gone.length > 0 ? `removed ${some(gone, 3)}` : '',
    done.length > 0 ? `${done.join(', ')} in ${duration(milliseconds)}` : 'no document changed',
  ];
  return `${paint('dim', time, view)} ${joined(parts)}`;
}

function withheldLines(withheld: readonly Withheld[], view: View): string[] {
  return excerpts(withheld, ({ reason }) => reason).flatMap(({ shown, more }) => {
    const line = (parts: readonly string[]) => row('withheld', 'dim', parts, view);
    const rows = shown.map(({ path, reason, until }) => {
      const due = until === undefined ? '' : `, until ${moment(until, view.siteTimezone)}`;
      return line([harmless(path), reason + due]);
    });
    return more > 0 ? [...rows, line([`and ${more} more`, shown[0]?.reason ?? ''])] : rows;
  });
}

/** `2027-01-05 09:00 UTC`. */
function moment(instant: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return `${format.format(instant)} ${timeZone}`;
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** The first names of a list, and how many more there are. */
function some(names: readonly string[], most: number): string {
  const shown = names.length <= most + 1 ? names : names.slice(0, most);
  const rest = names.length - shown.length;
  return harmless(shown.join(', ')) + (rest > 0 ? ` and ${rest} more` : '');
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
