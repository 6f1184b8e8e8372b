import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { article } from '../article.mjs';
import { bars } from '../bars.mjs';
import { costHead, costRows } from '../cost-rows.mjs';
import { checkDocuments } from '../documents.mjs';
import { feedmill } from '../feedmill.mjs';
import { hugo } from '../hugo.mjs';
import { race } from '../race.mjs';
import { ratio } from '../ratio.mjs';
import { verdict } from '../verdict.mjs';

const how =
  'Every tag, author and section has feeds of its own (`feeds: [tags, authors, sections]`). With archives, the whole history of each is on disk (`archive: true`); Hugo has no archives, so it does the same with feeds that hold all entries. Beside it, both with the newest 50 alone. At one size, the largest up to 10,000.';
const [newest, history] = ['newest 50', 'whole history'];

/**
 * Cold builds with feeds of groups.
 *
 * @param {import('../bench.mjs').Bench} bench
 */
export function groups(bench) {
  const { program, scratch } = bench;
  const rows = [];
  const verdicts = [];
  for (const size of bench.sizes.filter((size) => size <= 10_000).slice(-1)) {
    bench.say(`groups, ${size.toLocaleString('en')} articles`);
    const articles = bench.articles(size);
    const { title, text } = article(size - 1, size);
    const [, tag = ''] = /^tags: \[(\w+)/m.exec(text) ?? [];
    /** @param {string} output */
    const check = (output) => {
      for (const folder of [output, join(output, 'tags', tag)]) checkDocuments(folder, { title });
    };
    /** @param {string} name @param {boolean} archive */
    const ours = (name, archive) => {
      const config = join(scratch, `groups-${archive}.yaml`);
      writeFileSync(config, `feeds: [tags, authors, sections]\narchive: ${archive}\n`);
      const run = { name: `Feedmill, ${name}`, program, articles, scratch, options: ['-c', config], check };
      return feedmill(run);
    };
    /** @param {string} name @param {number} limit */
    const theirs = (name, limit) =>
      hugo({ name: `Hugo, ${name}`, articles, scratch, limit, groups: true, check });
    const contestants = [
      ours(newest, false),
      ours(history, true),
      ...(bench.hugo(size) ? [theirs(newest, 50), theirs(history, 0)] : []),
    ];
    const costs = race(contestants, bench.rounds(size, 'heavy'));
    rows.push(...costRows(size, costs));
    for (const name of [history, newest]) {
      const value = ratio(costs, `Feedmill, ${name}`, `Hugo, ${name}`);
      const what = `${size.toLocaleString('en')} articles, ${name}, to Hugo`;
      verdicts.push(verdict(what, value, bars.groups.get(size), '×'));
    }
  }
  return { sections: [{ title: 'Cold build, feeds of groups', how, head: costHead, rows, verdicts }] };
}
