import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { article } from './article.mjs';
import { edge, hasNginx } from './readers/edge.mjs';
import { fetching } from './readers/fetching.mjs';
import { changing, day } from './readers/population.mjs';
import { cpuOf, server } from './serve/children.mjs';
import { table } from './table.mjs';

/*
 * What readers ask for, and what that costs: by arithmetic for any number of them, and for some thousands as they fetch from
 * `feedmill serve`, and from an nginx in front of it, which stands for a content delivery network. Time is sped up, so
 * that what is fresh for 300 seconds is so for one.
 *
 * npm run bench:readers -- [--readers 20000] [--hours 8] [--speed 300] [--program dist/cli.js]
 */

const { values } = parseArgs({
  options: {
    readers: { type: 'string', default: '20000' },
    hours: { type: 'string', default: '8' },
    speed: { type: 'string', default: '300' },
    program: { type: 'string', default: fileURLToPath(new URL('../dist/cli.js', import.meta.url)) },
  },
});
const [readers, hours, speed] = [Number(values.readers), Number(values.hours), Number(values.speed)];

const home = join(tmpdir(), 'feedmill-bench');
mkdirSync(home, { recursive: true });
const scratch = mkdtempSync(join(home, 'readers-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
let count = 0;
/** Publishes one more article. */
function publish() {
  const { path, text } = article(count++, 1000);
  const file = join(scratch, 'articles', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
while (count < 60) publish();
writeFileSync(
  join(scratch, 'feedmill.config.json'),
  JSON.stringify({
    site: 'https://example.org/',
    serve: { port: 0, maxAge: Math.max(1, Math.round(300 / speed)) },
  }),
);
const mill = await server(
  [
    ...[values.program, 'serve', join(scratch, 'articles'), '-o', join(scratch, 'output'), '--json'],
    ...['--config', join(scratch, 'feedmill.config.json')],
  ],
  /"event":"watching"/,
);
const address = await mill.until(/"event":"serving","address":"([^"]+)"/);

const bytes = {
  whole: await size({}),
  compressed: await size({ 'Accept-Encoding': 'gzip' }),
  same: await size({ 'If-None-Match': '*' }),
};
const number = new Intl.NumberFormat('en');
const kilobytes = (/** @type {number} */ amount) => `${number.format(Math.round(amount / 100) / 10)} kB`;
console.log(
  `An answer has ${kilobytes(bytes.whole)}, ${kilobytes(bytes.compressed)} compressed, ${bytes.same} bytes where nothing changed; the feed changes every ${changing} minutes.\n`,
);

const directly = await run(address);
const rows = [row('by arithmetic', expected(), Number.NaN), row('feedmill serve', directly, directly.origin)];
if (hasNginx) {
  const near = await edge(address, join(scratch, 'edge'));
  const cached = await run(near.address);
  await near.close();
  rows.push(row('nginx in front of it', cached, cached.origin));
} else console.log('nginx is not installed: what a cache in front spares is not measured.\n');
await mill.close();

console.log(
  `${number.format(readers)} readers in ${hours} ${hours === 1 ? 'hour' : 'hours'}:\n\n${table(
    ['', 'requests', '304', 'sent', 'failed', 'asked of Feedmill', 'its CPU'],
    rows,
  )}`,
);

const second = directly.cpu / directly.requests;
console.log(
  `By arithmetic, of one feed in one format in a day; CPU by what a request took above (${(second * 1e6).toFixed(0)} µs):\n\n${table(
    [
      'readers',
      'requests a second',
      '304',
      'sent in a day',
      'if all were whole',
      'cores, all day',
      'a cache asks Feedmill',
    ],
    [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9].map((readers) => {
      const all = day(readers, bytes);
      return [
        number.format(readers),
        number.format(Number((all.requests / 86_400).toPrecision(3))),
        `${Math.round((all.same / all.requests) * 100)} %`,
        amount(all.bytes),
        amount(all.wasteful),
        ((all.requests / 86_400) * second).toPrecision(2),
        `${number.format(Math.min(all.requests, 86_400 / 300))} times`,
      ];
    }),
  )}`,
);

/**
 * Lets the readers fetch while the feed changes.
 *
 * @param {string} base
 */
async function run(base) {
  const before = { cpu: cpuOf(mill.pid), origin: await asked() };
  const pause = (changing * 60_000) / speed;
  /** @type {NodeJS.Timeout | undefined} */
  let changes;
  const first = setTimeout(() => {
    publish();
    changes = setInterval(publish, pause);
  }, pause / 2);
  const sent = await fetching(
    `${base}rss.xml`,
    readers,
    hours,
    speed,
    (await ask('rss.xml', { 'Accept-Encoding': 'gzip' })).tag,
  );
  clearTimeout(first);
  clearInterval(changes);
  return { ...sent, cpu: cpuOf(mill.pid) - before.cpu, origin: (await asked()) - before.origin };
}

function expected() {
  const all = day(readers, bytes);
  const part = hours / 24;
  return {
    requests: all.requests * part,
    same: all.same * part,
    bytes: all.bytes * part,
    failed: 0,
    cpu: Number.NaN,
  };
}

/**
 * @param {string} name
 * @param {{ requests: number, same: number, bytes: number, failed: number, cpu: number }} sent
 * @param {number} origin
 */
function row(name, { requests, same, bytes, failed, cpu }, origin) {
  return [
    name,
    number.format(Math.round(requests)),
    `${((same / requests) * 100).toFixed(1)} %`,
    amount(bytes),
    String(failed),
    Number.isNaN(origin) ? '' : number.format(origin),
    Number.isNaN(cpu) ? '' : `${cpu.toFixed(1)} s`,
  ];
}

/** @param {number} bytes */
function amount(bytes) {
  const [unit, of] = /** @type {const} */ ([
    ['PB', 1e15],
    ['TB', 1e12],
    ['GB', 1e9],
    ['MB', 1e6],
  ]).find(([, of]) => bytes >= of) ?? ['kB', 1e3];
  return `${Number((bytes / of).toPrecision(3))} ${unit}`;
}

/** How often Feedmill was asked for a feed in RSS. */
async function asked() {
  const metrics = (await ask('metrics', {})).body;
  const counts = [...metrics.matchAll(/^feedmill_requests_total\{kind="rss".*\} (\d+)$/gm)];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

/** Bytes of an answer, its head included. @param {Record<string, string>} headers */
async function size(headers) {
  const { head, length } = await ask('rss.xml', headers);
  return head + length;
}

/**
 * @param {string} name
 * @param {Record<string, string>} headers
 * @returns {Promise<{ head: number, length: number, body: string, tag: string }>}
 */
function ask(name, headers) {
  return new Promise((resolve, reject) => {
    get(address + name, { agent: false, headers }, async (response) => {
      const head = response.rawHeaders.reduce((bytes, text) => bytes + text.length + 2, 20);
      const body = await buffer(response);
      resolve({ head, body: body.toString(), length: body.length, tag: response.headers.etag ?? '' });
    }).on('error', reject);
  });
}
