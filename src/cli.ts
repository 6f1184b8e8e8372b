#!/usr/bin/env node
import { mayColour } from './commands/colour.js';
import type { Dialogue, Host } from './commands/host.js';
import { isJournal } from './commands/journal.js';
import { harmless } from './commands/layout.js';
import { program } from './commands/program.js';
import { screen } from './commands/screen.js';
import { masked } from './masked.js';

/*
 * The only owner of the process: its arguments, streams, signals and exit codes.
 */

/** Put in when the program is bundled: to read it from a file would load what neither help nor the version needs. */
declare const feedmillVersion: string;

const { stdout, stderr, env } = process;
const version = feedmillVersion;
const { write, draw } = screen((text) => stderr.write(text));
const journal = await isJournal(env, 2);
let stop = () => {};
let reload = () => {};
let isStopped = false;
let hasTerminal = true;

const host: Host = {
  version,
  cwd: process.cwd(),
  out: (text) => stdout.write(text),
  isRead: stdout.isTTY === true,
  input,
  err: write,
  ...(stderr.isTTY && env.TERM !== 'dumb' && { draw }),
  now: () => performance.now(),
  layout: () => ({
    columns: stderr.isTTY && stderr.columns > 0 ? stderr.columns : undefined,
    colour: mayColour(env, stderr.isTTY),
    journal,
  }),
  env,
  ...(stderr.isTTY && process.stdin.isTTY && { talk }),
  stopped,
  onReload: (act) => {
    reload = act;
  },
};

async function input(most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of process.stdin) {
    parts.push(part);
    bytes += part.length;
    if (bytes > most) break;
  }
  return Buffer.concat(parts);
}

async function talk(): Promise<Dialogue> {
  return (await import('./commands/dialogue.js')).dialogue(process.stdin, stderr);
}

/** Signals are minded from the first call on; until then they end the program at once, as they do any other. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    stop = () => {
      isStopped = true;
      resolve();
    };
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, stop);
    process.on('SIGHUP', async () => {
      hasTerminal = !(await isHungUp());
      if (hasTerminal) reload();
      else stop();
    });
  });
}

/** A terminal that is closed says so by the signal by which else the config is to be read again. */
async function isHungUp(): Promise<boolean> {
  if (!stdout.isTTY && !stderr.isTTY) return false;
  const { closeSync, openSync } = await import('node:fs');
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return false;
  } catch {
    return true;
  }
}

/** Nobody reads any more: what is written there goes nowhere, and who runs only to write there may stop. */
stdout.on('error', (error: NodeJS.ErrnoException) => (isUnread(error) ? stop() : bug(error)));
stderr.on('error', (error: NodeJS.ErrnoException) => isUnread(error) || bug(error));
process.on('unhandledRejection', bug);
process.on('uncaughtException', bug);

process.exitCode = await program(process.argv.slice(2), host).catch(bug);
// Whatever is still drawn goes.
write('');
if (!hasTerminal) dieOfHangUp();
// What goes on though the end is wanted does not keep the process.
if (isStopped) setTimeout(() => process.exit(), 50).unref();

/** Node cannot end of itself where its terminal is gone: it fails to put that back as it was. */
function dieOfHangUp(): void {
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}

function isUnread({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'EIO';
}

function bug(error: unknown): never {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const trace = masked(said).split('\n').map(harmless).join('\n');
  write(
    `This is a fault of feedmill ${version}, not of your articles. Please report it with these lines:\n${trace}\n`,
  );
  process.exit(2);
}
