import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResolvedConfig } from '../src/config/config.js';
import type { Report } from '../src/report.js';
import { MemoryCache, MemoryMill } from './support/memory.js';
import { png } from './support/recordings.js';
import { wordsOf } from './support/words.js';

/*
 * A mill that has turned a hundred times, one that begins anew, and one that begins with what an earlier one knew give
 * the same documents.
 */

const day = 86_400_000;
const paths = ['a.md', 'b.md', 'c.txt', 'n/index.md', 'n/part.md', 'n/d.md', 'x/e.md', 'x/f.html'];

const text = fc.record({
  title: fc.constantFrom('Ferry', 'Storm', 'Fog', 'Tide', undefined),
  day: fc.option(fc.integer({ min: -20, max: 6 }), { nil: undefined }),
  more: fc.constantFrom(
    '',
    'draft: true\n',
    'tags: [fish, sea]\n',
    'tags: [Fish]\nauthor: ada\n',
    'id: https://example.org/?p=1\n',
    'link: javascript:no\n',
    'link: /elsewhere/\n',
    'audio: talk.wav\nepisode: 2\n',
    'audio: talk.wav\nepisode_image: cover.png\nduration: 3\n',
  ),
  seed: fc.integer({ min: 1, max: 6 }),
  link: fc.constantFrom('', '[it](b.md)', '![pier](pier.png)', '[it](/x/e.md)'),
});

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('write'), path: fc.constantFrom(...paths), text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove'), path: fc.constantFrom(...paths) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('move'),
      path: fc.constantFrom(...paths),
      to: fc.constantFrom(...paths),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('people'), name: fc.constantFrom('Ada', 'Ada Quill') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('picture'), size: fc.integer({ min: 0, max: 3 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('recording'), rate: fc.constantFrom(0, 1, 2, 4, 0x7f7f7f7f) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cover'), side: fc.constantFrom(0, 1, 2) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait'), days: fc.constantFrom(-1, 1, 2, 3, 4) }) },
) as fc.Arbitrary<Step>;

type Text = typeof text extends fc.Arbitrary<infer Value> ? Value : never;
type Step =
  | { kind: 'write'; path: string; text: Text }
  | { kind: 'remove'; path: string }
  | { kind: 'move'; path: string; to: string }
  | { kind: 'people'; name: string }
  | { kind: 'picture'; size: number }
  | { kind: 'recording'; rate: number }
  | { kind: 'cover'; side: number }
  | { kind: 'wait'; days: number };

function written({ title, day: days, more, seed, link }: Text, now: number): string {
  const date = days === undefined ? '' : `date: ${new Date(now + days * day).toISOString()}\n`;
  const head = title === undefined ? '' : `title: ${title}\n`;
  return `---\n${head}${date}${more}---\n\n${wordsOf(seed, 40).join(' ')} ${link}\n`;
}

function changesOf(step: Step, mill: MemoryMill): NonNullable<Parameters<MemoryMill['turn']>[0]> {
  if (step.kind === 'write') return { [step.path]: written(step.text, mill.now) };
  if (step.kind === 'remove') return mill.files.has(step.path) ? { [step.path]: undefined } : {};
  if (step.kind === 'people') return { 'authors.yml': `ada:\n  name: ${step.name}\n` };
  if (step.kind === 'picture') return { 'pier.png': step.size > 0 ? '.'.repeat(step.size) : undefined };
  if (step.kind === 'recording') return { 'talk.wav': step.rate > 0 ? recordingOf(step.rate) : undefined };
  if (step.kind === 'cover') return { 'cover.png': step.side > 0 ? pictureOf(step.side) : undefined };
  if (step.kind === 'wait') return {};
  const moved = mill.files.get(step.path);
  return moved && step.to !== step.path ? { [step.path]: undefined, [step.to]: moved } : {};
}

/** A recording of 64 bytes, and so always one of the same size, however long it lasts. */
function recordingOf(rate: number): string {
  const head = Buffer.alloc(44 + 64);
  head.write('RIFF', 'latin1');
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt32LE(rate, 28);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(64, 40);
  return head.toString('latin1');
}

/** The head of a square picture: too small, or large enough for a podcast. */
function pictureOf(side: number): string {
  return png([0, 900, 1500][side] ?? 0).toString('latin1');
}

/** What people are told of the whole folder, in whatever order; an article of that id may be told of by a path that it had. */
function told({ articles, entries, next, withheld, problems }: Report): unknown {
  const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
  const found = problems.map((one) => (one.code === 'id-taken' ? { ...one, message: '' } : one));
  return { articles, entries, next, withheld: sorted(withheld), problems: sorted(found) };
}

/** A mill that begins with what the one before knew, and with what changed since that one turned last. */
async function recalled(
  mill: MemoryMill,
  changes: ReturnType<typeof changesOf>,
  cache: MemoryCache,
  config: Partial<ResolvedConfig>,
): Promise<[mill: MemoryMill, cold: MemoryMill]> {
  const next = new MemoryMill(config, mill.ledger.again(), cache);
  const cold = new MemoryMill(config, mill.ledger.again());
  const files = new Map(mill.files);
  for (const [path, file] of Object.entries(changes))
    if (file === undefined) files.delete(path);
    else files.set(path, typeof file === 'string' ? { text: file } : file);
  next.now = mill.now;
  cold.now = mill.now;
  for (const [name, document] of mill.documents) next.documents.set(name, document);
  await next.recall(files);
  await cold.turn(Object.fromEntries(files));
  return [next, cold];
}

async function hold(steps: readonly Step[], config: Partial<ResolvedConfig>): Promise<void> {
  const cache = new MemoryCache();
  let mill = new MemoryMill(config, undefined, cache);
  for (const [at, step] of steps.entries()) {
    if (step.kind === 'wait') mill.now += step.days * day;
    const changes = changesOf(step, mill);
    if (at % 3 === 2) {
      if (step.kind === 'wait' && step.days < 0) mill.ledger.text = shortened(mill.ledger.text);
      const [next, cold] = await recalled(mill, changes, cache, config);
      expect(told(next.report)).toEqual(told(cold.report));
      expect(linesOf(next.ledger.text)).toEqual(linesOf(cold.ledger.text));
      mill = next;
    } else await mill.turn(changes);
    const anew = await mill.restarted(config);
    expect(Object.fromEntries(mill.documents)).toEqual(Object.fromEntries(anew.documents));
  }
}

/** A ledger that has lost its first line. */
function shortened(text: string): string {
  return text.slice(text.indexOf('\n') + 1);
}

/** What a ledger says last of each entry and page, wherever. */
function linesOf(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  const keyOf = ({ id, feed, page }: Record<string, unknown>) => String(id ?? `${feed} ${page}`);
  return Object.fromEntries(lines.map((line) => [keyOf(JSON.parse(line)), line]));
}

const podcast = { asked: true, categories: [['News']], funding: [], explicit: false } as const;
const groups = { tags: true, authors: true, sections: true, languages: false };

describe('whatever changes, in whatever order, the documents are those of a build from nothing', () => {
  it.each<[string, Partial<ResolvedConfig>]>([
    ['with one feed', { limit: 3 }],
    ['with groups', { limit: 3, feeds: groups }],
    ['with archives', { limit: 2, archive: true, feeds: groups }],
    ['within a budget of bytes', { limit: 4, maxBytes: 3000 }],
    ['with a podcast', { limit: 3, podcast, feeds: groups }],
    ['with a podcast within a budget of bytes', { limit: 3, podcast, maxBytes: 6000, archive: true }],
  ])('%s', { timeout: 300_000 }, async (_name, config) => {
    const steps = fc.array(step, { minLength: 3, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, (steps) => hold(steps, config)),
      { numRuns: Number(process.env.RUNS ?? 60) },
    );
  });
});
