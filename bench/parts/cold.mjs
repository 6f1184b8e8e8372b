import { article } from '../article.mjs';
import { bars } from '../bars.mjs';
import { costHead, costRows } from '../cost-rows.mjs';
import { checkDocuments } from '../documents.mjs';
import { feedmill } from '../feedmill.mjs';
import { floors } from '../floors.mjs';
import { hugo } from '../hugo.mjs';
import { race } from '../race.mjs';
import { ratio } from '../ratio.mjs';
import { verdict } from '../verdict.mjs';

const how =
  'Documents, ledger and cache are removed before each build; the files are in the page cache. Feeds hold the newest 50 entries in full text, in three formats. Hugo makes the same from the same files, and no pages.';

/**
 * Cold builds, beside Hugo and the floors; and how CPU time grows.
 *
 * @param {import('../bench.mjs').Bench} bench
 */
export function cold(bench) {
  const { program, scratch } = bench;
  const rows = [];
  const verdicts = [];
  /** @type {import('../chart.mjs').Point[]} */
  const points = [];
  for (const size of bench.sizes) {
    bench.say(`cold, ${size.toLocaleString('en')} articles`);
    const articles = bench.articles(size);
    const entries = Math.min(50, size);
    const { title } = article(size - 1, size);
    /** @param {string} output */
    const check = (output) => checkDocuments(output, { title, entries });
    const { node, stat, read } = floors(articles);
    const contestants = [
      feedmill({ name: 'Feedmill', program, articles, scratch, check }),
      ...(bench.hugo(size) ? [hugo({ name: 'Hugo', articles, scratch, limit: 50, check })] : []),
      ...[node, stat, read],
    ];
    const costs = race(contestants, bench.rounds(size));
    rows.push(...costRows(size, costs));
    verdicts.push(
      verdict(
        `${size.toLocaleString('en')} articles, to Hugo`,
        ratio(costs, 'Feedmill', 'Hugo'),
        bars.cold.get(size),
        '×',
      ),
    );
    for (const [name, cost] of costs) points.push({ name, size, ...cost });
  }
  return {
    sections: [{ title: 'Cold build', how, head: costHead, rows, verdicts }, growth(points)],
    points,
  };
}

/**
 * @param {readonly import('../chart.mjs').Point[]} points
 * @returns {import('../section.mjs').Section}
 */
function growth(points) {
  const curve = points
    .filter(({ name }) => name === 'Feedmill')
    .flatMap(({ size, cpu }) => (cpu === undefined ? [] : [{ size, each: (cpu / size) * 1e6 }]));
  return {
    title: 'Growth',
    how: 'CPU time of the cold build, an article. It should fall with the number of articles, or stay.',
    head: ['articles', 'CPU µs an article'],
    rows: curve.map(({ size, each }) => [size.toLocaleString('en'), each.toFixed(0)]),
    verdicts: curve.slice(1).map(({ size, each }, at) => {
      const before = curve[at];
      const to = before && `${before.size.toLocaleString('en')}`;
      return verdict(
        `${size.toLocaleString('en')} articles, to ${to}`,
        before && each / before.each,
        bars.growth,
        '×',
      );
    }),
  };
}
