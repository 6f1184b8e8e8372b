import { hostname } from 'node:os';
import { crc32 } from 'node:zlib';

/**
 * The name of a file that a run left when it was killed.
 *
 * @param pid its number
 * @param host where it ran
 */
export function leftBy(pid: number, host: string = hostname()): string {
  return `.feedmill-${crc32(host).toString(16).padStart(8, '0')}-${pid}-0123456789abcdef.tmp`;
}
