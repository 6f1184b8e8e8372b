import { spawnSync } from 'node:child_process';
import { expect, inject, it } from 'vitest';
import { folderOf } from '../support/folder.js';
import { skipWhere } from '../support/skip-where.js';
import { article } from './program.js';

/** Opens a terminal, runs a program in it, asks it to read its config again, and closes the terminal. */
const session = `
import os, pty, signal, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:])
said = b''
def until(text):
    global said
    while text not in said: said += os.read(terminal, 4096)
until(b'Ctrl-C to stop')
os.kill(pid, signal.SIGHUP)
until(b'nothing changed')
os.close(terminal)
_, status = os.waitpid(pid, 0)
print('ended', os.waitstatus_to_exitcode(status))
`;

it('on a terminal, SIGHUP reads the config again, and ends the watch where the terminal was closed', ({
  skip,
}) => {
  skipWhere(skip, spawnSync('python3', ['-c', 'import pty']).status !== 0, 'python3 has no terminals here');
  const cwd = folderOf({ 'articles/storm.md': article('Storm') });
  const args = ['-c', session, process.execPath, inject('program'), 'watch'];
  const { stdout, stderr } = spawnSync('python3', args, { cwd, encoding: 'utf8', timeout: 45_000 });
  expect({ stdout, stderr }).toEqual({ stdout: 'ended -1\n', stderr: '' });
});
