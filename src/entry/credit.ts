import type { Article, Origin } from '../article/article.js';
import type { License } from '../article/license.js';
import { asHtml } from '../characters.js';
import { absolute, isWeb } from './address.js';
import type { Entry, Headline } from './entry.js';
import { plain } from './plain.js';

/** Whose an entry is, and where it comes from, as the article says; what it does not say is left to the site. */
export function creditOf(article: Article): Pick<Entry, 'rights' | 'license' | 'origin'> {
  const rights = plain(article.rights ?? '');
  const license = article.license && usable(article.license);
  const origin = article.origin && originOf(article.origin);
  return { ...(rights && { rights }), ...(license && { license }), ...(origin && { origin }) };
}

/**
 * The line that ends the text of an entry, so that wherever it is copied to, it says where it appeared. HTML.
 *
 * @param origin where it was before that, if it was anywhere
 * @param site its public address, and its title
 */
export function creditLine(
  headline: Headline,
  origin: Origin | undefined,
  site: { readonly site: string; readonly title: string },
): string {
  const from = origin && (origin.title ?? origin.url ?? origin.feed);
  const parts = [
    link(headline.permalink, headline.title),
    link(site.site, plain(site.title)),
    ...(from ? [link(origin.url ?? origin.feed, from)] : []),
  ];
  return `\n<p>${parts.join(' – ')}</p>`;
}

function link(address: string | undefined, text: string): string {
  return address === undefined
    ? asHtml(text)
    : `<a href="${asHtml(address).replaceAll('"', '%22')}">${asHtml(text)}</a>`;
}

/** A licence in the form that documents carry; nothing where it has no usable address. */
export function usable({ url, ...license }: License): License | undefined {
  const address = web(url);
  return address === undefined ? undefined : { ...license, url: address };
}

function originOf(origin: Origin): Origin | undefined {
  const title = plain(origin.title ?? '');
  const [url, feed] = [web(origin.url), web(origin.feed)];
  return title || url || feed
    ? { ...(title && { title }), ...(url && { url }), ...(feed && { feed }) }
    : undefined;
}

function web(written: string | undefined): string | undefined {
  const address = written === undefined ? undefined : absolute(written, written);
  return address !== undefined && isWeb(address) ? address : undefined;
}
