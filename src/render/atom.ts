import { Feed as Layout } from 'feed';
import type { Person } from '../article/article.js';
import type { Enclosure, Entry, Headline } from '../entry/entry.js';
import type { Feed, Withdrawal } from '../feed/feed.js';
import { amend } from './amend.js';
import { archiveElements } from './archive.js';
import { atomCredit, atomLicense } from './credit.js';
import { form } from './form.js';
import { fileNames, generator, mediaTypes } from './formats.js';
import type { Frame } from './frame.js';
import { hubElements } from './hub.js';
import { mediaContent } from './media.js';
import { SlotDate } from './slot-date.js';
import { Slots } from './slots.js';
import { cdata, escapeText } from './text.js';

/** Renders what stands around the entries of a feed in Atom 1.0 (RFC 4287). */
export function atomFrame(feed: Feed<Headline>): Frame {
  const head = renderHead(feed);
  const end = head.lastIndexOf('</feed>');
  const more = [
    ...atomLicense(feed),
    ...hubElements(feed, 'link'),
    ...archiveElements(feed, 'atom'),
    ...(feed.podcast?.image === undefined ? [] : [`<icon>${escapeText(feed.podcast.image)}</icon>`]),
    ...feed.withdrawn.map(deletedEntry),
  ].map((element) => `    ${element}\n`);
  return { head: head.slice(0, end) + more.join(''), between: '', tail: `${head.slice(end)}\n` };
}

function renderHead(feed: Feed<Headline>): string {
  const slots = new Slots();
  const home = slots.text(feed.home);
  const self = slots.text(feed.base + fileNames.atom);
  const layout = new Layout({
    id: slots.text(feed.id),
    title: slots.text(feed.title),
    description: slots.text(feed.description),
    link: home,
    feedLinks: { atom: self },
    updated: new Date(feed.updated),
    generator,
    ...(feed.rights === undefined ? {} : { copyright: slots.text(feed.rights) }),
  });
  const language = slots.text(feed.language);
  const authors = slots.markup(feed.authors.map(personElement).join(''));
  return slots.fill(
    amend(layout.atom1(), [
      {
        name: 'no language, no other namespaces',
        wrong: '<feed xmlns="http://www.w3.org/2005/Atom">',
        right: `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="${language}">`,
      },
      {
        name: 'the alternate link has no type',
        wrong: `<link rel="alternate" href="${home}"/>`,
        right: `<link rel="alternate" type="text/html" href="${home}"/>`,
      },
      {
        name: 'the self link has no type, and a feed has one author at most',
        wrong: `<link rel="self" href="${self}"/>`,
        right: `<link rel="self" type="${mediaTypes.atom}" href="${self}"/>${authors}`,
      },
    ]),
  );
}

/** The `<entry>` of an entry. */
export function atomEntry(entry: Entry): string {
  const slots = new Slots();
  // An entry says something (RFC 4287, 4.1.1.1), be it its title.
  const text = entry.summary || (entry.content ? '' : entry.title);
  const laid = entryForm(
    {
      language: slots.text(entry.language),
      title: slots.text(entry.title),
      id: slots.text(entry.id),
      link: slots.text(entry.permalink),
      updated: slots.markup(new Date(entry.updated).toISOString()),
      published: slots.markup(new Date(entry.published).toISOString()),
      ...(text && { description: slots.text(text) }),
      ...(entry.content && { content: slots.markup(cdata(entry.content)) }),
      author: entry.authors.map(({ name, email, uri }) => ({
        name: slots.text(name),
        ...(email && { email: slots.text(email) }),
        ...(uri && { link: slots.text(uri) }),
      })),
      category: entry.tags.map((tag) => ({ term: slots.text(tag) })),
    },
    slots,
  );
  const attached = [...entry.enclosures.map(enclosureLink), ...mediaContent(entry, []), ...atomCredit(entry)];
  return `${laid}${attached.map((element) => `        ${element}\n`).join('')}    </entry>\n`;
}

/** What is asked of the package for an entry: slots in place of all that differs. */
type Asked = Omit<Parameters<Layout['addItem']>[0], 'date' | 'published'> & {
  readonly language: string;
  readonly updated: string;
  readonly published: string;
};

const entryForm = form(({ language, updated, published, ...asked }: Asked) => {
  const layout = new Layout({ title: '', generator: false });
  layout.addItem({ ...asked, date: new SlotDate(updated), published: new SlotDate(published) });
  const document = layout.atom1();
  const { title, link, description } = asked;
  return amend(document.slice(document.indexOf('    <entry>'), document.indexOf('    </entry>')), [
    {
      name: 'an entry has no language',
      wrong: '<entry>',
      right: `<entry xml:lang="${language}">`,
    },
    {
      name: 'a plain title is declared HTML',
      wrong: `<title type="html"><![CDATA[${title}]]></title>`,
      right: `<title>${title}</title>`,
    },
    {
      name: 'the permalink has neither relation nor type',
      wrong: `<link href="${link}"/>`,
      right: `<link rel="alternate" type="text/html" href="${link}"/>`,
    },
    ...(description
      ? [
          {
            name: 'a plain summary is declared HTML',
            wrong: `<summary type="html"><![CDATA[${description}]]></summary>`,
            right: `<summary>${description}</summary>`,
          },
        ]
      : []),
  ]);
});

/**
 * The trace of an entry that was withdrawn (RFC 6721, 3). Each declares its namespace itself, so that a feed without any
 * has nothing to declare.
 */
function deletedEntry({ id, at }: Withdrawal): string {
  return `<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="${escapeText(id)}" when="${new Date(at).toISOString()}"/>`;
}

/** The package gives one enclosure at most, with a type it guesses from the address. */
function enclosureLink({ url, type, length, title }: Enclosure): string {
  const label = title === undefined ? '' : ` title="${escapeText(title)}"`;
  const size = length === undefined ? '' : ` length="${length}"`;
  return `<link rel="enclosure" type="${escapeText(type)}"${size} href="${escapeText(url)}"${label}/>`;
}

function personElement({ name, email, uri }: Person): string {
  const more =
    (email ? `<email>${escapeText(email)}</email>` : '') + (uri ? `<uri>${escapeText(uri)}</uri>` : '');
  return `\n    <author><name>${escapeText(name)}</name>${more}</author>`;
}
