import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.js';
import { options } from '../../src/commands/options.js';
import { folderOf } from '../support/folder.js';
import { runHere } from './here.js';

/** Runs a command line in a folder to its end. */
async function feedmill(line: string, files: Readonly<Record<string, string>> = {}) {
  const { ended, written } = runHere(folderOf(files), line);
  return { code: await ended, ...written };
}

describe('help', () => {
  it('shows every command and every option, examples, the config file and the exit codes', async () => {
    const { code, out, err } = await feedmill('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { name, text } of commands)
      expect(out).toMatch(new RegExp(`^  ${name} .*${text.slice(0, 10)}`, 'm'));
    for (const { flags } of options) expect(out).toContain(`  ${flags} `);
    for (const part of ['Examples:', 'feedmill.config.yaml', 'Exit codes:']) expect(out).toContain(part);
  });

  it.each(commands)('of $name shows its own options alone', async ({ name, targets }) => {
    const { code, out } = await feedmill(`${name} --help`);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: feedmill ${name} ${targets?.name ?? '[articles-folder]'} [options]`);
    for (const { flags, only } of options) expect(out.includes(flags)).toBe(only?.includes(name) ?? true);
  });

  it('is not needed for the version', async () => {
    expect((await feedmill('--version')).out).toBe('1.2.3\n');
  });
});

describe('options', () => {
  it.each([
    'build news --quiet --limit x',
    '--quiet build news --limit x',
    '--limit x --quiet build news',
    'build --limit=x news',
  ])('may stand anywhere: %s', async (line) => {
    const { err } = await feedmill(line, { 'news/': '' });
    expect(err.split('\n')[0]).toBe(
      '  error     Cannot use --limit "x": expected a whole number, 0 for all entries',
    );
  });
});

describe('a command line that cannot be understood ends with 2 and tells why', () => {
  it.each([
    ['buidl', 'Cannot run command "buidl": it does not exist; did you mean "build"?'],
    ['buidl news', 'Cannot run command "buidl": it does not exist; did you mean "build"?'],
    ['wacth -o out', 'Cannot run command "wacth": it does not exist; did you mean "watch"?'],
    ['make news', 'Cannot run command "make": it does not exist  '],
    ['help', 'Cannot run command "help": it does not exist; did you mean "--help"?'],
    ['build news --ouput out', 'Cannot use option "--ouput": it does not exist; did you mean "--output"?'],
    ['news --limt=5', 'Cannot use option "--limt": it does not exist; did you mean "--limit"?'],
    ['build news --no-live', 'Cannot use option "--no-live": it does not exist; only "serve" has it'],
    ['watch news --port 80', 'Cannot use option "--port": it does not exist; only "serve" has it'],
    ['serve news --port 80000', 'Cannot use --port 80000: expected a whole number from 0 to 65535'],
    ['build news --poll', 'Cannot use option "--poll": it does not exist; only "watch" and "serve" have it'],
    ['build -x', 'Cannot use option "-x": it does not exist'],
    ['build news --limit', 'Cannot understand the command line: option "--limit <n>" has no value'],
    [
      'build news more',
      'Cannot understand the command line: there can be one articles folder, but "more" is a second',
    ],
    ['build buidl', 'Cannot read articles folder "buidl": it does not exist'],
    ['nowhere', 'Cannot read articles folder "nowhere": it does not exist'],
    ['build', 'Cannot read articles folder "articles": it does not exist'],
    ['build news --limit some', 'Cannot use --limit "some": expected a whole number, 0 for all entries'],
    [
      'build news --site example.org',
      'Cannot use --site "example.org": expected an address that begins with http',
    ],
    ['build news -c gone.yaml', 'Cannot read config file "gone.yaml": it does not exist'],
  ])('%s', async (line, message) => {
    const { code, out, err } = await feedmill(line, { 'news/a.md': '# A', 'more/b.md': '# B' });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.replaceAll('\n', '  ')).toContain(message);
  });

  it('tells the faults of a config with file, line and column', async () => {
    const { code, err } = await feedmill('build', {
      'articles/': '',
      'feedmill.config.yaml': 'titel: News\nlimit: x',
    });
    expect(code).toBe(2);
    expect(err).toContain('feedmill.config.yaml:1:1  Cannot use config key "titel"');
    expect(err).toContain('feedmill.config.yaml:2:8  Cannot use limit "x"');
  });

  it('tells every fault, however many there are', async () => {
    const keys = Array.from({ length: 40 }, (_, number) => `wrong${number}: 1`);
    const { err } = await feedmill('build', { 'articles/': '', 'feedmill.config.yaml': keys.join('\n') });
    for (const number of keys.keys()) expect(err).toContain(`"wrong${number}"`);
  });

  it('tells them as JSON on stdout with --json', async () => {
    const { code, out, err } = await feedmill('build nowhere --json');
    expect({ code, err }).toEqual({ code: 2, err: '' });
    expect(JSON.parse(out)).toMatchObject({ event: 'problems', problems: [{ code: 'articles-unreadable' }] });
  });
});
