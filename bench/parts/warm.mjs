import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { article } from '../article.mjs';
import { bars } from '../bars.mjs';
import { costHead, costRows } from '../cost-rows.mjs';
import { checkDocuments } from '../documents.mjs';
import { buildCommand } from '../feedmill.mjs';
import { floor, floors } from '../floors.mjs';
import { linkTree } from '../link-tree.mjs';
import { measure } from '../measure.mjs';
import { race } from '../race.mjs';
import { ratio } from '../ratio.mjs';
import { replace } from '../replace.mjs';
import { verdict } from '../verdict.mjs';

const how =
  'Builds once more where documents, ledger and cache are there: with nothing changed, and with another title in one article that the feeds show. A build with nothing changed may write no document.';
const [none, one] = ['Feedmill, nothing changed', 'Feedmill, one changed'];

/**
 * Builds that have little to do.
 *
 * @param {import('../bench.mjs').Bench} bench
 */
export async function warm(bench) {
  const rows = [];
  const verdicts = [];
  for (const size of bench.sizes.filter((size) => size <= 100_000)) {
    bench.say(`warm, ${size.toLocaleString('en')} articles`);
    const articles = bench.articles(size);
    const home = join(bench.scratch, 'warm');
    const copy = linkTree(articles, join(home, 'articles'));
    const [still, moving] = [folders(home, 'none'), folders(home, 'one')];
    const commands = [
      buildCommand(bench.program, articles, still),
      buildCommand(bench.program, copy, moving),
    ];
    for (const command of commands) measure(command);
    // Files that are new by the clock may be looked at more closely: in real life they are older.
    await setTimeout(2500);
    for (const command of commands) measure(command);

    const newest = article(size - 1, size);
    let changes = 0;
    let title = '';
    let stamps = '';
    let written = 0;
    const { node, stat } = floors(articles);
    const contestants = [
      {
        name: none,
        command: commands[0] ?? [],
        before: () => {
          stamps = stampsOf(still.output);
        },
        after: () => {
          checkDocuments(still.output, { title: newest.title, entries: Math.min(50, size) });
          if (stampsOf(still.output) !== stamps) written++;
        },
      },
      {
        name: one,
        command: commands[1] ?? [],
        before: () => {
          title = `Change ${++changes} of ${size}`;
          replace(home, join(copy, newest.path), article(size - 1, size, title).text);
        },
        after: () => checkDocuments(moving.output, { title }),
      },
      ...[node, stat],
    ];
    const costs = race(contestants, bench.rounds(size));
    rows.push(...costRows(size, costs));
    const articlesShown = `${size.toLocaleString('en')} articles`;
    verdicts.push(
      verdict(
        `${articlesShown}, nothing changed, to stat`,
        ratio(costs, none, floor.stat),
        bars.warm.get(size),
        '×',
      ),
      verdict(`${articlesShown}, nothing changed, builds that wrote`, written, 0, ''),
      verdict(`${articlesShown}, one changed, to none`, ratio(costs, one, none), bars.oneChanged, '×'),
    );
    rmSync(home, { recursive: true });
  }
  return { sections: [{ title: 'Warm build', how, head: costHead, rows, verdicts }] };
}

/** @param {string} home @param {string} name */
function folders(home, name) {
  return { output: join(home, name, 'output'), state: join(home, name, 'state') };
}

/** @param {string} folder */
function stampsOf(folder) {
  return readdirSync(folder)
    .map((name) => {
      const { ino, mtimeNs } = statSync(join(folder, name), { bigint: true });
      return `${name} ${ino} ${mtimeNs}`;
    })
    .join('\n');
}
