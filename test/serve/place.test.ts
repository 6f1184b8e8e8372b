import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Places, pathIn } from '../../src/serve/place.js';

const names = new Set([
  'rss.xml',
  'tags/größe/index.html',
  'tags/c++/rss.xml',
  '100%/index.html',
  'index.html',
]);
const places = new Places({ moved: { '/a%20b': '/c d' }, ended: ['/e'] });
const find = (target: string) => places.find(target, (name) => names.has(name));

it('a name is found however it is encoded, once', () => {
  const encoded = (text: string) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const written = fc
    .constantFrom(...names)
    .chain((name) => fc.tuple(fc.constant(name), fc.array(fc.boolean(), { minLength: 30, maxLength: 30 })));
  fc.assert(
    fc.property(written, ([name, flags]) => {
      const target = [...name]
        .map((sign, at) => (sign !== '/' && (flags[at] || !/[\w.+]/.test(sign)) ? encoded(sign) : sign))
        .join('');
      expect(find(`/${target}`)).toEqual({ kind: 'document', name });
      expect(find(`http://example.org/${target}?a=/../b`)).toEqual({ kind: 'document', name });
    }),
  );
});

it('whatever is asked for, nothing is found but what is there', () => {
  const piece = fc.constantFrom(
    '/',
    '..',
    '.',
    '%2e',
    '%2f',
    '%5c',
    '\\',
    '%00',
    '%',
    'rss.xml',
    'tags',
    '?',
    '#',
    'http://x',
    '*',
    'ö',
  );
  const target = fc
    .array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 8 })
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(target, (text) => {
      const place = find(text);
      if (place.kind === 'document') expect(names).toContain(place.name);
      if (place.kind === 'moved') expect(place.to).toMatch(/^(?:\.\/|\/c%20d$)/);
      expect(pathIn(text) ?? '/').toMatch(/^\//);
    }),
    { numRuns: 2000 },
  );
});
