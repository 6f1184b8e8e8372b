#!/usr/bin/env node
import { mayColour } from './commands/colour.js';
import type { Host } from './commands/host.js';
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
let stop = () => {};

const host: Host = {
  version,
  cwd: process.cwd(),
  out: (text) => stdout.write(text),
  err: write,
  ...(stderr.isTTY && env.TERM !== 'dumb' && { draw }),
  now: () => performance.now(),
  layout: () => ({
    columns: stderr.isTTY && stderr.columns > 0 ? stderr.columns : undefined,
    colour: mayColour(env, stderr.isTTY),
  }),
  stopped,
};

/** Signals are minded from the first call on; until then they end the program at once, as they do any other. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    stop = resolve;
    process.once('SIGTERM', resolve);
    process.once('SIGINT', () => {
      resolve();
      process.once('SIGINT', () => process.exit(130));
    });
  });
}

/** Nobody reads a pipe any more: what is written there goes nowhere, and who runs only to write there may stop. */
stdout.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? stop() : bug(error)));
stderr.on('error', (error: NodeJS.ErrnoException) => error.code === 'EPIPE' || bug(error));
process.on('unhandledRejection', bug);
process.on('uncaughtException', bug);

process.exitCode = await program(process.argv.slice(2), host).catch(bug);
// Whatever is still drawn goes.
write('');

function bug(error: unknown): never {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const trace = masked(said).split('\n').map(harmless).join('\n');
  write(
    `This is a fault of feedmill ${version}, not of your articles. Please report it with these lines:\n${trace}\n`,
  );
  process.exit(2);
}
