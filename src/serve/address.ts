import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';

/**
 * The address by which a server is reached, as `http://127.0.0.1:8080/`.
 *
 * @param host as the config has it
 * @param info where the server listens
 */
export function addressOf(host: string, { address, port }: AddressInfo): string {
  const name = isEverywhere(address) ? (ownAddress() ?? '127.0.0.1') : host;
  return new URL(`http://${name.includes(':') ? `[${name}]` : name}:${port}/`).href;
}

function isEverywhere(address: string): boolean {
  return address === '0.0.0.0' || address === '::';
}

/** The address by which other machines reach this one: that of its first network. */
function ownAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flat();
  return all.find((one) => one?.family === 'IPv4' && !one.internal)?.address;
}
