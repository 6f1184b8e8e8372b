import type { Entry } from '../entry/entry.js';
import { escapeText } from './text.js';

/**
 * The `media:content` elements of an entry (Media RSS 1.5.1): the lead image, and the enclosures for which the
 * format has no place of its own.
 */
export function mediaContent(entry: Entry, enclosures: Entry['enclosures']): string[] {
  const image = entry.image;
  const shown = image
    ? [
        element(
          { url: image.url, fileSize: image.length || undefined, type: image.type, medium: 'image' },
          image.alt,
        ),
      ]
    : [];
  return shown.concat(
    enclosures.map(({ url, length, type, duration, title }) =>
      element({ url, fileSize: length || undefined, type, medium: medium(type), duration }, title),
    ),
  );
}

function element(
  attributes: Readonly<Record<string, string | number | undefined>>,
  description?: string,
): string {
  const stated = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeText(String(value))}"`)
    .join('');
  return description
    ? `<media:content${stated}><media:description type="plain">${escapeText(description)}</media:description></media:content>`
    : `<media:content${stated}/>`;
}

function medium(type: string): string | undefined {
  return /^(?:image|audio|video)(?=\/)/.exec(type)?.[0];
}
