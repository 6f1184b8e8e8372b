import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { type Server, startServer } from '../../src/serve/serve.js';
import { folderOf } from '../support/folder.js';
import { ask } from './support/ask.js';
import { calm, settingsOf } from './support/opened.js';

const patience = { timeout: 30_000, interval: 20 };
const fatal = { ...calm, builds: 13 };

/** The thread of the program, which dies of a state that no run has. */
function mortal(): URL {
  const real = pathToFileURL(join(dirname(inject('program')), 'thread.js')).href;
  const file = join(folderOf({}), 'thread.mjs');
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';
await import(${JSON.stringify(real)});
parentPort.on('message', ({ state }) => {
  if (state?.builds === 13) throw new Error('out of breath');
});
`,
  );
  return pathToFileURL(file);
}

async function started(faults: string[] = []): Promise<{ server: Server; output: string }> {
  const output = folderOf({ 'rss.xml': '<rss/>' });
  const server = await startServer(settingsOf(output), (reason) => void faults.push(reason), mortal());
  onTestFinished(() => server.close());
  server.note({ output, written: ['rss.xml'], removed: [] }, calm);
  return { server, output };
}

const statusAt = (address: string) =>
  ask(address, '/rss.xml').then(
    ({ status }) => status,
    () => 0,
  );

describe('the thread of the server', () => {
  it('answers while the other one has no time for anything', async () => {
    const { server } = await started();
    const client = fileURLToPath(new URL('../../bench/serve/load.mjs', import.meta.url));
    const child = spawn(process.execPath, [client, `${server.address}rss.xml`, '5', '2', '10'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const seen = text(child.stdout);
    await once(child, 'spawn');
    // It sleeps, so that the processors are free for others.
    for (const until = performance.now() + 8000; performance.now() < until; )
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
    const { answers, bad, most } = JSON.parse(await seen);
    expect(bad).toBe(0);
    expect(answers).toBeGreaterThan(20);
    expect(most).toBeLessThan(3000);
  });

  it('is replaced where it dies, by one that knows all that it knew, at the same port', async () => {
    const faults: string[] = [];
    const { server, output } = await started(faults);
    await vi.waitFor(async () => expect(await statusAt(server.address)).toBe(200), patience);
    const { address } = server;
    server.tell(fatal);
    await vi.waitFor(() => expect(faults).toEqual(['out of breath']), patience);
    server.note({ output, written: [], removed: [] }, calm);
    await vi.waitFor(async () => expect(await statusAt(address)).toBe(200), patience);
    expect(server.address).toBe(address);
    // It goes on to be told.
    server.note({ output, written: [], removed: ['rss.xml'] }, calm);
    await vi.waitFor(async () => expect(await statusAt(address)).toBe(404), patience);
    await server.change({ ...settingsOf(output), ended: ['/rss.xml'] });
    expect(await statusAt(address)).toBe(410);
  });

  it('may die again and again: that is told once, and does not become a storm', async () => {
    const faults: string[] = [];
    const { server } = await started(faults);
    server.tell(fatal);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(faults.length).toBeLessThan(10);
    server.tell(calm);
    await vi.waitFor(async () => expect(await statusAt(server.address)).toBe(200), patience);
  });

  it('ends once, soon, and though it is dead', async () => {
    const { server } = await started();
    server.tell(fatal);
    const began = performance.now();
    await Promise.all([server.close(), server.close()]);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await statusAt(server.address)).toBe(0);
  });
});

it('where nothing can be served at an address, it is said why', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const taken = other.address();
  const port = typeof taken === 'object' ? (taken?.port ?? 0) : 0;
  const at = (given: object) =>
    startServer({ ...settingsOf('/output'), ...given }, () => undefined, mortal());
  const refused = (host: string, port: number, reason: string) => ({
    problems: [{ code: 'server-unusable', message: `Cannot serve at "${host}:${port}": ${reason}` }],
  });
  await expect(at({ port })).rejects.toMatchObject(
    refused('127.0.0.1', port, 'another program has this port'),
  );
  await expect(at({ host: '192.0.2.1' })).rejects.toMatchObject(
    refused('192.0.2.1', 0, 'this machine has no such address'),
  );
  await expect(at({ host: 'nowhere.invalid' })).rejects.toMatchObject(
    refused('nowhere.invalid', 0, 'there is no such host'),
  );
});
