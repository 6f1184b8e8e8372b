import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../../serve/support/free-port.js';

const run = promisify(execFile);

/** Credentials that a store takes. */
export interface Keys {
  readonly id: string;
  readonly secret: string;
}

/** A store on this machine that talks S3: Ceph, as small as it can be, with all of it in memory. */
export interface Ceph {
  readonly endpoint: string;
  /** Somebody who may have buckets. */
  readonly keys: Keys;
  /** Somebody who may do nothing, unless a bucket says so. */
  readonly stranger: Keys;
  readonly stop: () => Promise<void>;
}

/** Whether the programs are there. On Debian: apt-get install radosgw ceph-mon ceph-osd ceph-common */
export function hasCeph(): boolean {
  return ['ceph-mon', 'ceph-osd', 'radosgw', 'radosgw-admin', 'ceph', 'monmaptool'].every(
    (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0,
  );
}

/** Starts the three daemons of a store: one that knows of the others, one that keeps the data, and one that talks S3. */
export async function startCeph(): Promise<Ceph> {
  const folder = mkdtempSync(join(tmpdir(), 'feedmill-ceph-'));
  const [monitorPort, port] = [await freePort(), await freePort()];
  const id = randomUUID();
  const config = join(folder, 'ceph.conf');
  for (const name of ['monitor', 'data', 'gateway']) mkdirSync(join(folder, name));
  writeFileSync(config, configText(folder, id, monitorPort, port));
  const daemons: ChildProcess[] = [];
  const begin = (program: string, ...args: string[]) => {
    const daemon = spawn(program, ['-f', '-c', config, ...args], { stdio: 'ignore' });
    daemons.push(daemon);
    return daemon;
  };
  const stop = async () => {
    for (const daemon of daemons.reverse()) {
      if (daemon.exitCode !== null || daemon.signalCode !== null) continue;
      const gone = once(daemon, 'exit');
      daemon.kill('SIGKILL');
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const ask = (...args: string[]) => run('ceph', ['-c', config, '--connect-timeout', '5', ...args]);
  try {
    const map = join(folder, 'map');
    await run('monmaptool', ['--create', '--fsid', id, '--addv', 'a', `[v1:127.0.0.1:${monitorPort}]`, map]);
    await run('ceph-mon', ['--mkfs', '-i', 'a', '--monmap', map, '-c', config]);
    begin('ceph-mon', '-i', 'a');
    await until(() => ask('mon', 'stat'));
    const disk = randomUUID();
    await ask('osd', 'new', disk);
    await run('ceph-osd', ['--mkfs', '-i', '0', '--osd-uuid', disk, '-c', config]);
    let keeper = begin('ceph-osd', '-i', '0');
    await until(async () => {
      // It gives up where it asks before it has heard who it talks to.
      if (keeper.exitCode !== null) keeper = begin('ceph-osd', '-i', '0');
      if (!/\b1 up\b/.test((await ask('osd', 'stat')).stdout)) throw new Error('the disk is not up');
    });
    const [keys, stranger] = [await addUser(config, 'owner'), await addUser(config, 'stranger')];
    begin('radosgw', '-n', 'client.gateway');
    const endpoint = `http://127.0.0.1:${port}/`;
    await until(() => fetch(endpoint));
    return { endpoint, keys, stranger, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function addUser(config: string, name: string): Promise<Keys> {
  const keys = { id: `AK${name}`.toUpperCase(), secret: `${randomUUID()}/${name}` };
  await run('radosgw-admin', [
    ...['-c', config, 'user', 'create', `--uid=${name}`, `--display-name=${name}`],
    ...[`--access-key=${keys.id}`, `--secret-key=${keys.secret}`],
  ]);
  return keys;
}

/** Tries until it succeeds; a busy machine takes its time. */
async function until(act: () => Promise<unknown>): Promise<void> {
  const end = performance.now() + 60_000;
  for (;;) {
    try {
      await act();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await pause(100);
  }
}

/** One of everything, and nobody is asked who he is but by S3. */
function configText(folder: string, id: string, monitorPort: number, port: number): string {
  return `[global]
fsid = ${id}
mon host = v1:127.0.0.1:${monitorPort}
public addr = 127.0.0.1
ms bind msgr2 = false
auth cluster required = none
auth service required = none
auth client required = none
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
run dir = ${folder}
admin socket = ${folder}/$name.asok
log to file = false
log to stderr = false
mon data = ${folder}/monitor
osd data = ${folder}/data
osd objectstore = memstore
memstore device bytes = 1073741824
rgw data = ${folder}/gateway
rgw frontends = beast endpoint=127.0.0.1:${port}
rgw thread pool size = 16
rgw dynamic resharding = false
rgw enable usage log = false
`;
}
