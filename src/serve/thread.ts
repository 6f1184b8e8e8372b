import { parentPort, workerData } from 'node:worker_threads';
import { House } from './house.js';
import type { Said, Settings, Told } from './settings.js';

/*
 * The thread of the server: whatever the mill does, requests are answered.
 */

const port = parentPort;
const house = new House(workerData as Settings);
const say = (said: Said) => port?.postMessage(said);
let done = Promise.resolve();

port?.on('message', (told: Told) => {
  // Where it listens is settled before anything else is taken up.
  if (told.kind === 'news') house.note(told.news, told.state);
  else if (told.kind === 'state') house.tell(told.state);
  else if (told.kind === 'settings') done = done.then(() => settle(told.settings));
  else done = done.then(end);
});

async function settle(settings: Settings): Promise<void> {
  try {
    say({ kind: 'listening', ...(await house.settle(settings)) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    say({ kind: 'refused', code, reason: error instanceof Error ? error.message : String(error) });
  }
}

async function end(): Promise<void> {
  await house.end();
  say({ kind: 'ended' });
  port?.close();
}
