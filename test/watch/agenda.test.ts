import { expect, it } from 'vitest';
import { type ProblemCode, problem } from '../../src/problems.js';
import { Agenda } from '../../src/watch/agenda.js';
import { reportOf } from './recorder.js';

const at = 1_000_000;

function failing(code: ProblemCode = 'document-unwritten') {
  return reportOf([], { at, problems: [problem(code, {}, { name: 'rss.xml', reason: 'the disk is full' })] });
}

it('has nothing to do after a turn that left nothing', () => {
  const agenda = new Agenda();
  expect(agenda.next()).toBe(Number.POSITIVE_INFINITY);
  agenda.note(reportOf([], { at }));
  agenda.note({ ...failing('link-skipped') });
  expect(agenda.next()).toBe(Number.POSITIVE_INFINITY);
});

it('waits for the moment at which time alone changes what is public', () => {
  const agenda = new Agenda();
  agenda.note(reportOf([], { at, next: at + 100 }));
  expect(agenda.next()).toBe(at + 100);
  agenda.note(reportOf([], { at: at + 100, next: at + 500 }));
  expect(agenda.next()).toBe(at + 500);
  agenda.note(reportOf([], { at: at + 500 }));
  expect(agenda.next()).toBe(Number.POSITIVE_INFINITY);
});

it('a turn that fails when something is due is not tried again at once', () => {
  const agenda = new Agenda();
  agenda.note(reportOf([], { at, next: at + 100 }));
  agenda.fail(at + 100);
  expect(agenda.next()).toBe(at + 1100);
  expect(agenda.retries(at + 1099)).toBe(false);
  expect(agenda.retries(at + 1100)).toBe(true);
});

it('has to decide anew when the clock was put back, and to try again what it would try in a time to come', () => {
  const agenda = new Agenda();
  agenda.note(reportOf([], { at, next: at + 100 }));
  expect([at - 1, at, at + 99].map((now) => agenda.isDue(now))).toEqual([true, false, false]);
  expect(agenda.retries(at - 1)).toBe(false);
  agenda.note(failing());
  expect([at - 1, at].map((now) => agenda.retries(now))).toEqual([true, false]);
  agenda.fail(at - 1_000_000);
  expect([at - 1_000_001, at - 1_000_000].map((now) => agenda.retries(now))).toEqual([true, false]);
});

it('tries again what could not be written, less and less often, until it is written', () => {
  const agenda = new Agenda();
  const waits = Array.from({ length: 8 }, () => {
    agenda.note(failing());
    return agenda.next() - at;
  });
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  agenda.note(reportOf([], { at }));
  expect(agenda.next()).toBe(Number.POSITIVE_INFINITY);
  agenda.note(failing());
  expect(agenda.next() - at).toBe(1000);
});

it('tries again though the clock is put back meanwhile', () => {
  const agenda = new Agenda();
  agenda.note(failing());
  expect(agenda.retries(at + 500)).toBe(false);
  expect(agenda.retries(at - 86_400_000)).toBe(true);
  agenda.note(reportOf([], { at: at - 86_400_000 }));
  expect(agenda.retries(at - 86_400_000)).toBe(false);
});
