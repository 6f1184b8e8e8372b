import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { build } from '../../../src/index.js';
import { eventually } from '../../watch/recorder.js';
import { putAll } from './deeds.js';
import type { Program } from './watching.js';

/** The documents in a folder, by name. */
export function documentsIn(output: string): ReadonlyMap<string, string> {
  const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter(
    (one) => one.isFile() && !one.name.startsWith('.'),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [path.slice(output.length + 1), readFileSync(path, 'utf8')]));
}

/** Where a write is not waited for. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** What a build from nothing gives of the same folder, with the ledger as it is now and without a cache. */
async function freshly({ cwd, articles, config }: Program): Promise<ReadonlyMap<string, string>> {
  const place = mkdtempSync(join(memory, 'feedmill-fresh-'));
  const [state, output] = [join(place, 'state'), join(place, 'output')];
  try {
    const ledger = join(cwd, 'state/ledger.ndjson');
    if (existsSync(ledger)) cpSync(ledger, join(state, 'ledger.ndjson'));
    await build({ ...config, articles, state, output });
    return documentsIn(output);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Milliseconds that all may take on a busy machine. */
const patience = 300_000;

let marks = 0;

/**
 * Waits until all is taken in that was done until now: until a file that is written now is. Its events come after all
 * others, so whatever is not taken in then was missed, or had to wait for a scan.
 *
 * @returns when that was
 */
export async function takenIn(program: Program, within = patience): Promise<number> {
  const turns = program.turns.length;
  putAll(program.articles, ['mark.md'], marks++);
  const isMarked = () => program.turns.slice(turns).find(({ read }) => read.includes('mark.md'));
  await eventually(() => expect(isMarked()).toBeDefined(), Date.now() + within);
  return isMarked()?.toldAt ?? 0;
}

/**
 * Waits until the documents are, byte for byte, what a fresh build gives; fails with the difference where they do not
 * become so.
 *
 * @param what happened, for the log
 */
export async function converged(program: Program, what: string, within = patience): Promise<void> {
  const since = Date.now();
  await takenIn(program, within);
  for (let attempt = 1; ; attempt++) {
    const last = program.turns.at(-1)?.toldAt ?? since;
    const now = documentsIn(program.output);
    const fresh = await freshly(program);
    const differing = [...new Set([...now.keys(), ...fresh.keys()])].filter(
      (name) => now.get(name) !== fresh.get(name),
    );
    const isLate = Date.now() - since > within;
    if (differing.length > 0 && !isLate) {
      await pause(100);
      continue;
    }
    expect(differing.map((name) => difference(name, now.get(name), fresh.get(name)))).toEqual([]);
    const entries = program.turns.at(-1)?.entries;
    console.log(`${what}: current after ${last - since} ms, ${entries} entries, compared ${attempt} times`);
    return;
  }
}

/** Where two texts part, with a little of what is around. */
function difference(name: string, now = '(none)', fresh = '(none)'): string {
  let at = 0;
  while (at < now.length && now[at] === fresh[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 200), at + 200));
  return `${name} differs at ${at}: ${around(now)}, freshly ${around(fresh)}`;
}
