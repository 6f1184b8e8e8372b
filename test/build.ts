import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Absolute path of the program, bundled. */
    readonly program: string;
  }
}

/** Bundles the program once, as `npm run build` does, for all tests that run it as users do. */
export default function build(project: TestProject): () => void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const folder = `${root}node_modules/.cache/feedmill-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  cpSync(`${root}package.json`, `${folder}/package.json`);
  const bundler = `${root}node_modules/rolldown/bin/cli.mjs`;
  const stdio = ['ignore', 'ignore', 'inherit'] as const;
  execFileSync(process.execPath, [bundler, '--config', '--dir', `${folder}/dist`], {
    cwd: root,
    stdio: [...stdio],
  });
  project.provide('program', `${folder}/dist/cli.js`);
  return () => rmSync(folder, { recursive: true, force: true });
}
