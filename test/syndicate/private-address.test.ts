import { describe, expect, it } from 'vitest';
import { isPrivateAddress, isPrivateHost } from '../../src/syndicate/private-address.js';

describe('an address is private', () => {
  it.each([
    'http://localhost/',
    'http://LOCALHOST./',
    'http://hub.localhost/',
    'http://printer.local/',
    'http://metadata.google.internal/',
    'http://127.0.0.1/',
    'http://127.0.0.1./',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.01/',
    'http://１２７.０.０.１/',
    'http://%31%32%37.0.0.1/',
    'http://0/',
    'http://0.0.0.0:8080/',
    'http://10.1.2.3/',
    'http://100.100.100.200/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0xa9fea9fe/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::127.0.0.1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[64:ff9b:1::1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://[ff02::1]/',
    'http://[fec0::1]/',
  ])('%s', (address) => {
    expect(isPrivateHost(address)).toBe(true);
  });
});

describe('an address is public', () => {
  it.each([
    'https://hub.example.org/',
    'https://localhost.example.org/',
    'http://8.8.8.8/',
    'http://172.32.0.1/',
    'http://100.128.0.1/',
    'http://[2606:4700:4700::1111]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[64:ff9b::8.8.8.8]/',
  ])('%s', (address) => {
    expect(isPrivateHost(address)).toBe(false);
  });
});

it('what is no IP address is not connected to as one', () => {
  expect(isPrivateAddress('hub.example.org')).toBe(true);
  expect(isPrivateAddress('')).toBe(true);
  expect(isPrivateAddress('fe80::1%eth0')).toBe(true);
});
