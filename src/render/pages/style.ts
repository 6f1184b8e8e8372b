import type { Look } from './look.js';
import { inkOf, paper } from './palette.js';
import { base } from './sheets/base.js';

/** The style sheet of all pages. */
export function pageStyle(look: Pick<Look, 'accent'>): string {
  return compact(colours(look) + base);
}

/** The style sheet of feeds that a browser shows as XML. */
export function feedStyle(look: Pick<Look, 'accent' | 'language'>): string {
  return compact(colours(look));
}

function colours({ accent }: Pick<Look, 'accent'>): string {
  const ink = inkOf(accent);
  return `:root{color-scheme:light dark;--paper:${paper.light};--accent:${ink.light}}`;
}

/** A sheet without the layout in which it is written here. */
function compact(sheet: string): string {
  return sheet.replace(/\s*\n\s*/g, '');
}
