import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corpus } from './corpus.mjs';
import { median } from './median.mjs';
import { bare, hasWrk, load, rate, server } from './serve/children.mjs';
import { table } from './table.mjs';

/*
 * Measures `feedmill serve` beside a bare `node:http` server of the same bytes, in the same run:
 *
 * npm run bench:serve -- [--articles 10000] [--rounds 5] [--seconds 2] [--program dist/cli.js]
 */

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    program: { type: 'string', default: fileURLToPath(new URL('../dist/cli.js', import.meta.url)) },
  },
});
const seconds = Number(values.seconds);
const say = (/** @type {string} */ text) => console.error(`… ${text}`);

const home = join(tmpdir(), 'feedmill-bench');
mkdirSync(home, { recursive: true });
const scratch = mkdtempSync(join(home, 'serve-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const articles = join(scratch, 'articles');
cpSync(corpus(home, Number(values.articles), say), articles, { recursive: true });

const mill = await server(
  [
    ...[values.program, 'serve', articles, '-o', join(scratch, 'output'), '--state', join(scratch, 'state')],
    ...['--site', 'https://example.org/', '--limit', '20', '--port', '0', '--json'],
  ],
  /"event":"watching"/,
);
const address = await mill.until(/"event":"serving","address":"([^"]+)"/);
const feed = `${address}rss.xml`;
/** @type {[string, string][]} */
const headers = await new Promise((resolve) => {
  get(feed, { agent: false }, ({ rawHeaders }) => {
    const pairs = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? '']] : []));
    resolve(
      pairs.flatMap(([name = '', value = '']) =>
        /^(?:date|connection|keep-alive)$/i.test(name) ? [] : [[name, value]],
      ),
    );
  });
});
const tag = headers.find(([name]) => name === 'ETag')?.[1] ?? '';
const file = join(scratch, 'output/rss.xml');
const bytes = readFileSync(file).length;
const yardstick = await bare('(http.*)', file, JSON.stringify(headers));

/** @typedef {{ clock: number, cpu: number }} Rate */
/** @type {Record<'whole' | 'same', Record<'bare' | 'mill', Rate[]>>} */
const rates = { whole: { bare: [], mill: [] }, same: { bare: [], mill: [] } };
const bareOne = { pid: yardstick.pid, address: yardstick.ready };
const ours = { pid: mill.pid, address: feed };
for (let round = 0; round < Number(values.rounds); round++) {
  say(`round ${round + 1}`);
  rates.same.bare.push(await rate(bareOne, seconds, tag));
  rates.same.mill.push(await rate(ours, seconds, tag));
  rates.whole.bare.push(await rate(bareOne, seconds));
  rates.whole.mill.push(await rate(ours, seconds));
}
await yardstick.close();

say('articles that the document shows are replaced continually');
// Each rests for longer than the watcher waits for it to settle.
const shown = shownIn(articles);
let edits = 0;
const editing = setInterval(() => {
  const { path, text } = shown[edits % shown.length] ?? { path: '', text: '' };
  writeFileSync(`${path}.tmp`, `${text}\nEdit ${++edits}.\n`);
  renameSync(`${path}.tmp`, path);
}, 30);
const replaced = await load(feed, seconds * 2, 8, 0);
clearInterval(editing);
await new Promise((resolve) => setTimeout(resolve, 2000));

say('nothing is built');
const quiet = await load(feed, seconds * 2, 4, 2, tag);
say('all articles are built anew');
const names = readdirSync(articles, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);
mill.forget();
for (const name of names)
  writeFileSync(join(articles, name), `${readFileSync(join(articles, name), 'utf8')}\nOnce more.\n`);
const busy = await load(feed, seconds * 2, 4, 2, tag);
const took = [...mill.said().matchAll(/"event":"report".*?"milliseconds":([\d.]+)/g)].map(([, ms]) =>
  Number(ms),
);
await mill.close();

const ms = (/** @type {number} */ number) => `${number.toFixed(1)} ms`;
const documentSize = `${Math.round(bytes / 1000)} KB`;
const rows = /** @type {const} */ ([
  ['same', 'clock', '304, a second'],
  ['same', 'cpu', '304, a second of CPU'],
  ['whole', 'clock', `${documentSize}, a second`],
  ['whole', 'cpu', `${documentSize}, a second of CPU`],
]).map(([kind, unit, what]) => {
  const [floor, found] = [rates[kind].bare, rates[kind].mill].map((all) =>
    median(all.map((rate) => rate[unit])),
  );
  return { what, unit, floor: floor ?? Number.NaN, found: found ?? Number.NaN };
});
console.log(
  table(
    ['requests', 'bare node:http', 'Feedmill', 'ratio'],
    rows.map(({ what, floor, found }) => [
      ...[what, Math.round(floor).toString(), Math.round(found).toString(), (found / floor).toFixed(2)],
    ]),
  ),
);
console.log(
  table(
    ['an answer takes', 'p50', 'p99', 'most', 'answers'],
    [
      ['nothing is built', ms(quiet.p50), ms(quiet.p99), ms(quiet.most), String(quiet.answers)],
      [
        `${values.articles} articles are built anew`,
        ms(busy.p50),
        ms(busy.p99),
        ms(busy.most),
        String(busy.answers),
      ],
    ],
  ),
);
console.log(
  `Loads by ${hasWrk ? 'wrk' : 'Node'}; turns of ${took.map((each) => `${Math.round(each)} ms`).join(', ') || 'none'}.`,
);
console.log(
  `While the document was replaced: ${replaced.answers} answers of ${replaced.versions} versions, ${replaced.bad} bad (bar: 0).`,
);
// A busy machine says little by the clock.
const judged = rows.filter(({ unit, found }) => (Number.isNaN(found) ? false : unit === 'cpu'));
const isFast = (judged.length > 0 ? judged : rows).every(({ floor, found }) => !(found / floor < 0.8));
console.log(
  `At least 0.80 of the bare server${judged.length > 0 ? ', of CPU' : ''}: ${isFast ? 'met' : 'missed'}.`,
);
process.exitCode = replaced.bad === 0 && replaced.versions > 1 && isFast ? 0 : 1;

/**
 * The files of the articles that the feed shows.
 *
 * @param {string} folder
 */
function shownIn(folder) {
  /** @type {{ items: { url: string }[] }} */
  const { items } = JSON.parse(readFileSync(join(scratch, 'output/feed.json'), 'utf8'));
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  const byPermalink = new Map(paths.map((path) => [`/${path.replace(/\.md$/, '')}/`, join(folder, path)]));
  return items.flatMap(({ url }) => {
    const path = byPermalink.get(new URL(url).pathname);
    return path === undefined ? [] : [{ path, text: readFileSync(path, 'utf8') }];
  });
}
