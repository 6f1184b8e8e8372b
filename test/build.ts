import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Absolute path of the program, compiled. */
    readonly program: string;
  }
}

/**
 * Compiles the program once for all tests that run it as users do; its packages are found from where it lies.
 * Faults of types stop nothing here: `npm run typecheck` tells them.
 */
export default function build(project: TestProject): () => void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const folder = `${root}node_modules/.cache/feedmill-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  cpSync(`${root}package.json`, `${folder}/package.json`);
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  const options = ['-p', `${root}tsconfig.build.json`, '--outDir', `${folder}/dist`];
  spawnSync(process.execPath, [compiler, ...options], { stdio: 'ignore' });
  project.provide('program', `${folder}/dist/cli.js`);
  return () => rmSync(folder, { recursive: true, force: true });
}
