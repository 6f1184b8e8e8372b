import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, inject, it, onTestFinished } from 'vitest';
import { day, fetchersOf, kinds } from '../bench/readers/population.mjs';
import { folderOf } from './support/folder.js';

const bytes = { whole: 100_000, compressed: 30_000, same: 300 };

it('a thousand times as many readers ask a thousand times as often, but for those behind services', () => {
  const services = kinds.find(({ name }) => name === 'services');
  if (!services) throw new Error('There are no services');
  const [few, many] = [day(10_000, bytes), day(10_000_000, bytes)];
  const own = (40 * 1440) / services.minutes;
  expect((many.requests - own) / (few.requests - own)).toBeCloseTo(1000, 5);
  expect(fetchersOf(services, 10)).toBe(6);
});

it('whoever asks in vain costs next to nothing, and less than a third of the bytes is sent', () => {
  const all = day(1_000_000, bytes);
  expect(all.same / all.requests).toBeGreaterThan(0.5);
  expect(all.bytes).toBeLessThan(all.wasteful / 3);
});

it('some readers that fetch from a server are sent about what the arithmetic says', async () => {
  const script = fileURLToPath(new URL('../bench/readers.mjs', import.meta.url));
  const args = ['--readers', '2000', '--hours', '4', '--speed', '3600', '--program', inject('program')];
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, PATH: '', TMPDIR: folderOf({}) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill());
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  expect(err).toBe('');
  const rows = [...out.matchAll(/^\| (by arithmetic|feedmill serve) .*$/gm)].map(([row]) =>
    row.split('|').map((cell) => cell.trim()),
  );
  const [expected, measured] = rows.map(([, , requests = '']) => Number(requests.replaceAll(',', '')));
  expect(measured).toBeGreaterThan(0.9 * (expected ?? 0));
  expect(measured).toBeLessThan(1.1 * (expected ?? 0));
  expect(rows[1]?.[5]).toBe('0');
  expect(out).toContain('nginx is not installed');
  expect(code).toBe(0);
});
