import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { article, start } from '../service/program.js';
import { folderOf } from '../support/folder.js';
import { onWindows } from '../support/put.js';
import { skipWhere } from '../support/skip-where.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dockerfile = readFileSync(`${root}examples/docker/Dockerfile`, 'utf8').replaceAll('\\\n', '');

/** The arguments of each instruction of a name. */
function instructions(name: string): string[] {
  return [...dockerfile.matchAll(new RegExp(`^${name} (.*)$`, 'gm'))].map(([, rest = '']) => rest);
}

/** The words of an instruction in the form that starts no shell. */
function wordsOf(instruction: string): string[] {
  return JSON.parse(instruction.slice(instruction.indexOf('[')));
}

/** Paths of the container, in a folder of this machine. */
function within(cwd: string, words: readonly string[]): string[] {
  return words.map((word) => word.replace(/(?<=^|[\s(])\/(?=articles|output|state)/g, `${cwd}/`));
}

describe('the Dockerfile', () => {
  it('copies what is there, and takes what it built', () => {
    for (const copy of instructions('COPY')) {
      const paths = copy.split(' ').slice(0, -1);
      const stage = paths[0]?.startsWith('--from=build') ? paths.shift() : undefined;
      for (const path of paths) {
        if (stage === undefined) expect([path, existsSync(root + path)]).toEqual([path, true]);
        else expect(path).toMatch(/^\/build\/(?:package\.json|node_modules|dist)$/);
      }
    }
    const { scripts, bin } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
    expect(dockerfile).toContain('npm run build');
    expect(scripts.build).toBeDefined();
    expect(wordsOf(instructions('ENTRYPOINT')[0] ?? '')).toEqual(['node', `/opt/feedmill/${bin.feedmill}`]);
  });

  it('builds with a version of Node that the program runs on, as an ordinary user', () => {
    const { engines } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
    const least = Number(/\d+/.exec(engines.node)?.[0]);
    for (const from of instructions('FROM'))
      expect(Number(/^node:(\d+)/.exec(from)?.[1])).toBeGreaterThanOrEqual(least);
    expect(instructions('USER')).toEqual(['node']);
  });

  it('starts a command that the program accepts, is healthy while that runs, and not where it hangs', async ({
    skip,
  }) => {
    skipWhere(skip, onWindows, 'Windows has no such shell');
    const cwd = folderOf({ 'articles/storm.md': article('Storm') });
    for (const folder of ['output', 'state']) mkdirSync(join(cwd, folder));
    const running = start(cwd, within(cwd, wordsOf(instructions('CMD')[0] ?? '')));
    const [command = '', ...args] = within(cwd, wordsOf(instructions('HEALTHCHECK')[0] ?? ''));
    const health = () => spawnSync(command, args).status;
    await running.seen('watching');
    expect(health()).toBe(0);
    const long = new Date(Date.now() - 200_000);
    utimesSync(join(cwd, 'state/lock'), long, long);
    expect(health()).not.toBe(0);
    expect(await running.stop()).toMatchObject({ code: 0 });
    expect(health()).not.toBe(0);
  });
});

it('the compose file mounts the folders of the Dockerfile, and is as closed as it may be', () => {
  const compose = load(readFileSync(`${root}examples/docker/compose.yaml`, 'utf8')) as {
    services: { feedmill: Record<string, unknown> & { volumes: string[]; build: Record<string, string> } };
    volumes: object;
  };
  const { feedmill } = compose.services;
  expect(feedmill.volumes.map((mount) => mount.split(':')[1])).toEqual(['/articles', '/output', '/state']);
  expect(Object.keys(compose.volumes)).toEqual(['state']);
  expect(feedmill).toMatchObject({ read_only: true, network_mode: 'none', cap_drop: ['ALL'] });
  const context = new URL(`${feedmill.build.context}/`, new URL('../../examples/docker/', import.meta.url));
  expect(existsSync(new URL(feedmill.build.dockerfile ?? '', context))).toBe(true);
});
