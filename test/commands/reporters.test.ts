import { describe, expect, it } from 'vitest';
import { jsonReporter } from '../../src/commands/json-reporter.js';
import { reportLines } from '../../src/commands/report-lines.js';
import { problem } from '../../src/problems.js';
import type { Report } from '../../src/report.js';
import { sampleConfig } from '../support/config.js';
import { silentHost } from '../support/host.js';

const report: Report = {
  at: Date.UTC(2026, 10, 22, 9, 3, 21),
  milliseconds: 84,
  read: ['a.md'],
  gone: [],
  articles: 3,
  entries: 2,
  withheld: [],
  problems: [],
  documents: { written: ['rss.xml'], unchanged: [], removed: [] },
};
const warning = problem('date-unreadable', { path: 'a.md' }, { field: 'date', value: 'soon' });
const error = problem('front-matter-invalid', { path: 'b.md', line: 3 }, { reason: 'no colon' });

describe('programs are told', () => {
  /** What a reporter wrote, line by line. */
  function told(act: (reporter: ReturnType<typeof jsonReporter>) => void) {
    let out = '';
    const host = silentHost((text) => {
      out += text;
    });
    act(jsonReporter(host));
    expect(out).toMatch(/\n$/);
    return {
      out,
      events: out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    };
  }

  it('when an article is due in ISO 8601, and nothing where it is only a draft', () => {
    const until = Date.UTC(2027, 0, 5, 9);
    const withheld = [
      { path: 'later.md', reason: 'future' as const, until },
      { path: 'idea.md', reason: 'draft' as const },
    ];
    const { events } = told((reporter) => reporter.report({ ...report, withheld, next: until }));
    expect(events).toMatchObject([
      {
        event: 'report',
        at: '2026-11-22T09:03:21.000Z',
        next: '2027-01-05T09:00:00.000Z',
        withheld: [
          { path: 'later.md', reason: 'future', until: '2027-01-05T09:00:00.000Z' },
          { path: 'idea.md', reason: 'draft' },
        ],
      },
    ]);
    expect(events[0].withheld[1]).not.toHaveProperty('until');
  });

  it.each([
    ['info', []],
    ['warning', [warning]],
    ['error', [warning, error]],
  ] as const)('at the level %s by the worst of the problems', (level, problems) => {
    const { events } = told((reporter) => {
      reporter.report({ ...report, problems });
      reporter.problems(problems);
    });
    expect(events.map((event) => event.level)).toEqual([level, level]);
    expect(events[0]).not.toHaveProperty('next');
  });

  it('from where to where a run goes, that it watches, what its config says otherwise, and its end', () => {
    const config = { ...sampleConfig(), configFile: '/feedmill.config.yaml' };
    const { events } = told((reporter) => {
      reporter.start(config);
      reporter.watching(config);
      reporter.reread(sampleConfig(), ['title']);
      reporter.stopped();
    });
    const folders = { articles: '/articles', output: '/output' };
    expect(events).toMatchObject([
      { event: 'start', version: '1.2.3', ...folders, configFile: '/feedmill.config.yaml' },
      { event: 'watching', articles: '/articles' },
      { event: 'config', ...folders, changed: ['title'] },
      { event: 'stopped' },
    ]);
  });

  it('what a hub took, at once', () => {
    const announced = { topic: 'https://example.org/rss.xml', hub: 'https://hub.example.org/', status: 202 };
    const { events } = told((reporter) => reporter.announced(announced));
    expect(events).toMatchObject([{ event: 'announced', level: 'info', ...announced }]);
  });

  it('names as they are, by which a terminal can be told nothing', () => {
    const path = 'a\u202Egnp\u009b\u007f.md';
    const { out, events } = told((reporter) => reporter.report({ ...report, read: [path] }));
    expect(events[0].read).toEqual([path]);
    expect(out).not.toMatch(/[\u007f-\u009f\u202a-\u202e]/);
  });
});

describe('people are told of a folder', () => {
  const view = { columns: undefined, colour: false, first: true, quiet: false, siteTimezone: 'UTC' };
  const first = (given: Partial<Report>) => reportLines({ ...report, ...given }, view);

  it.each([
    [['a.md', 'b.md', 'c.md'], '3 articles read · 2 entries published'],
    [['a.md'], '3 articles, 1 changed · 2 entries published'],
    [[], '3 articles, none changed · 2 entries published'],
  ])('how many of its articles had to be read: %j', (read, line) => {
    expect(first({ read })[0]).toBe(line);
  });

  it('that no document could be written', () => {
    const documents = { written: [], unchanged: [], removed: [] };
    expect(first({ documents }).at(-1)).toBe('no document written, in 84 ms');
  });
});
