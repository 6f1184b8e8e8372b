import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { isAlive } from '../../alive.js';

/** What a lock file says of who holds it. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the lock was taken, in ISO 8601. */
  readonly since: string;
  /** Tells a holder from all others, those of the same process too. */
  readonly token: string;
  /** When the process started, as `startOf` gives it; missing where the system does not tell. */
  readonly started?: string;
}

/** Tokens of this process: its number alone does not tell it from an earlier one, as in a container. */
export const held = new Set<string>();

/** Milliseconds without a sign of life after which a holder that cannot be looked up is taken for dead. */
const silence = 2 * 60 * 1000;

/** Milliseconds, by far enough, in which a lock is written or taken over by a process that does not die over it. */
export const moment = 10 * 1000;

/** Milliseconds without a sign of life after which a process of the same number is taken for another one. */
const oldest = 60 * 60 * 1000;

/**
 * What a lock file holds that this process takes.
 *
 * @param token of the holder
 */
export function lineFor(token: string): string {
  const started = startOf(process.pid);
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    token,
    ...(started !== undefined && { started }),
  };
  return `${JSON.stringify(holder)}\n`;
}

/**
 * Reads who holds a lock.
 *
 * @param text of the lock file
 * @returns nothing where the text names nobody
 */
export function readHolder(text: string): Holder | undefined {
  try {
    const content: unknown = JSON.parse(text);
    return isHolder(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a lock is left over from a holder that is gone.
 *
 * @param holder nothing where the lock file names none
 * @param modified time of the lock file, by which its holder gives signs of life
 */
export function isStale(holder: Holder | undefined, modified: number): boolean {
  const age = ageOf(modified);
  if (holder === undefined) return age > moment;
  if (holder.host !== hostname()) return age > silence;
  if (held.has(holder.token)) return false;
  if (!isAlive(holder.pid)) return true;
  const own = holder.pid === process.pid;
  const started = startOf(holder.pid);
  if (started === undefined || holder.started === undefined) return own || age > oldest;
  // This very process, yet not its token: another thread of it, which gives signs of life.
  return started !== holder.started || (own && age > silence);
}

/**
 * Milliseconds since a file gave a sign of life. One that is to come was given before a clock was put back, and is none.
 *
 * @param modified time of the file
 */
export function ageOf(modified: number): number {
  return Math.abs(Date.now() - modified);
}

/**
 * Says who holds a lock, in words for people.
 *
 * @param holder nothing where that is not known
 */
export function wordsFor(holder: Holder | undefined): string {
  if (holder === undefined) return 'another process';
  const where = holder.host === hostname() ? 'this machine' : JSON.stringify(holder.host);
  const since = new Date(holder.since).toISOString().slice(0, 19).replace('T', ' ');
  return `process ${holder.pid} on ${where}, since ${since} UTC`;
}

/** When a process started, in ticks since the machine did; nothing where the system does not tell. */
function startOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the name of the program, in parentheses, and may hold any character.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // Killed, but its parent has not asked about it yet: it does nothing more.
    return fields[0] === 'Z' ? 'over' : fields[19];
  } catch {
    return undefined;
  }
}

function isHolder(content: unknown): content is Holder {
  if (typeof content !== 'object' || content === null) return false;
  const { pid, host, since, token, started }: Partial<Record<keyof Holder, unknown>> = content;
  return (
    // The system takes other numbers for groups of processes.
    Number.isSafeInteger(pid) &&
    Number(pid) > 0 &&
    typeof host === 'string' &&
    typeof since === 'string' &&
    Number.isFinite(Date.parse(since)) &&
    typeof token === 'string' &&
    (started === undefined || typeof started === 'string')
  );
}
