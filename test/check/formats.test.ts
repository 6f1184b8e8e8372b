import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runHere } from '../commands/here.js';
import { folderOf } from '../support/folder.js';
import { runOf } from '../support/program.js';
import { skipWhere } from '../support/skip-where.js';

const files = {
  'feedmill.config.yaml': 'site: https://example.org/\noutput: public\n',
  'articles/the quay, 100%/ferry: night.md':
    '---\ntitle: Ferry\ndtae: 2026-05-06\ndate: "next %, Tuesday"\n---\n\n![x](gone.png) ![x](gone.jpg)\n',
  'articles/zoë.md': '---\nno key\ntitle: Zoë\ndate: 2026-05-06\n---\nText.\n',
};

/** Every finding of the folder, by place, code and level. */
const places = [
  'articles/the quay, 100%/ferry: night.md:1:1 note date-missing',
  'articles/the quay, 100%/ferry: night.md:4:8 warning date-unreadable',
  'articles/the quay, 100%/ferry: night.md:7:6 warning reference-broken',
  'articles/the quay, 100%/ferry: night.md:7:21 warning reference-broken',
  'articles/zoë.md:2:1 error front-matter-invalid',
  'public:1:1 note output-unbuilt',
];

const folder = () => folderOf(files);

async function run(line: string, cwd = folder()) {
  const { ended, written } = runHere(cwd, line);
  await ended;
  return written;
}

describe('the lines for editors', () => {
  it('are taken by the matcher $gcc of VS Code, but for notes', async () => {
    const gcc = /^(.*?):(\d+):(\d*):?\s+(?:fatal\s+)?(warning|error):\s+(.*)$/;
    const { out } = await run('check');
    const taken = out.split('\n').flatMap((line) => {
      const [, file, at, column, severity, message = ''] = gcc.exec(line) ?? [];
      return file === undefined
        ? []
        : [`${file}:${at}:${column} ${severity} ${/\[([\w-]+)\]$/.exec(message)?.[1]}`];
    });
    expect(taken).toEqual(places.filter((place) => !place.includes(' note ')));
  });

  it('are taken by vim as it comes', async ({ skip }) => {
    skipWhere(skip, spawnSync('vim', ['--version']).status !== 0, 'vim is not there');
    const cwd = folder();
    writeFileSync(join(cwd, 'found.txt'), (await run('check', cwd)).out);
    const told = '"{bufname(v:val.bufnr)}:{v:val.lnum}:{v:val.col}{v:val.text}"'
      .replaceAll('{', '".')
      .replaceAll('}', '."');
    const list = `map(filter(getqflist(), "v:val.valid"), ${JSON.stringify(told)})`;
    const quit = ['-c', `call writefile(${list}, 'list.txt')`, '-c', 'qa!'];
    execFileSync('vim', ['-u', 'NONE', '-N', '-es', '-q', 'found.txt', ...quit], { cwd, stdio: 'ignore' });
    const taken = readFileSync(join(cwd, 'list.txt'), 'utf8').trim().split('\n');
    expect(taken.map((line) => line.replace(/(\d) (\w+): .*\[(.*)\]$/, '$1 $2 $3'))).toEqual(places);
  });

  it('are followed by help on a terminal, once a kind, which no editor takes for a finding', async () => {
    const { ended, written } = runHere(folder(), 'check', {}, { isRead: true });
    await ended;
    const help = written.out.split('\n').filter((line) => line.includes('feedmill check --explain'));
    expect(help).toHaveLength(5);
    for (const line of help) expect(line).toMatch(/^ {4}\S/);
    expect(written.err).toMatch(/^1 error, 3 warnings, 2 notes in 2 articles\n$/);
  });

  it('hold no command for a terminal, whatever a file is called', async () => {
    const cwd = folderOf({
      'articles/\u001b[31mred.md': '---\nno key\u001b[2J\n---\n',
      'articles/a\nb.md': '---\nx y\n---\n',
    });
    const { out } = await run('check', cwd);
    expect(out).not.toContain('\u001b');
    for (const line of out.trimEnd().split('\n'))
      expect(line).toMatch(/^.+:\d+:\d+: (?:error|warning|note): .* \[[\w-]+\]$/);
  });
});

describe('--format json', () => {
  it('is one object with these keys', async () => {
    const { out, err } = await run('check --format json');
    const { findings, summary, ...rest } = JSON.parse(out);
    expect(rest).toEqual({});
    expect(err).toBe('');
    expect(summary).toEqual({ errors: 1, warnings: 3, notes: 2, articles: 2 });
    expect(
      findings.map(
        (one: Record<string, unknown>) => `${one.path}:${one.line}:${one.column} ${one.level} ${one.code}`,
      ),
    ).toEqual(places);
    expect(findings[1]).toEqual({
      code: 'date-unreadable',
      level: 'warning',
      path: 'articles/the quay, 100%/ferry: night.md',
      line: 4,
      column: 8,
      message: 'Cannot read date "next %, Tuesday": not a date',
      help: 'Write it as 2026-05-06 or 2026-05-06T10:00:00+02:00.',
      page: 'docs/problems/date-unreadable.md',
    });
  });
});

describe('--format github', () => {
  it('has the commands of a workflow, with their escapes', async () => {
    const { out } = await run('check --format github');
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(places.length);
    expect(lines[1]).toBe(
      '::warning file=articles/the quay%2C 100%25/ferry%3A night.md,line=4,col=8,title=date-unreadable::' +
        'Cannot read date "next %25, Tuesday": not a date. Write it as 2026-05-06 or 2026-05-06T10:00:00+02:00.',
    );
    expect(lines.map((line) => /^::(\w+) /.exec(line)?.[1])).toEqual([
      'notice',
      'warning',
      'warning',
      'warning',
      'error',
      'notice',
    ]);
  });
});

describe('--format sarif', () => {
  it('is SARIF 2.1.0, as code scanning wants it', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'bad.xml'), '<rss>');
    const { out, code } = await runOf(cwd, ['check', '--format', 'sarif', '.', 'articles', 'bad.xml']);
    expect(code).toBe(1);
    const log = JSON.parse(out);
    expect(log).toMatchObject({ $schema: expect.stringContaining('sarif-2.1.0'), version: '2.1.0' });
    expect(log.runs).toHaveLength(1);
    const [{ tool, columnKind, originalUriBaseIds, results }] = log.runs;
    expect(tool.driver).toMatchObject({
      name: 'feedmill',
      semanticVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
    expect(columnKind).toBe('utf16CodeUnits');
    expect(originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: `${pathToFileURL(cwd).href}/` } });
    const prints = new Set<string>();
    for (const { ruleId, ruleIndex, level, message, locations, partialFingerprints } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
      expect(message.text).toMatch(/\S/);
      expect(locations).toHaveLength(1);
      const { artifactLocation, region } = locations[0].physicalLocation;
      expect(artifactLocation).toEqual({ uri: expect.stringMatching(/^[\w./%-]+$/), uriBaseId: '%SRCROOT%' });
      expect(decodeURIComponent(artifactLocation.uri)).toMatch(/^(?:articles|public|output|bad)/);
      expect(region.startLine).toBeGreaterThan(0);
      expect(region.startColumn).toBeGreaterThan(0);
      const print = Object.values(partialFingerprints)[0];
      expect(print).toMatch(/^[\da-f]{32}$/);
      prints.add(String(print));
    }
    expect(prints.size).toBe(results.length);
    const ids = tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, shortDescription, fullDescription, help, helpUri } of tool.driver.rules) {
      const page = readFileSync(new URL(`../../docs/problems/${id}.md`, import.meta.url), 'utf8');
      expect(help).toEqual({ text: page, markdown: page });
      expect(page).toContain(`> ${shortDescription.text}\n`);
      expect(fullDescription.text).toMatch(/\S/);
      expect(helpUri).toBeUndefined();
    }
  });
});

describe('--explain', () => {
  it('prints the page of a code', async () => {
    const page = readFileSync(new URL('../../docs/problems/feed-author.md', import.meta.url), 'utf8');
    expect(await runOf(folder(), ['check', '--explain', 'feed-author'])).toEqual({
      code: 0,
      out: page,
      err: '',
    });
  });

  it('asks what was meant where there is no such code', async () => {
    const { code, out, err } = await runOf(folder(), ['check', '--explain', 'feed-autor']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('there is no code "feed-autor"; did you mean "feed-author"?');
  });
});
