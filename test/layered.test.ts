import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Layered } from '../src/layered.js';

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const step = fc.oneof(
  fc.record({ do: fc.constant('set' as const), key, value: fc.nat(9) }),
  fc.record({ do: fc.constant('delete' as const), key }),
  fc.record({ do: fc.constant('get' as const), key }),
);

it('a layered map is a map, whatever lies beneath', () => {
  const law = fc.property(fc.dictionary(key, fc.nat(9)), fc.array(step), (beneath, steps) => {
    const map = new Map(Object.entries(beneath));
    const layered = new Layered<number>();
    layered.layUpon(new Map(map));
    for (const step of steps) {
      if (step.do === 'set') {
        layered.set(step.key, step.value);
        map.set(step.key, step.value);
      } else if (step.do === 'delete') expect(layered.delete(step.key)).toBe(map.delete(step.key));
      else expect(layered.get(step.key)).toBe(map.get(step.key));
      expect([layered.size, layered.has(step.key)]).toEqual([map.size, map.has(step.key)]);
    }
    expect([...layered.keys()].sort()).toEqual([...map.keys()].sort());
    expect([...layered.values()].sort()).toEqual([...map.values()].sort());
  });
  fc.assert(law);
});

it('whoever asks for values on the way through the keys meets none of them twice', () => {
  const layered = new Layered<number>();
  layered.layUpon(new Map([...'abc'].map((key, at) => [key, at])));
  const met: string[] = [];
  for (const key of layered.keys()) {
    layered.get(key);
    met.push(key);
  }
  expect(met.sort()).toEqual(['a', 'b', 'c']);
});

it('what lies beneath is worked out once, and only where it is asked for', () => {
  const asked: string[] = [];
  const layered = new Layered<object>();
  layered.layUpon({
    size: 2,
    has: () => true,
    keys: () => ['a', 'b'],
    get: (key) => {
      asked.push(key);
      return {};
    },
  });
  expect(layered.get('a')).toBe(layered.get('a'));
  expect([...layered.keys()].sort()).toEqual(['a', 'b']);
  expect(asked).toEqual(['a']);
});
