import type { Enclosure, Entry } from '../../entry/entry.js';
import { escapeText } from '../text.js';
import { address } from './address.js';
import { inLanguage } from './language.js';
import { say } from './say.js';
import { shows } from './shown.js';

/** The media of an entry that its content does not show: to be played, and to be had. */
export function attachments({ enclosures, content, language }: Entry): string {
  const all = enclosures.filter(({ url }) => !shows(content, url));
  return all.map((enclosure) => attachment(enclosure, language)).join('\n');
}

function attachment(enclosure: Enclosure, language: string): string {
  const source = address(enclosure.url);
  if (source === undefined) return '';
  const title = enclosure.title ? `<bdi>${escapeText(enclosure.title)}</bdi> ` : '';
  const facts = [enclosure.type, ...duration(enclosure), ...size(enclosure, language)].map(
    (fact) => `<bdi>${escapeText(fact)}</bdi>`,
  );
  return `<figure class="attachment">
${player(enclosure.type, source, enclosure.title)}<figcaption>${title}<a href="${source}" download>${say('download', language)}</a> <span class="facts">${facts.join(' ')}</span></figcaption>
</figure>`;
}

function player(type: string, source: string, title: string | undefined): string {
  const family = /^(?:audio|video|image)\//.exec(type)?.[0];
  const label = title ? ` aria-label="${escapeText(title)}"` : '';
  if (family === 'audio/') return `<audio controls preload="none" src="${source}"${label}></audio>\n`;
  if (family === 'video/') return `<video controls preload="none" src="${source}"${label}></video>\n`;
  if (family === 'image/')
    return `<img src="${source}" alt="${escapeText(title ?? '')}" loading="lazy" decoding="async">\n`;
  return '';
}

/** As `1:02:03` or `2:03`. */
function duration({ duration: seconds }: Enclosure): string[] {
  if (seconds === undefined) return [];
  const whole = Math.round(seconds);
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, two(whole % 60)];
  return [hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`];
}

/** In the unit in which people tell the size of a file. */
function size({ length }: Enclosure, language: string): string[] {
  if (length === undefined) return [];
  const [unit, bytes] = units.find(([, bytes]) => length >= bytes) ?? (['byte', 1] as const);
  const numbers = inLanguage(
    language,
    (known) =>
      new Intl.NumberFormat(known, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumSignificantDigits: 3,
      }),
  );
  return [numbers.format(length / bytes)];
}

const units = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;
