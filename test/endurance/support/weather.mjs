/*
 * Makes a storm in a folder: `node weather.mjs FOLDER SEED DEEDS`. Several may rage in one folder, and get in each
 * other's way. What cannot be done, because there is no such file or folder just now, is not done.
 */
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { seeded } from './seeded.mjs';

const [, , root = '', seed = '1', deeds = '1000'] = process.argv;
const chance = seeded(Number(seed));
/** @param {number} count */
const upTo = (count) => Math.floor(chance() * count);
/**
 * @template Thing
 * @param {readonly Thing[]} things
 * @returns {Thing}
 */
const oneOf = (things) => /** @type {Thing} */ (things[upTo(things.length)]);

/** Few folders, so that they collide, and as many files as there are deeds to be expected of all. */
const folder = () =>
  Array.from({ length: 1 + upTo(3) }, () => oneOf(['a', 'b', 'c', 'D', 'e', 'f'])).join('/');
const file = () => `${root}/${folder()}/${upTo(Number(deeds) / 20)}.md`;
const outside = `${root}-outside`;

const text = () =>
  `---\ntitle: Boat ${upTo(1e6)}\ndate: 2026-05-06\n---\n\nSails at ${upTo(1e9)}.\n${'Wind. '.repeat(upTo(40))}\n`;

/** @param {string} path */
function write(path, content = text()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Each with how often it comes. @type {readonly (readonly [number, () => void])[]} */
const kinds = [
  [40, () => write(file())],
  [8, () => appendFileSync(file(), 'And more.\n')],
  [8, () => unlinkSync(file())],
  [8, () => renameSync(file(), file())],
  [5, byTemporaryName],
  [5, olderOfOneSize],
  [3, () => linkSync(file(), file())],
  [4, () => utimesSync(file(), new Date(), new Date())],
  [2, changeCase],
  [4, () => renameSync(`${root}/${folder()}`, `${root}/${folder()}`)],
  [2, () => renameSync(`${root}/${folder()}`, `${outside}/${oneOf(['x', 'y', 'z'])}`)],
  [2, () => renameSync(`${outside}/${oneOf(['x', 'y', 'z'])}`, `${root}/${folder()}`)],
  [2, swap],
  [1, () => rmSync(`${root}/${folder()}`, { recursive: true })],
];

/** As programs do that bring folders in step. */
function byTemporaryName() {
  const path = file();
  const temporary = `${dirname(path)}/.${basename(path)}.${upTo(1e6)}`;
  write(temporary);
  renameSync(temporary, path);
}

/** Another file of the same size and an older time takes the place of one. */
function olderOfOneSize() {
  const path = file();
  const temporary = `${path}.new.md`;
  writeFileSync(
    temporary,
    readFileSync(path, 'utf8').replace(/\d(?=\.\n)/, () => String(upTo(10))),
  );
  utimesSync(temporary, 1e9, 1e9);
  renameSync(temporary, path);
}

function changeCase() {
  const path = `${root}/${folder()}`;
  const name = basename(path);
  const other = name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
  renameSync(path, `${dirname(path)}/${other}`);
}

function swap() {
  const [one, other] = [`${root}/${folder()}`, `${root}/${folder()}`];
  renameSync(one, `${outside}/swapped-${seed}`);
  try {
    renameSync(other, one);
  } finally {
    renameSync(`${outside}/swapped-${seed}`, other);
  }
}

const bag = kinds.flatMap(([times, act]) => Array.from({ length: times }, () => act));
mkdirSync(outside, { recursive: true });
let done = 0;
for (let deed = 0; deed < Number(deeds); deed++) {
  try {
    oneOf(bag)();
    done++;
  } catch {
    // Not everything can be done to everything.
  }
}
process.stdout.write(String(done));
