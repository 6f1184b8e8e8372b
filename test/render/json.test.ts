import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clean } from '../../src/characters.js';
import { jsonItem as item } from '../../src/render/json.js';
import { sampleEntry } from '../support/samples.js';

it('every string of an item is clean, and else what it was', () => {
  const piece = fc.constantFrom(
    '\\',
    '\\b',
    '\\u0000',
    '\0',
    '\b',
    '\r',
    '\t',
    '\n',
    '"',
    '\x7F',
    '\uD800',
    '\uDFFE',
    '😀',
    '\u{1FFFE}',
    '\uFFFD',
    '\uFDD0',
    'é',
  );
  const text = fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 4 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (title, tag) => {
      const made = JSON.parse(item(sampleEntry({ title, content: title, tags: [tag] })));
      expect(made).toMatchObject({ title: clean(title), tags: [clean(tag)] });
      expect(made.content_html ?? '').toBe(clean(title));
    }),
    { numRuns: 1000 },
  );
});
