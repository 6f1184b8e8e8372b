import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { wordsOf } from './support/words.js';

/*
 * Who reads articles and makes entries, this thread or another, makes no difference.
 */

/** So many articles that others help to read them, and to make entries of them. */
const many = 1600;

function article(at: number): string {
  const day = String((at % 28) + 1).padStart(2, '0');
  const head = `title: Number ${at}\nauthor: ada\ntags: [t${at % 3}]\n`;
  const date = at % 5 === 0 ? '' : `date: 2026-05-${day}\n`;
  const link = `[next](a${(at + 1) % many}.md) ![pier](pier.png) [away](none.md)`;
  return `---\n${head}${date}---\n\n${wordsOf(at, 12).join(' ')} ${link}\n`;
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'feedmill-'));
  mkdirSync(join(folder, 'in'));
  const put = (name: string, text: string) => writeFileSync(join(folder, 'in', name), text);
  put('pier.png', '...');
  put('authors.yml', 'ada:\n  name: Ada\n');
  for (let at = 0; at < many; at++) {
    put(`a${at}.md`, article(at));
    if (at % 5 === 0) put(`a${at}.meta`, 'Date: 2026-04-01\n');
  }
  return () => rmSync(folder, { recursive: true, force: true });
});

/** Builds with so many threads to help; gives all that came of it. */
function builtWith(workers: number, program = inject('program')): Record<string, string> {
  const name = `${workers}-${program.length}`;
  const config = join(folder, `${name}.yaml`);
  writeFileSync(config, `workers: ${workers}\nlimit: 0\nsite: https://example.org/\n`);
  const [output, state] = [join(folder, `out-${name}`), join(folder, `state-${name}`)];
  const given = ['build', join(folder, 'in'), '-o', output, '--state', state, '-c', config, '--quiet'];
  execFileSync(process.execPath, [program, ...given], { stdio: 'pipe' });
  const documents = readdirSync(output).map((one) => [one, readFileSync(join(output, one), 'utf8')]);
  return { ...Object.fromEntries(documents), ledger: readFileSync(join(state, 'ledger.ndjson'), 'utf8') };
}

describe('with threads that help', () => {
  it('the documents and the ledger are those of a run without', () => {
    const alone = builtWith(0);
    expect(alone['feed.json']).toContain(`Number ${many - 1}`);
    expect(builtWith(1)).toEqual(alone);
    expect(builtWith(3)).toEqual(alone);
  });

  it('that cannot be had, it is done without them', () => {
    const program = inject('program');
    // Beside the program, where its packages are found.
    const broken = `${dirname(dirname(program))}-broken`;
    onTestFinished(() => rmSync(broken, { recursive: true, force: true }));
    cpSync(dirname(dirname(program)), broken, { recursive: true });
    writeFileSync(join(broken, 'dist/worker.js'), 'throw new Error("no");');
    expect(builtWith(2, join(broken, 'dist/cli.js'))).toEqual(builtWith(0));
  });
});
