import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { hugoVersion } from './hugo.mjs';

/**
 * On what is measured, in a line.
 *
 * @param {string} program
 */
export function machine(program) {
  const version = execFileSync(process.execPath, [program, '--version'], { encoding: 'utf8' }).trim();
  const [first] = cpus();
  return [
    `Feedmill ${version}`,
    `Node ${process.version}`,
    `Hugo ${hugoVersion ?? 'not installed'}`,
    `${cpus().length} × ${first?.model.trim() || process.arch}`,
    `${Math.round(totalmem() / 1e9)} GB`,
    process.platform,
  ].join(' · ');
}
