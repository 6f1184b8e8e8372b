import { closeSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { isJournal } from '../../src/commands/journal.js';
import { folderOf } from '../support/folder.js';

it('a file is the journal where systemd says that it is that very file', async () => {
  const file = openSync(join(folderOf({ log: '' }), 'log'), 'w');
  onTestFinished(() => closeSync(file));
  const { dev, ino } = fstatSync(file, { bigint: true });
  expect(await isJournal({ JOURNAL_STREAM: `${dev}:${ino}` }, file)).toBe(true);
  expect(await isJournal({ JOURNAL_STREAM: `${dev}:${ino + 1n}` }, file)).toBe(false);
  expect(await isJournal({ JOURNAL_STREAM: '' }, file)).toBe(false);
  expect(await isJournal({}, file)).toBe(false);
});
