import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonReporter } from '../../src/commands/json-reporter.js';
import { ofRuns } from '../../src/problems/of-runs.js';
import { type ProblemCode, problem } from '../../src/problems.js';
import { placeOf } from '../../src/publish/place.js';
import { silentHost } from '../support/host.js';

const manual = read('publishing.md');

function read(name: string): string {
  return readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
}

/** The problems of publishing, with what their pages quote. */
const codes: readonly (readonly [ProblemCode, Readonly<Record<string, string>>])[] = [
  ['publish-without-site', {}],
  ['credentials-missing', {}],
  ['store-unreachable', { reason: 'nobody answers there' }],
  [
    'store-refused',
    { name: '.feedmill.json', reason: 'it answered 404 NoSuchBucket, there is no such bucket' },
  ],
  ['object-in-the-way', { name: 'index.html' }],
  ['published-elsewhere', {}],
  ['conditions-ignored', {}],
];

describe('the manual of publishing', () => {
  it('lists the problems that there are with stores', () => {
    const listed = [...manual.matchAll(/^\| \[`([\w-]+)`\]/gm)].map(([, code]) => code);
    expect(listed).toEqual(codes.map(([code]) => code));
    const told = Object.keys(ofRuns).filter((code) =>
      /credentials|store-|object-|publish|conditions/.test(code),
    );
    expect(told.sort()).toEqual([...listed].sort());
  });

  it.each(codes)('has a page for %s that quotes it', (code, values) => {
    const { level, message } = problem(code, {}, { to: 's3://example-news', ...values });
    const lines = read(`problems/${code}.md`).split('\n');
    expect([lines[0], lines[2], lines[4]]).toEqual([`# ${code}`, `${level} · about a run`, `> ${message}`]);
    expect(lines).toContain('## What to do');
  });

  it('shows what is told as JSON', () => {
    const [, shown = ''] = /```json\n(\{"time.*)\n```/.exec(manual) ?? [];
    let told = '';
    const host = silentHost((text) => {
      told += text;
    });
    jsonReporter(host).published({
      ...{ to: 's3://example-news', uploaded: ['rss.xml', 'index.html'], removed: [] },
      ...{ unchanged: Array.from({ length: 55 }, String), bytes: 5120, milliseconds: 210 },
    });
    const { time: _, ...facts } = JSON.parse(told);
    const { time: __, ...expected } = JSON.parse(shown);
    expect(facts).toEqual(expected);
    expect(Object.keys(JSON.parse(told))).toEqual(Object.keys(JSON.parse(shown)));
  });

  it('says which addresses stores have', () => {
    const { address } = placeOf({ bucket: 'example-news', region: 'eu-central-1', prefix: '' }, {});
    expect(address).toBe('https://example-news.s3.eu-central-1.amazonaws.com/');
    const { region } = placeOf(
      { bucket: 'b', endpoint: 'https://s3.eu-central-003.backblazeb2.com/', prefix: '' },
      {},
    );
    expect(region).toBe('eu-central-003');
  });
});
