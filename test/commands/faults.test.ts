import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { reasons } from '../../src/commands/reasons.js';
import { FolderError } from '../../src/disk/folder-error.js';
import { problem } from '../../src/problems.js';

describe('what makes a run impossible', () => {
  it('is told as it was found', () => {
    const found = problem('articles-unreadable', {}, { folder: 'news', reason: 'it does not exist' });
    expect(reasons(new FolderError([found]))).toEqual([found]);
  });

  it('is told in the words of the system where that refuses something', () => {
    const refusal = () => {
      try {
        readFileSync('nowhere/at/all');
      } catch (error) {
        return error;
      }
    };
    expect(reasons(refusal())).toMatchObject([
      { code: 'run-impossible', level: 'error', message: expect.stringContaining('no such file') },
    ]);
  });

  it.each([new TypeError('x is not a function'), 'thrown as a text', undefined])(
    'is no fault of the program: %s is passed on, to be reported as one',
    (fault) => {
      const thrown = vi.fn();
      try {
        reasons(fault);
      } catch (error) {
        thrown(error);
      }
      expect(thrown.mock.calls).toEqual([[fault]]);
    },
  );
});
