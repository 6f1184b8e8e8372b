import { type Layout, paint } from './layout.js';
import type { Stand } from './pace.js';
import { progressWords } from './progress-words.js';

/** A bar is between so many columns wide. */
const least = 8;
const most = 40;

/** What how fast and how long take at most, as a rule: the bar shall not change its length with them. */
const usually = ' · 12,000/s · 59 min left'.length;
const usuallyLeft = ' · 59 min left'.length;

/**
 * One line that shows on a terminal how far work has come; it never fills the last column, for some terminals go on to
 * the next line there.
 *
 * @param stand how far it is
 * @returns as much of it as the columns have room for
 */
export function progressLine(stand: Stand, layout: Layout): string {
  const { kind, done, total, perSecond } = stand;
  const room = (layout.columns ?? 80) - 1;
  const words = progressWords[kind];
  if (done === total) return paint('dim', `${grouped(total)} ${words.after}`.slice(0, room), layout);
  const all = grouped(total);
  const count = `${grouped(done).padStart(all.length)} of ${all}`;
  const percent = `${Math.floor((done / total) * 100)}%`.padStart(3);
  const rate = perSecond === undefined ? '' : ` · ${fast(perSecond)}/s`;
  const left = perSecond === undefined ? '' : ` · ${long((total - done) / perSecond)} left`;
  // The first that leaves room for a bar, otherwise the first that has room.
  const choice = [
    { text: count + rate + left, width: count.length + usually },
    { text: count + left, width: count.length + usuallyLeft },
    { text: percent + left, width: percent.length + usuallyLeft },
    { text: percent, width: percent.length },
  ].map(({ text, width }) => ({ text, bar: room - words.short.length - 4 - Math.max(width, text.length) }));
  const barred = choice.find(({ bar }) => bar >= least);
  if (barred) {
    const drawn = bar(done / total, Math.min(most, barred.bar), layout);
    return `${words.short}  ${drawn}  ${barred.text}`;
  }
  const fitting = choice.find(({ text }) => words.short.length + 2 + text.length <= room);
  return fitting ? `${words.short}  ${fitting.text}` : percent.slice(0, room);
}

function bar(part: number, width: number, layout: Layout): string {
  const full = Math.floor(part * width);
  return paint('cyan', '█'.repeat(full), layout) + paint('dim', '░'.repeat(width - full), layout);
}

/** Two digits that count: more would flicker. */
function fast(perSecond: number): string {
  return grouped(Number(perSecond.toPrecision(2)));
}

function long(seconds: number): string {
  if (seconds <= 90) return `${Math.ceil(seconds)} s`;
  if (seconds <= 90 * 60) return `${Math.ceil(seconds / 60)} min`;
  return `${grouped(Math.ceil(seconds / 3600))} h`;
}

/** `41,250`. What the machine has for that takes long to load. */
function grouped(number: number): string {
  return String(number).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
}
