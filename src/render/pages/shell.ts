import { fileNames, generator, mediaTypes } from '../formats.js';
import { escapeText } from '../text.js';
import { directionOf } from './language.js';
import type { Look } from './look.js';
import { inkOf, paper } from './palette.js';
import { rightsLine } from './rights.js';

/** What a page has of its own. */
export interface Page {
  /** BCP 47. */
  readonly language: string;
  /** The way from the page to the output folder: empty, or as `../../`. */
  readonly root: string;
  /** Whether all addresses of the page count from the output folder. */
  readonly based?: boolean;
  /** For the head: title, description and whatever else. */
  readonly head: string;
  /** The feed that the page shows, or that its entry is in. */
  readonly feed: { readonly folder: string; readonly title: string };
  /** A class for the style sheet. */
  readonly kind: 'list' | 'reading';
  readonly body: string;
}

/** What all pages have in common. */
export function shell({ language, root, based, head, feed, kind, body }: Page, look: Look): string {
  const way = based ? '' : root;
  return `<!doctype html>
<html lang="${escapeText(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
${based && root !== '' ? `<base href="${escapeText(root)}">\n` : ''}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="${paper.light}" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="${paper.dark}" media="(prefers-color-scheme: dark)">
<meta name="generator" content="${generator}">
${head}
${alternates(way, feed)}
<link rel="icon" href="${icon(way, look)}">
<link rel="stylesheet" href="${escapeText(way)}page.css">${look.css ? `\n<link rel="stylesheet" href="${escapeText(way)}custom.css">` : ''}
</head>
<body class="${kind}">
${body}
</body>
</html>
`;
}

/** By these, browsers and readers find the feed of a page. */
function alternates(way: string, { folder, title }: Page['feed']): string {
  return (['rss', 'atom', 'json'] as const)
    .map(
      (format) =>
        `<link rel="alternate" type="${mediaTypes[format]}" title="${escapeText(`${title} (${formatNames[format]})`)}" href="${escapeText(way + folder + fileNames[format])}">`,
    )
    .join('\n');
}

/** What people call the formats. */
export const formatNames = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } as const;

/** The logo, or the sign of feeds: without either, browsers ask the host for one. */
function icon(way: string, { logo, accent }: Look): string {
  if (logo !== undefined) return escapeText(way + encodeURI(logo));
  const colour = inkOf(accent).light.replace('#', '%23');
  return `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Cg fill='none' stroke='${colour}' stroke-width='1.2'%3E%3Cpath d='M1 3.4A3.6 3.6 0 0 1 4.6 7M1 1a6 6 0 0 1 6 6'/%3E%3C/g%3E%3Ccircle cx='1.7' cy='6.3' r='.9' fill='${colour}'/%3E%3C/svg%3E`;
}

/**
 * What stands at the end of every page.
 *
 * @param more markup for before the rights
 */
export function footer(look: Look, more = ''): string {
  const terms = rightsLine(look, look.language);
  const all = more + (terms && `<p>${terms}</p>`);
  return all && `<footer class="site">${all}</footer>`;
}

/** The logo, where there is one: what it shows is said by the title beside it. */
export function logo(way: string, look: Look): string {
  return look.logo === undefined
    ? ''
    : `<img class="logo" src="${escapeText(way + encodeURI(look.logo))}" alt="">`;
}
