import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { faultOf } from './whole.mjs';

/*
 * A process that polls every document in a folder until it is told to stop, and then tells what it saw.
 * Whatever it saw once has to be there from then on.
 */

const folder = process.argv[2] ?? '';
/** @type {Map<string, Buffer>} */
const seen = new Map();
const found = {
  reads: 0,
  versions: 0,
  torn: /** @type {string[]} */ ([]),
  missing: /** @type {string[]} */ ([]),
};
let stopped = false;

process.on('message', () => {
  stopped = true;
});
process.send?.('ready');

while (!stopped) {
  for (const name of namesIn(folder)) if (!seen.has(name)) seen.set(name, Buffer.alloc(0));
  for (let round = 0; round < 20 && !stopped; round++) {
    for (const [name, before] of seen) read(name, before);
    await pause(20);
  }
}
process.send?.(found, () => process.exit());

/**
 * @param {string} name
 * @param {Buffer} before
 */
function read(name, before) {
  try {
    const bytes = readFileSync(`${folder}/${name}`);
    found.reads++;
    if (bytes.equals(before) && bytes.length > 0) return;
    const fault = faultOf(name, bytes);
    if (fault !== undefined) found.torn.push(`${name}: ${fault}`);
    found.versions++;
    seen.set(name, bytes);
  } catch (error) {
    found.missing.push(`${name}: ${error}`);
  }
}

/** @param {string} folder */
function namesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(?:^|\/)(?:rss\.xml|atom\.xml|feed\.json|feeds\.opml)$/.test(name),
    );
  } catch {
    return [];
  }
}
