import { describe, expect, it } from 'vitest';
import { form } from '../../src/render/form.js';
import { SlotDate } from '../../src/render/slot-date.js';
import { Slots } from '../../src/render/slots.js';

describe('a form', () => {
  const filled = (make: ReturnType<typeof form<readonly string[]>>, texts: readonly string[]) => {
    const slots = new Slots();
    return make(
      texts.map((text) => slots.text(text)),
      slots,
    );
  };

  it('is laid out once for all entries of one shape', () => {
    let laid = 0;
    const make = form((asked: readonly string[]) => {
      laid++;
      return asked.map((slot) => `<a>${slot}</a>`).join('');
    });
    expect(filled(make, ['x', 'y'])).toBe('<a>x</a><a>y</a>');
    expect(filled(make, ['slot:1', '<'])).toBe('<a>slot:1</a><a>&#x3C;</a>');
    expect(filled(make, ['z'])).toBe('<a>z</a>');
    expect(laid).toBe(2);
  });
  it('is remembered for two hundred shapes, and no more', () => {
    let laid = 0;
    const make = form((asked: readonly string[]) => {
      laid++;
      return asked.join(',');
    });
    const shape = (size: number) => Array.from({ length: size }, () => 'x');
    for (let round = 0; round < 2; round++) for (let size = 1; size <= 200; size++) filled(make, shape(size));
    expect(laid).toBe(200);
    filled(make, shape(201));
    filled(make, shape(1));
    expect(laid).toBe(202);
  });
  it('is right however many shapes there are', () => {
    const make = form((asked: readonly string[]) => asked.join(','));
    for (let size = 0; size < 600; size++) {
      const texts = Array.from({ length: size }, (_, index) => `t${index}`);
      expect(filled(make, texts)).toBe(texts.join(','));
    }
  });
  it('that loses a slot says so', () => {
    const make = form((asked: readonly string[]) => asked.slice(1).join(','));
    expect(() => filled(make, ['x', 'y'])).toThrow('Cannot fill slot:0');
  });
  it('has slots for dates too', () => {
    const date = new SlotDate('slot:3');
    expect([date.toISOString(), date.toUTCString()]).toEqual(['slot:3', 'slot:3']);
  });
});
