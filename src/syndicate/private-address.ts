import { BlockList, isIP } from 'node:net';

/** Addresses in IPv4 that are this machine, its network, or nobody in particular (RFC 6890). */
const ranges: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** The like in IPv6, with what leads into IPv4 by ways that nobody uses any more. */
const ranges6: readonly (readonly [network: string, bits: number])[] = [
  ['::', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const blocked = new BlockList();
for (const [network, bits] of ranges) {
  // Addresses that are mapped into IPv6 are looked up as those that they stand for.
  blocked.addSubnet(network, bits, 'ipv4');
  // Translators lead from here to IPv4; where there is no other, every public host is found so.
  blocked.addSubnet(`64:ff9b::${network}`, 96 + bits, 'ipv6');
}
for (const [network, bits] of ranges6) blocked.addSubnet(network, bits, 'ipv6');

/**
 * Whether an IP address is none of the public network: this machine, the local network, a service of the cloud provider,
 * or what is none.
 *
 * @param address as resolvers give it
 */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family === 0 || blocked.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Whether the host of an address is private by what is written: an IP address, in any of its spellings, or a name that
 * has a meaning on this machine or network alone. What a public name leads to, only the resolver knows.
 */
export function isPrivateHost(address: string): boolean {
  const host = hostOf(address);
  if (isIP(host) > 0) return isPrivateAddress(host);
  return /(?:^|\.)(?:localhost|local|internal|home\.arpa|localdomain|test|invalid)\.?$/.test(host);
}

/** The host of an address, as those take it who connect to it: numbers in other spellings are IP addresses by then. */
export function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^\[(.*)\]$/, '$1');
}
