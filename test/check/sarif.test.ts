import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../src/commands/findings/finding.js';
import { sarifOf } from '../../src/commands/findings/sarif.js';
import { problem } from '../../src/problems.js';

const found = (path: string, line: number) =>
  problem('date-unreadable', { path, line, column: 2 }, { field: 'date', value: 'soon' });
const read = (...problems: ReturnType<typeof found>[]) =>
  JSON.parse(sarifOf({ findings: findingsOf(problems), articles: 1 }, {}, '/home/ines/site', '1.2.3'))
    .runs[0];

describe('SARIF', () => {
  it('has the address of what lies elsewhere, and paths from the working folder', () => {
    const { results } = read(
      found('/tmp/a b.md', 1),
      found('https://example.org/ä.xml', 1),
      found('a/ü#1.md', 1),
    );
    expect(
      results.map(
        ({ locations }: never[] & { locations: { physicalLocation: { artifactLocation: object } }[] }) =>
          locations[0]?.physicalLocation.artifactLocation,
      ),
    ).toEqual([
      { uri: 'file:///tmp/a%20b.md' },
      { uri: 'a/%C3%BC%231.md', uriBaseId: '%SRCROOT%' },
      { uri: 'https://example.org/%C3%A4.xml' },
    ]);
  });

  it('knows a finding again though it moved, and tells two of a kind apart', () => {
    const prints = (...lines: number[]): string[] =>
      read(...lines.map((line) => found('a.md', line))).results.map(
        ({ partialFingerprints }: { partialFingerprints: object }) => Object.values(partialFingerprints)[0],
      );
    expect(prints(3)).toEqual(prints(7));
    const [one, other] = prints(3, 4);
    expect(one).not.toBe(other);
  });

  it('explains a kind as well as it can where there is no page', () => {
    const { help } = found('a.md', 1);
    expect(read(found('a.md', 1)).tool.driver.rules[0]).toMatchObject({
      help: { text: help },
      shortDescription: { text: help },
    });
  });
});
