import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Entry } from '../../src/entry/entry.js';
import { card } from '../../src/render/pages/card.js';
import { type Around, listPage, mostCards } from '../../src/render/pages/list-page.js';
import type { Look } from '../../src/render/pages/look.js';
import { reading } from '../../src/render/pages/reading.js';
import { readingPage } from '../../src/render/pages/reading-page.js';
import { feedStyle, pageStyle } from '../../src/render/pages/style.js';
import { sampleEntry, sampleFeed } from './samples.js';

/** How pages look, but for what is given. */
export function sampleLook(given: Partial<Look> = {}): Look {
  return {
    title: 'Harbour News',
    description: 'What happens at the quay',
    language: 'en',
    home: 'https://example.org/',
    siteGiven: true,
    css: false,
    timezone: 'UTC',
    ...given,
  };
}

/** What stands around a page, but for what is given. */
export function sampleAround(given: Partial<Around> = {}): Around {
  return { hrefOf: ({ nth }) => `articles/${nth}/index.html`, groups: [], ...given };
}

/** Entries of a site with pictures, other languages, long words and little to say, by turns. */
export function manyEntries(count: number, language = 'en'): Entry[] {
  return Array.from({ length: count }, (_, at) => {
    const published = Date.UTC(2026, 4, 20) - at * 4 * 86_400_000;
    const common = { nth: at + 1, id: `urn:entry:${at}`, language, published, updated: published };
    return sampleEntry({ ...common, ...turns[language === 'ar' ? 'ar' : 'en'][at % 4] });
  });
}

const turns: Readonly<Record<'en' | 'ar', readonly Partial<Entry>[]>> = {
  en: [
    {
      title: 'The last trawler leaves the yard',
      summary:
        'Under tow, on a Tuesday, with nobody aboard but a cat: what the books of the yard say about her.',
      image: { url: 'https://example.org/pictures/boat.svg', alt: 'A trawler on the slip' },
    },
    { title: `Words like ${'Hafenmeisterei'.repeat(6)}`, summary: 'A word that no line holds.', tags: [] },
    { title: 'عودة العبّارة الليلية', summary: 'بعد أحد عشر عامًا تعود السفينة.', language: 'ar' },
    { title: 'Minutes of the board', summary: '', tags: [], authors: [] },
  ],
  ar: [
    {
      title: 'عودة العبّارة الليلية إلى ميناء العنبر',
      summary: 'بعد أحد عشر عامًا تعود السفينة إلى خطّها القديم.',
      tags: ['المرفأ', 'سفر'],
      authors: [{ name: 'ليلى حدّاد' }],
      image: { url: 'https://example.org/pictures/boat.svg', alt: 'العبّارة' },
    },
    { title: 'What the dredger found', summary: 'Three anchors and a safe.', language: 'en' },
    { title: 'تحذير من عاصفة', summary: 'ليلة الخميس.', tags: ['طقس'] },
    { title: 'محضر المجلس', summary: '', tags: [], authors: [] },
  ],
};

const groups: Around['groups'] = [
  { kind: 'tags', folder: 'tags/harbour/', label: 'harbour', count: 31 },
  { kind: 'tags', folder: 'tags/travel/', label: 'travel', count: 12 },
  { kind: 'authors', folder: 'authors/ines-duarte/', label: 'Ines Duarte', count: 40 },
  { kind: 'languages', folder: 'languages/ar/', label: 'ar', count: 8 },
];

/** An entry with everything that articles hold. */
export const richContent = `<p>Planking is sold by the cubic metre<sup><a class="fragment" id="fnref1" href="#fn1">[1]</a></sup>, and <a href="https://example.org/books/">the books</a> say so: <code>cost --per plank</code>, <kbd>F5</kbd>.</p>
<h2>What a hull costs</h2>
<table><thead><tr><th>timber</th><th align="right">price per cubic metre</th><th>where it goes, as far as anybody can tell</th></tr></thead><tbody><tr><td>Donaudampfschifffahrtsgesellschaft</td><td align="right">2 310</td><td>frames, stem, sternpost</td></tr></tbody></table>
<h3>In three steps</h3>
<ol><li>Dry her out.</li><li>Take off what is soft:<ul><li>planks,</li></ul></li></ol>
<aside><p><strong>Mind the garboard</strong></p><p>Push a knife into it.</p></aside>
<blockquote><p>We never finished a boat.</p></blockquote>
<pre><code class="language-js">const hull = planks.filter(({ rot }) => rot &lt; 0.2).map((plank) => fasten(plank, { with: 'copper' }));</code></pre>
<figure><img src="https://example.org/pictures/boat.svg" width="1200" height="700" alt="A trawler on the slip"><figcaption>In the winter of 1998.</figcaption></figure>
<details><summary>All measurements</summary><p>Length 18.2 m.</p></details>
<dl><dt>Garboard</dt><dd>The plank next to the keel.</dd></dl>
<hr><section><ol><li id="fn1"><p>By the book. <a class="fragment" href="#fnref1">↩︎</a></p></li></ol></section>`;

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 7"><rect width="12" height="7" fill="#579"/></svg>';

/**
 * Writes the pages of a site into a temporary folder, as they lie on a disk.
 *
 * @returns the address of a page by its name
 */
export function writeSite(entries: readonly Entry[], given: Partial<Look> = {}): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'feedmill-pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const home = `${pathToFileURL(folder).href}/`;
  const look = sampleLook({ home, rights: '© 2026 Harbour News', ...given });
  const placed = entries.map((entry) => onDisk(entry, home));
  const around = sampleAround({ groups, older: 'archive/2/' });
  const cards = placed.slice(0, mostCards).map((entry) => card(entry, around.hrefOf(entry), look));
  const group = { folder: 'tags/harbour/', title: 'Harbour News: harbour', base: `${home}tags/harbour/` };
  const files: Record<string, string> = {
    'page.css': pageStyle(look),
    'feed.css': feedStyle(look),
    'pictures/boat.svg': picture,
    'index.html': listPage(sampleFeed(placed, { title: look.title }), look.title, cards, look, around),
    'tags/harbour/index.html': listPage(sampleFeed(placed, group), 'harbour', cards, look, around),
  };
  for (const entry of placed.slice(0, 2))
    files[around.hrefOf(entry)] = readingPage(reading(entry, look), entry.language, look, {
      root: '../../',
      previous: { title: 'Fish prices', href: '../2/index.html' },
    });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return (name) => home + name;
}

/** The site of the tests lies on a disk, and so do its pictures. */
function onDisk(entry: Entry, home: string): Entry {
  const moved = (text: string) => text.replaceAll('https://example.org/pictures/', `${home}pictures/`);
  return {
    ...entry,
    content: moved(entry.content),
    ...(entry.image && { image: { ...entry.image, url: moved(entry.image.url) } }),
  };
}
