import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { House } from '../../../src/serve/house.js';
import { type Limits, usual } from '../../../src/serve/server.js';
import type { Settings, State } from '../../../src/serve/settings.js';
import { folderOf } from '../../support/folder.js';
import { put } from '../../support/put.js';
import { type Answered, ask } from './ask.js';

/** A server of documents that a test writes. */
export interface Opened {
  readonly house: House;
  readonly address: string;
  readonly output: string;
  readonly settings: Settings;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answered>;
  /** Replaces documents as the builds do, and tells the server. */
  readonly write: (files: Readonly<Record<string, string>>, state?: State) => void;
  readonly remove: (...names: string[]) => void;
}

/** How a run stands in which nothing is wrong. */
export const calm: State = {
  builds: 1,
  at: Date.UTC(2026, 4, 6),
  milliseconds: 250,
  articles: 3,
  entries: 2,
  isWritten: true,
  levels: { error: 0, warning: 0, note: 0 },
  findings: [],
};

/** Settings of a server on this machine, at any port. */
export function settingsOf(output: string, given: Partial<Settings> = {}): Settings {
  return {
    output,
    site: 'https://example.org/',
    hub: [],
    host: '127.0.0.1',
    port: 0,
    maxAge: 300,
    live: true,
    moved: {},
    ended: [],
    ...given,
  };
}

/** How a server is opened, where it is not opened as usual. */
export interface Opening extends Partial<Settings> {
  readonly limits?: Partial<Limits>;
  /** Bytes that documents may take in memory. */
  readonly budget?: number;
}

/** Opens a server of documents; it is closed when the test is over. */
export async function opened(
  files: Readonly<Record<string, string>>,
  { limits, budget, ...given }: Opening = {},
): Promise<Opened> {
  const output = folderOf({});
  const settings = settingsOf(output, given);
  const house = new House(settings, { ...usual, ...limits }, budget);
  const { address } = await house.settle(settings);
  onTestFinished(() => house.end());
  const write: Opened['write'] = (some, state = calm) => {
    for (const [name, text] of Object.entries(some)) {
      put(output, `${name}.tmp`, text);
      renameSync(join(output, `${name}.tmp`), join(output, name));
    }
    house.note({ output, written: Object.keys(some), removed: [] }, state);
  };
  const remove: Opened['remove'] = (...names) => {
    for (const name of names) rmSync(join(output, name));
    house.note({ output, written: [], removed: names }, calm);
  };
  if (Object.keys(files).length > 0) write(files);
  return {
    house,
    address,
    output,
    settings,
    get: (path, headers) => ask(address, path, headers),
    write,
    remove,
  };
}
