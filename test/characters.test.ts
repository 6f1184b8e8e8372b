import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clean } from '../src/characters.js';

it('leaves exactly the characters that documents may hold', () => {
  const isForbidden = (sign: string) =>
    /^(?:[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u202D\u202E\uFFFD]|\p{Noncharacter_Code_Point}|\p{Surrogate})$/u.test(
      sign,
    );
  const all = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).filter(
    (sign) => sign !== '\r',
  );
  const wrong = all.filter((sign) => clean(`a${sign}b`) !== (isForbidden(sign) ? 'ab' : `a${sign}b`));
  expect(wrong).toEqual([]);
});

it('whatever text comes in', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('\r', '\n', '\r\n', '\0', '\uD800', '\uDFFF', '\u{1FFFE}'),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
  });
  fc.assert(
    fc.property(text, (given) => {
      const expected = given
        .replace(/\r\n?/g, '\n')
        .replace(
          /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u202D\u202E\uFFFD]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu,
          '',
        );
      expect(clean(given)).toBe(expected);
    }),
  );
});
