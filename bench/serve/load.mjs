import { createHash } from 'node:crypto';
import { Agent, get } from 'node:http';

/*
 * Asks for a document again and again over connections that are kept, checks each answer against its tag, and prints
 * what it saw. A pause between two requests of a connection leaves the processors to others.
 *
 * node bench/serve/load.mjs ADDRESS SECONDS CONNECTIONS PAUSE [TAG]
 */

const [address = '', seconds = '5', connections = '8', pause = '0', tag = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const headers = tag === '' ? {} : { 'If-None-Match': tag };
const until = performance.now() + Number(seconds) * 1000;
/** @type {number[]} */
const took = [];
const versions = new Set();
let bad = 0;

/** @returns {Promise<void>} */
function ask() {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(address, { agent, headers }, (response) => {
      /** @type {Buffer[]} */
      const parts = [];
      response.on('data', (part) => parts.push(part)).on('error', reject);
      response.on('end', () => {
        took.push(performance.now() - began);
        const { etag = '' } = response.headers;
        const digest = createHash('sha256').update(Buffer.concat(parts)).digest('base64url').slice(0, 22);
        versions.add(etag);
        if (response.statusCode === 200 ? etag !== `"${digest}"` : response.statusCode !== 304) bad++;
        resolve();
      });
    }).on('error', reject);
  });
}

async function client() {
  while (performance.now() < until) {
    await ask();
    if (pause !== '0') await new Promise((resolve) => setTimeout(resolve, Number(pause)));
  }
}

const began = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, client));
const lasted = (performance.now() - began) / 1000;
agent.destroy();
took.sort((a, b) => a - b);
const at = (/** @type {number} */ share) => took[Math.floor(took.length * share)] ?? Number.NaN;
console.log(
  JSON.stringify({
    rate: took.length / lasted,
    answers: took.length,
    bad,
    versions: versions.size,
    p50: at(0.5),
    p99: at(0.99),
    most: took.at(-1),
  }),
);
