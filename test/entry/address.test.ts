import { expect, it } from 'vitest';
import { absolute } from '../../src/entry/address.js';

it('a host of any script has its address in ASCII, after many addresses as after none', () => {
  const address = () => absolute('http://münchen.example/', 'https://example.org/');
  expect(address()).toBe('http://xn--mnchen-3ya.example/');
  // `URL.canParse` of Node 20 takes such a host for none once it has been compiled for speed.
  for (let call = 0; call < 50_000; call++) absolute(`a${call}`, 'https://example.org/');
  expect(address()).toBe('http://xn--mnchen-3ya.example/');
});
