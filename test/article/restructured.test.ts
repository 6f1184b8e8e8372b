import { describe, expect, it } from 'vitest';
import { readRestructured } from '../../src/article/restructured.js';

const context = { path: 'a.rst', modified: 0, timezone: 'UTC' };

/** The title of an article that begins with this one. */
function titleOf(title: string): string | undefined {
  return readRestructured(`${title}\n${'='.repeat(60)}\n\nText.\n`, context, 1).title;
}

describe('the title of an article in reStructuredText', () => {
  it.each([
    ['Night *ferry* returns', 'Night ferry returns'],
    ['**Storm** over the quay', 'Storm over the quay'],
    ['How ``ls -l`` sorts', 'How ls -l sorts'],
    ['News of `the harbour <https://example.org/>`_', 'News of the harbour'],
    ['All about :ref:`tides`', 'All about tides'],
    ['Read `the log`_ again', 'Read the log again'],
    ['2 \\* 3 is six', '2 * 3 is six'],
  ])('has no marks: %s', (written, shown) => {
    expect(titleOf(written)).toBe(shown);
  });

  it.each(['2 * 3 * 4', 'snake_case and a_b', 'A* and B*', 'Rated *****', '10:30 at the quay', 'a < b > c'])(
    'keeps what marks nothing: %s',
    (written) => {
      expect(titleOf(written)).toBe(written);
    },
  );

  it('is read in no time, whatever it is made of', () => {
    const from = performance.now();
    for (const part of ['*a', '`a', ':a:`', '`a<', '\\*', '**a* '])
      expect((titleOf(part.repeat(20_000)) ?? '').length).toBeLessThanOrEqual(10_000);
    expect(performance.now() - from).toBeLessThan(5000);
  });
});
