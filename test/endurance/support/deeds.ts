import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

const run = promisify(execFile);

/**
 * Makes a temporary folder.
 *
 * @param whenOver is told how to remove it; the end of the test does so where left out
 */
export function place(whenOver: (remove: () => void) => unknown = onTestFinished): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'feedmill-'));
  whenOver(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** The text of an article, which names the number. */
export function article(title: string, number = 1): string {
  return `---\ntitle: ${title}\ndate: 2026-05-06\n---\n\nThe tide of ${title} stands at mark ${number} today.\n`;
}

/** Writes articles, by path from the folder on. */
export function putAll(folder: string, paths: readonly string[], number = 1): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), article(path, number));
  }
}

/** So many paths, spread over folders that lie in each other. */
export function paths(count: number, prefix = ''): string[] {
  return Array.from({ length: count }, (_, n) => `${prefix}s${n % 5}/t${n % 10}/u${n % 50}/${n}.md`);
}

/** Lets some processes do their worst to a folder at the same time; gives how many deeds were done. */
export async function rage(folder: string, processes: number, deeds: number, seed: number): Promise<number> {
  const weather = fileURLToPath(new URL('weather.mjs', import.meta.url));
  const raging = Array.from({ length: processes }, (_, n) =>
    run(process.execPath, [weather, folder, String(seed + n), String(deeds)]),
  );
  const done = await Promise.all(raging);
  return done.reduce((sum, { stdout }) => sum + Number(stdout), 0);
}

/** Runs a shell script in a folder. */
export async function shell(script: string, cwd: string): Promise<string> {
  const { stdout } = await run('bash', ['-ec', script], { cwd, maxBuffer: 1e9 });
  return stdout;
}

/** Whether a shell script succeeds here. */
export async function can(script: string): Promise<boolean> {
  return run('bash', ['-ec', script]).then(
    () => true,
    () => false,
  );
}
