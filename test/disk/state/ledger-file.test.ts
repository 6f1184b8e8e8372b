import { spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { LedgerFile } from '../../../src/disk/state/ledger-file.js';
import { folderOf } from '../../support/folder.js';
import { leftBy } from '../../support/left.js';
import { asOrdinaryUser, onWindows, put } from '../../support/put.js';
import { skipWhere } from '../../support/skip-where.js';

const saved = { saved: true, problems: [] };
const refused = { saved: false, problems: [] };

/** A ledger whose lock is given back when the test is over. */
function ledgerIn(folder: string): LedgerFile {
  const ledger = new LedgerFile(folder);
  onTestFinished(() => ledger.close());
  return ledger;
}

const textIn = (folder: string) => readFileSync(join(folder, 'ledger.ndjson'), 'utf8');
const inodeIn = (folder: string) => statSync(join(folder, 'ledger.ndjson'), { bigint: true }).ino;

/** Lets the disk refuse, as a full one does, when something was written already. */
async function fillDisk(folder: string): Promise<void> {
  const file = await open(folder, 'r');
  const methods: FileHandle = Object.getPrototypeOf(file);
  await file.close();
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  const spies = (['datasync', 'sync'] as const).map((name) =>
    vi.spyOn(methods, name).mockRejectedValue(full),
  );
  onTestFinished(() => spies.forEach((spy) => void spy.mockRestore()));
}

describe('a ledger', () => {
  it('that there never was is empty, and its folder is made so that it can be committed', () => {
    const folder = join(folderOf({}), '.feedmill');
    const ledger = ledgerIn(folder);
    expect(ledger.name).toBe(`${folder}/ledger.ndjson`);
    expect(ledger.read()).toEqual({ text: '', problems: [] });
    expect(ledger.read()).toEqual({ problems: [] });
    expect(readdirSync(folder).sort()).toEqual(['.gitattributes', '.gitignore', 'lock']);
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('lock\n*.tmp\ncache/\n');
    expect(readFileSync(join(folder, '.gitattributes'), 'utf8')).toBe('ledger.ndjson merge=union\n');
    ledger.close();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it('brings nothing into a folder that is there already but its lock', () => {
    const folder = folderOf({ 'mine.txt': '' });
    ledgerIn(folder).read();
    expect(readdirSync(folder).sort()).toEqual(['lock', 'mine.txt']);
  });

  it('whose run was killed over making its folder gets the rest of what goes with it', () => {
    const folder = folderOf({ '.gitignore': 'lock\n' });
    ledgerIn(folder).read();
    expect(readdirSync(folder).sort()).toEqual(['.gitattributes', '.gitignore', 'lock']);
  });

  it('is read when it has changed, and only then', () => {
    const folder = folderOf({ 'ledger.ndjson': '\uFEFF"ü"\n' });
    const ledger = ledgerIn(folder);
    expect([ledger.read().text, ledger.read().text]).toEqual(['"ü"\n', undefined]);
    appendFileSync(join(folder, 'ledger.ndjson'), '2\n');
    expect([ledger.read().text, ledger.read().text]).toEqual(['"ü"\n2\n', undefined]);
    rmSync(join(folder, 'ledger.ndjson'));
    expect([ledger.read().text, ledger.read().text]).toEqual(['', undefined]);
  });

  it('becomes one line longer where one line is saved, and is not written anew', async () => {
    const folder = folderOf({ 'ledger.ndjson': '1\n' });
    const ledger = ledgerIn(folder);
    ledger.read();
    const inode = inodeIn(folder);
    expect(await ledger.save({ append: '2\n' })).toEqual(saved);
    expect(await ledger.save({ append: '3\n4\n' })).toEqual(saved);
    expect([textIn(folder), inodeIn(folder)]).toEqual(['1\n2\n3\n4\n', inode]);
    expect(ledger.read()).toEqual({ problems: [] });
  });

  it('is replaced at once where all of it is saved: who has the old one open reads it to its end', async () => {
    const folder = folderOf({ 'ledger.ndjson': '1\n' });
    const ledger = ledgerIn(folder);
    ledger.read();
    const inode = inodeIn(folder);
    expect(await ledger.save({ whole: '2\n' })).toEqual(saved);
    expect(inodeIn(folder)).not.toBe(inode);
    expect(ledger.read()).toEqual({ problems: [] });
    expect(await ledger.save({ append: '3\n' })).toEqual(saved);
    expect(textIn(folder)).toBe('2\n3\n');
  });

  it('is made by the first line', async () => {
    const folder = join(folderOf({}), '.feedmill');
    const ledger = ledgerIn(folder);
    ledger.read();
    expect(await ledger.save({ append: '1\n' })).toEqual(saved);
    expect([textIn(folder), ledger.read()]).toEqual(['1\n', { problems: [] }]);
  });

  it('whose last line has no end is given one before the next', async () => {
    const folder = folderOf({ 'ledger.ndjson': '1\n{"to' });
    const ledger = ledgerIn(folder);
    ledger.read();
    expect(await ledger.save({ append: '2\n' })).toEqual(saved);
    expect(await ledger.save({ append: '3\n' })).toEqual(saved);
    expect(textIn(folder)).toBe('1\n{"to\n2\n3\n');
  });

  it.each([{ append: 'mine\n' }, { whole: 'mine\n' }])(
    'that somebody brought, changed or took away since is not written until it is read: %j',
    async (unsaved) => {
      const folder = folderOf({});
      const path = join(folder, 'ledger.ndjson');
      const ledger = ledgerIn(folder);
      const changes = [
        () => writeFileSync(path, 'pulled\n'),
        () => appendFileSync(path, 'more\n'),
        () => put(folder, 'ledger.ndjson', 'less\n'),
        () => {
          put(folder, 'new', 'size\n');
          renameSync(join(folder, 'new'), path);
        },
        () => rmSync(path),
      ];
      const textNow = () => (existsSync(path) ? textIn(folder) : '');
      for (const change of changes) {
        ledger.read();
        change();
        const text = textNow();
        expect(await ledger.save(unsaved)).toEqual(refused);
        expect(textNow()).toBe(text);
        expect(ledger.read()).toEqual({ text, problems: [] });
      }
      expect(await ledger.save(unsaved)).toEqual(saved);
      expect(textNow()).toBe('mine\n');
    },
  );

  it('that was not read yet is not written', async () => {
    const folder = folderOf({ 'ledger.ndjson': '1\n' });
    expect(await ledgerIn(folder).save({ whole: '2\n' })).toEqual(refused);
    expect(textIn(folder)).toBe('1\n');
  });

  it('comes back with its folder where somebody removes both', async () => {
    const folder = join(folderOf({}), '.feedmill');
    const ledger = ledgerIn(folder);
    ledger.read();
    await ledger.save({ append: '1\n' });
    rmSync(folder, { recursive: true });
    expect(await ledger.save({ append: '2\n' })).toEqual(refused);
    expect(ledger.read()).toEqual({ text: '', problems: [] });
    expect(await ledger.save({ whole: '1\n2\n' })).toEqual(saved);
    expect(textIn(folder)).toBe('1\n2\n');
  });

  it('is rid of what killed runs left beside it', () => {
    const folder = folderOf({ [leftBy(999_999_999)]: '', 'mine.tmp': '' });
    ledgerIn(folder).read();
    expect(readdirSync(folder).sort()).toEqual(['lock', 'mine.tmp']);
  });
});

describe('a ledger that another one holds', () => {
  it('is read, not written, and that is said once', async () => {
    const folder = folderOf({ 'ledger.ndjson': '1\n' });
    const [one, other] = [ledgerIn(folder), ledgerIn(folder)];
    one.read();
    const { text, problems } = other.read();
    expect(text).toBe('1\n');
    const holder = `process ${process.pid} on this machine, since `;
    expect(problems).toMatchObject([{ code: 'ledger-held', level: 'warning' }]);
    expect(problems[0]?.message).toContain(`Cannot write ledger "${folder}/ledger.ndjson": ${holder}`);
    expect(other.read()).toEqual({ problems: [] });
    expect(await other.save({ append: '2\n' })).toEqual(refused);
    expect(await other.reject('2\n')).toMatchObject({ saved: false });
    expect(await one.save({ append: '3\n' })).toEqual(saved);
    expect(other.read()).toEqual({ text: '1\n3\n', problems: [] });
  });

  it('is said again where yet another one holds it, and where it is lost again', () => {
    const folder = folderOf({});
    const ledger = ledgerIn(folder);
    const hold = (pid: number) => {
      const since = new Date().toISOString();
      put(folder, 'lock', JSON.stringify({ pid, host: 'otherhost', since, token: 'theirs' }));
      return ledger.read().problems.map(({ message }) => /process \d+/.exec(message)?.[0]);
    };
    expect([hold(1), hold(1), hold(2)]).toEqual([['process 1'], [], ['process 2']]);
    rmSync(join(folder, 'lock'));
    expect(ledger.read().problems).toEqual([]);
    expect([hold(2), hold(2)]).toEqual([['process 2'], []]);
  });

  it('is written as soon as that one is gone', async () => {
    const folder = folderOf({ 'ledger.ndjson': '1\n' });
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 600_000)'], { stdio: 'ignore' });
    onTestFinished(() => void child.kill('SIGKILL'));
    const holder = { pid: child.pid, host: hostname(), since: new Date().toISOString(), token: 'theirs' };
    put(folder, 'lock', JSON.stringify(holder));
    const ledger = ledgerIn(folder);
    expect(ledger.read().problems).toMatchObject([{ code: 'ledger-held' }]);
    expect(await ledger.save({ append: '2\n' })).toEqual(refused);
    child.kill('SIGKILL');
    await vi.waitFor(async () => expect(await ledger.save({ append: '2\n' })).toEqual(saved), 20_000);
    expect([textIn(folder), ledger.read()]).toEqual(['1\n2\n', { problems: [] }]);
  });
});

describe('a ledger that cannot be read', () => {
  it('is never overwritten, and that is said once', async () => {
    const folder = folderOf({ 'ledger.ndjson/': '' });
    const ledger = ledgerIn(folder);
    const message = `Cannot read ledger "${folder}/ledger.ndjson": it is a folder`;
    expect(ledger.read()).toMatchObject({ problems: [{ code: 'ledger-unreadable', message }] });
    expect(ledger.read()).toEqual({ problems: [] });
    expect(await ledger.save({ whole: '1\n' })).toEqual(refused);
    rmSync(join(folder, 'ledger.ndjson'), { recursive: true });
    expect(ledger.read()).toEqual({ text: '', problems: [] });
    expect(await ledger.save({ whole: '1\n' })).toEqual(saved);
    rmSync(join(folder, 'ledger.ndjson'));
    mkdirSync(join(folder, 'ledger.ndjson'));
    expect(ledger.read().problems).toHaveLength(1);
  });

  it('for want of permission is left as it is until it can', async ({ skip }) => {
    skipWhere(skip, onWindows, 'Windows has no such permissions');
    const folder = folderOf({ 'ledger.ndjson': '1\n' });
    asOrdinaryUser(folder);
    const ledger = ledgerIn(folder);
    ledger.read();
    chmodSync(join(folder, 'ledger.ndjson'), 0o200);
    expect(ledger.read()).toMatchObject({ problems: [{ code: 'ledger-unreadable', level: 'error' }] });
    expect([await ledger.save({ whole: '2\n' }), ledger.read()]).toEqual([refused, { problems: [] }]);
    chmodSync(join(folder, 'ledger.ndjson'), 0o600);
    expect(ledger.read()).toEqual({ text: '1\n', problems: [] });
    expect(await ledger.save({ append: '2\n' })).toEqual(saved);
  });

  it('as it is a link is not followed', async ({ skip }) => {
    skipWhere(skip, onWindows, 'Windows opens links whatever it is told');
    const folder = folderOf({ 'elsewhere.txt': 'precious\n', 'state/': '' });
    for (const name of ['ledger.ndjson', 'ledger.ndjson.rejected'])
      symlinkSync('../elsewhere.txt', join(folder, 'state', name));
    const ledger = ledgerIn(join(folder, 'state'));
    expect(ledger.read().problems).toMatchObject([{ message: expect.stringMatching(/: it is a link$/) }]);
    expect(await ledger.save({ append: '1\n' })).toEqual(refused);
    expect(await ledger.reject('1\n')).toMatchObject({ saved: false });
    expect(readFileSync(join(folder, 'elsewhere.txt'), 'utf8')).toBe('precious\n');
  });
});

describe('a ledger that cannot be written', () => {
  it('for want of permission is read, and that is said once', async ({ skip }) => {
    skipWhere(skip, onWindows, 'Windows has no such permissions');
    const folder = folderOf({ 'state/ledger.ndjson': '1\n' });
    asOrdinaryUser(folder);
    for (const [state, text] of [
      ['state', '1\n'],
      ['none', ''],
    ] as const) {
      chmodSync(join(folder, 'state'), 0o555);
      chmodSync(folder, 0o555);
      const ledger = ledgerIn(join(folder, state));
      const message = `Cannot write ledger "${folder}/${state}/ledger.ndjson": permission denied`;
      expect(ledger.read()).toMatchObject({ text, problems: [{ code: 'ledger-unwritten', message }] });
      expect(await ledger.save({ append: '2\n' })).toEqual(refused);
      expect(ledger.read()).toEqual({ problems: [] });
      chmodSync(folder, 0o755);
      chmodSync(join(folder, 'state'), 0o755);
      expect(await ledger.save({ append: '2\n' })).toEqual(saved);
      expect(textIn(join(folder, state))).toBe(`${text}2\n`);
    }
  });

  it('as its folder is a file says so once', async () => {
    const ledger = ledgerIn(join(folderOf({ state: '' }), 'state'));
    expect(ledger.read()).toMatchObject({
      text: '',
      problems: [{ message: expect.stringMatching(/^Cannot write ledger ".*": it is not a folder$/) }],
    });
    expect([ledger.read(), await ledger.save({ append: '1\n' })]).toEqual([{ problems: [] }, refused]);
  });

  it('as the disk is full stays as it was, says so once, and is written when there is room', async () => {
    const folder = folderOf({ 'ledger.ndjson': '1\n' });
    const ledger = ledgerIn(folder);
    ledger.read();
    await fillDisk(folder);
    const message = `Cannot write ledger "${folder}/ledger.ndjson": the disk is full`;
    expect(await ledger.save({ append: '2\n' })).toMatchObject({ saved: false, problems: [{ message }] });
    expect([textIn(folder), ledger.read()]).toEqual(['1\n', { text: '1\n', problems: [] }]);
    expect(await ledger.save({ append: '2\n' })).toEqual(refused);
    ledger.read();
    expect(await ledger.save({ whole: '2\n' })).toEqual(refused);
    expect([textIn(folder), (await ledger.reject('x\n')).saved]).toEqual(['1\n', false]);
    expect(readFileSync(join(folder, 'ledger.ndjson.rejected'), 'utf8')).toBe('');
    vi.restoreAllMocks();
    expect(await ledger.save({ append: '2\n' })).toEqual(saved);
    expect(textIn(folder)).toBe('1\n2\n');
    await fillDisk(folder);
    expect((await ledger.save({ append: '3\n' })).problems).toHaveLength(1);
  });
});

describe('a ledger with which there is something to be tried again', () => {
  it('says so until what was to be saved is saved', async () => {
    const folder = folderOf({ 'ledger.ndjson': '1\n' });
    const ledger = ledgerIn(folder);
    ledger.read();
    expect(ledger.isBehind).toBe(false);
    put(folder, 'lock', JSON.stringify({ pid: 1, host: 'otherhost', since: new Date(), token: 'theirs' }));
    expect([await ledger.save({ append: '2\n' }), ledger.isBehind]).toEqual([refused, true]);
    rmSync(join(folder, 'lock'));
    expect([await ledger.save({ append: '2\n' }), ledger.isBehind]).toEqual([saved, false]);
  });

  it('says so until it can be read', () => {
    const folder = folderOf({ 'ledger.ndjson/': '' });
    const ledger = ledgerIn(folder);
    ledger.read();
    expect(ledger.isBehind).toBe(true);
    rmSync(join(folder, 'ledger.ndjson'), { recursive: true });
    ledger.read();
    expect(ledger.isBehind).toBe(false);
  });
});

it('keeps rejected lines beside the ledger, after those that are there', async () => {
  const folder = folderOf({});
  const ledger = ledgerIn(folder);
  ledger.read();
  for (const line of ['{\n', '[\n']) expect(await ledger.reject(line)).toEqual({ saved: true, problems: [] });
  expect(readFileSync(join(folder, 'ledger.ndjson.rejected'), 'utf8')).toBe('{\n[\n');
});

it('holds every line that was saved, whoever else adds lines in between', async () => {
  const step = fc.constantFrom('append', 'whole', 'outside', 'torn', 'again');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const folder = folderOf({});
      const path = join(folder, 'ledger.ndjson');
      let ledger = ledgerIn(folder);
      let known = ledger.read().text ?? '';
      const expected: string[] = [];
      for (const [index, kind] of steps.entries()) {
        const line = `${kind} ${index}`;
        if (kind === 'outside') appendFileSync(path, `\n${line}\n`);
        if (kind === 'torn') appendFileSync(path, `\n${line}`);
        if (kind === 'again') {
          ledger.close();
          ledger = ledgerIn(folder);
          known = ledger.read().text ?? '';
          continue;
        }
        expected.push(line);
        if (kind !== 'append' && kind !== 'whole') continue;
        for (let attempt = 0; attempt < 2; attempt++) {
          const whole = `${known}${known === '' || known.endsWith('\n') ? '' : '\n'}${line}\n`;
          const change = kind === 'append' ? { append: `${line}\n` } : { whole };
          const { saved } = await ledger.save(change);
          if (saved) known = whole;
          else known = ledger.read().text ?? known;
          if (saved) break;
          expect(attempt).toBe(0);
        }
        expect(ledger.read()).toEqual({ problems: [] });
      }
      const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
      expect(text.split('\n').filter((line) => line !== '')).toEqual(expected);
      ledger.close();
    }),
    { numRuns: 50 },
  );
});
