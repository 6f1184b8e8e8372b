import { article } from '../article.mjs';
import { bars } from '../bars.mjs';
import { costHead, costRows } from '../cost-rows.mjs';
import { checkDocuments } from '../documents.mjs';
import { feedmill } from '../feedmill.mjs';
import { hugo } from '../hugo.mjs';
import { race } from '../race.mjs';
import { ratio } from '../ratio.mjs';
import { verdict } from '../verdict.mjs';

/**
 * Cold builds of feeds that show every entry.
 *
 * @param {import('../bench.mjs').Bench} bench
 */
export function unlimited(bench) {
  const { program, scratch } = bench;
  const rows = [];
  const verdicts = [];
  for (const size of bench.sizes.filter((size) => size <= 10_000).slice(-1)) {
    bench.say(`unlimited, ${size.toLocaleString('en')} articles`);
    const articles = bench.articles(size);
    const { title } = article(size - 1, size);
    /** @param {string} output */
    const check = (output) => checkDocuments(output, { title, entries: size });
    const contestants = [
      feedmill({ name: 'Feedmill', program, articles, scratch, options: ['--limit', '0'], check }),
      ...(bench.hugo(size) ? [hugo({ name: 'Hugo', articles, scratch, limit: 0, check })] : []),
    ];
    const costs = race(contestants, bench.rounds(size, 'heavy'));
    rows.push(...costRows(size, costs));
    const bar = bars.unlimited.get(size);
    for (const key of /** @type {const} */ (['wall', 'memory'])) {
      const what = `${size.toLocaleString('en')} articles, ${key === 'wall' ? 'time' : key} to Hugo`;
      verdicts.push(verdict(what, ratio(costs, 'Feedmill', 'Hugo', key), bar?.[key], '×'));
    }
  }
  const how =
    'As before, with every entry in full text (`--limit 0`); at one size, the largest up to 10,000.';
  return { sections: [{ title: 'Cold build, all entries', how, head: costHead, rows, verdicts }] };
}
