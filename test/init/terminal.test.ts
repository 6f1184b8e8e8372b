import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { parseYaml } from '../../src/config/yaml.js';
import { folderOf } from '../support/folder.js';
import { runOf } from '../support/program.js';
import { skipWhere } from '../support/skip-where.js';

/** Runs a program on a terminal and types a line at each question, as the last of its arguments has them. */
const session = `
import json, os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:-1])
said = b''
for text, typed in json.loads(sys.argv[-1]):
    while text.encode() not in said: said += os.read(terminal, 4096)
    said = b''
    os.write(terminal, typed.encode())
try:
    while True:
        more = os.read(terminal, 4096)
        if not more: break
        said += more
except OSError:
    pass
_, status = os.waitpid(pid, 0)
print(said.decode().replace('\\r', ''), 'ended', os.waitstatus_to_exitcode(status))
`;

function onTerminal(cwd: string, typed: readonly (readonly [string, string])[]): string {
  const args = ['-c', session, process.execPath, inject('program'), 'init', JSON.stringify(typed)];
  const { stdout, stderr } = spawnSync('python3', args, {
    cwd,
    encoding: 'utf8',
    timeout: 45_000,
    env: { ...process.env, TERM: 'xterm', NO_COLOR: '1' },
  });
  return stdout + stderr;
}

const cannot = spawnSync('python3', ['-c', 'import pty']).status !== 0;

it('on a terminal it asks, shows what is typed, and writes what was answered', ({ skip }) => {
  skipWhere(skip, cannot, 'python3 has no terminals here');
  const cwd = folderOf({});
  const said = onTerminal(cwd, [
    ['Public address', 'harbour.example\r'],
    ['(none yet): ', 'https://harbour.example/\r'],
    ['Title', 'Häfen\r'],
    ['articles (', '\r'],
    ['feeds (output)', '\r'],
  ]);
  expect(said).toContain('wrote feedmill.config.yaml\n');
  expect(said).toMatch(/ ended 0\n$/);
  expect(parseYaml(readFileSync(join(cwd, 'feedmill.config.yaml'), 'utf8')).value).toEqual({
    site: 'https://harbour.example/',
    title: 'Häfen',
    articles: 'articles',
    output: 'output',
  });
});

it.for([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
] as const)('%s at a question ends it with 130, and nothing is written', ([, typed], { skip }) => {
  skipWhere(skip, cannot, 'python3 has no terminals here');
  const cwd = folderOf({});
  const said = onTerminal(cwd, [
    ['Public address', '\r'],
    ['Title', typed],
  ]);
  expect(said).toMatch(/\nNothing was written\.\n ended 130\n$/);
  expect(readdirSync(cwd)).toEqual([]);
});

it('in a pipe it asks nothing', async () => {
  const cwd = folderOf({});
  const { code, out, err } = await runOf(cwd, ['init']);
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toMatch(/^wrote feedmill\.config\.yaml\nwrote articles.first-article\.md\nnext:\n/);
  expect(existsSync(join(cwd, 'articles/first-article.md'))).toBe(true);
});
