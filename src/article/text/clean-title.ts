import { isMasthead } from './masthead.js';
import { isSection } from './section.js';

/**
 * A title as readers should see it: without the marks that set it off from the text (a bullet, `#`, stars or rules on
 * both sides), and without a section or publication that a bar parts from it.
 *
 * @param text the line or lines of the title, joined
 */
export function cleanTitle(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const framed = /^([*_=~#-]{1,5})\s*(\S.*?)\s*([*_=~#-]{1,5})$/u.exec(line)?.[2] ?? line;
  const bare = framed.replace(/^(?:#{1,6}|[-*•·▪►>–—]+)\s+(?=\S)/u, '');
  return withoutSite(bare) || text;
}

function withoutSite(title: string): string {
  const parts = title.split(/\s+\|\s+/);
  const own = parts.filter((part) => !isSection(part));
  const joined = own.length === 1 && own[0] !== undefined ? own[0] : title;
  const [, rest, site] = /^(.{12,}?)\s+[-–—]\s+([^–—]{3,40})$/u.exec(joined) ?? [];
  return rest !== undefined && site !== undefined && isMasthead(site) ? rest : joined;
}
