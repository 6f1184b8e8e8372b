import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.js';
import { dialogue } from '../../src/commands/dialogue.js';
import { parseYaml } from '../../src/config/yaml.js';
import { runHere } from '../commands/here.js';
import { feedIn } from '../service/feed.js';
import { folderOf } from '../support/folder.js';

/** Begins in a folder where somebody types these lines, and then no more. */
async function begun(cwd: string, typed: readonly string[], line = 'init') {
  const questions: string[] = [];
  const lines = [...typed];
  const talk = async () => ({
    ask: async (question: string) => {
      questions.push(question);
      return lines.shift();
    },
    end: () => undefined,
  });
  const time = () => new Date('2026-05-06T10:20:30.456Z');
  const { ended, written } = runHere(cwd, line, {}, { talk, time });
  const code = await ended;
  const file = join(cwd, 'feedmill.config.yaml');
  const config: unknown = existsSync(file) ? parseYaml(readFileSync(file, 'utf8')).value : undefined;
  return { code, questions, config, err: written.err };
}

describe('feedmill init', () => {
  it('asks four questions, and takes what is typed', async () => {
    const cwd = folderOf({});
    const typed = [' https://harbour.example/ ', 'Harbour: "News"', 'texts', 'public/feeds'];
    const { code, questions, config, err } = await begun(cwd, typed);
    expect(code).toBe(0);
    expect(questions).toEqual([
      'Public address of the site, as https://example.org/ (none yet): ',
      expect.stringMatching(/^Title of the feeds \(Feedmill .*\): $/),
      'Folder of the articles (articles): ',
      'Folder for the feeds (output): ',
    ]);
    expect(config).toEqual({
      site: 'https://harbour.example/',
      title: 'Harbour: "News"',
      articles: 'texts',
      output: 'public/feeds',
    });
    expect(err.replaceAll('\\', '/').split('\n')).toEqual([
      'wrote feedmill.config.yaml',
      'wrote texts/first-article.md',
      'next:',
      '  feedmill build   makes the feeds, in public/feeds',
      '  feedmill serve   shows them, and follows what you write',
      '',
    ]);
  });

  it('takes what is at hand where Enter alone is typed', async () => {
    const cwd = folderOf({});
    const { config } = await begun(cwd, ['', '', '', '']);
    expect(config).toEqual({
      title: expect.stringMatching(/^Feedmill /),
      articles: 'articles',
      output: 'output',
    });
  });

  it('asks again where an answer cannot be used, and says why', async () => {
    const cwd = folderOf({ notes: 'a file' });
    const typed = ['harbour.example', 'https://harbour.example/?a=b', 'https://harbour.example/', 'News'];
    const { config, questions, err } = await begun(cwd, [
      ...typed,
      'notes',
      'texts',
      './texts',
      'notes',
      'feeds',
    ]);
    expect(questions.map((question) => question.slice(0, 10))).toEqual([
      ...['Public add', 'Public add', 'Public add', 'Title of t'],
      ...['Folder of ', 'Folder of ', 'Folder for', 'Folder for', 'Folder for'],
    ]);
    expect(err).toContain('Cannot use site "harbour.example": expected an address that begins with http');
    expect(err).toContain('expected an address without user name, query or fragment');
    expect(err).toContain('Cannot read articles folder "notes": it is not a folder');
    expect(err).toContain('Cannot use output folder "./texts": it is the articles folder itself');
    expect(err).toContain('Cannot use output folder "notes": it is not a folder');
    expect(config).toEqual({
      site: 'https://harbour.example/',
      title: 'News',
      articles: 'texts',
      output: 'feeds',
    });
  });

  it.each([0, 1, 2, 3])('writes nothing where whoever is asked goes away after %i answers', async (count) => {
    const cwd = folderOf({});
    const { code, err } = await begun(
      cwd,
      Array.from({ length: count }, () => ''),
    );
    expect({ code, err }).toEqual({ code: 130, err: '\nNothing was written.\n' });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('does not ask what the command line says', async () => {
    const line = 'init texts --site https://harbour.example/ --title News -o feeds';
    const { code, questions, config } = await begun(folderOf({}), [], line);
    expect({ code, questions }).toEqual({ code: 0, questions: [] });
    expect(config).toEqual({
      site: 'https://harbour.example/',
      title: 'News',
      articles: 'texts',
      output: 'feeds',
    });
  });

  it('refuses what it says wrongly before it asks anything', async () => {
    const cwd = folderOf({});
    const { code, questions, err } = await begun(cwd, [], 'init same --site harbour.example -o same');
    expect({ code, questions }).toEqual({ code: 2, questions: [] });
    expect(err).toContain('Cannot use --site "harbour.example"');
    expect(err).toContain('Cannot use output folder "same": it is the articles folder itself');
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('asks nothing with --yes, and nothing where nobody sits at a terminal', async () => {
    const cwd = folderOf({});
    expect(await begun(cwd, [], 'init --yes')).toMatchObject({ code: 0, questions: [] });
    const alone = runHere(folderOf({}), 'init');
    expect(await alone.ended).toBe(0);
    expect(alone.written.err).toMatch(/^wrote feedmill\.config\.yaml\n/);
  });

  it('offers what it found in the folder', async () => {
    const cwd = folderOf({ 'hugo.toml': 'baseURL = "https://hill.example/"\ntitle = "Hill\\u001b[2J"\n' });
    const { questions, config } = await begun(cwd, ['', 'Other', '', '']);
    expect(questions.slice(0, 3)).toEqual([
      'Public address of the site, as https://example.org/ (https://hill.example/): ',
      'Title of the feeds (Hill [2J): ',
      'Folder of the articles (content): ',
    ]);
    expect(config).toMatchObject({ site: 'https://hill.example/', title: 'Other', articles: 'content' });
  });

  it('does not write a config where there is one beside the folder that is named last', async () => {
    const cwd = folderOf({ 'far/feedmill.config.json': '{}' });
    const { code, err } = await begun(cwd, ['', '', 'far/texts', '']);
    expect(code).toBe(2);
    expect(err).toContain('there is a config, "far/feedmill.config.json"');
    expect(readdirSync(cwd)).toEqual(['far']);
  });

  it('says what to type next as it was started itself', async () => {
    const { ended, written } = runHere(folderOf({}), 'init', { npm_command: 'exec' });
    expect(await ended).toBe(0);
    expect(written.err).toMatch(/\nnext:\n {2}npx feedmill build .*\n {2}npx feedmill serve /);
  });

  it('has few options, and says which commands have the others', async () => {
    const { code, err } = await begun(folderOf({}), [], 'init --json');
    expect(code).toBe(2);
    expect(err).toContain('only "watch", "build", "serve", "publish" and "hub-check" have it');
    expect(commands.at(-1)?.name).toBe('init');
  });
});

describe('the first article', () => {
  it('is published by the next build, with the date of the beginning', async () => {
    const cwd = folderOf({});
    await begun(cwd, [], 'init --yes --title News');
    const build = runHere(cwd, 'build --strict');
    expect(await build.ended, build.written.err).toBe(0);
    expect(feedIn(join(cwd, 'output'))).toEqual({ title: 'News', entries: ['The first article'] });
    const [item] = JSON.parse(readFileSync(join(cwd, 'output/feed.json'), 'utf8')).items;
    expect(item).toMatchObject({ date_published: '2026-05-06T10:20:30.000Z', tags: ['beginnings'] });
  });

  it('has a date in its name where the generator wants that', async () => {
    const cwd = folderOf({ '_config.yml': 'url: https://quay.example\n' });
    await begun(cwd, [], 'init --yes');
    expect(readdirSync(join(cwd, '_posts'))).toEqual(['2026-05-06-first-article.md']);
    const build = runHere(cwd, 'build');
    expect(await build.ended, build.written.err).toBe(0);
    expect(feedIn(join(cwd, 'output')).entries).toEqual(['The first article']);
  });

  it('may lie in the working folder itself', async () => {
    const cwd = folderOf({ '.obsidian/': '' });
    await begun(cwd, [], 'init --yes');
    expect(readdirSync(cwd).sort()).toEqual(['.obsidian', 'feedmill.config.yaml', 'first-article.md']);
  });
});

describe('a dialogue', () => {
  it('keeps what is typed before it is asked for, and ends where the input does', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const { ask, end } = dialogue(input, output);
    input.write('one\ntwo\n');
    expect(await ask('first ')).toBe('one');
    expect(await ask('second ')).toBe('two');
    const third = ask('third ');
    input.write('\u0004');
    expect(await third).toBeUndefined();
    expect(await ask('fourth ')).toBeUndefined();
    end();
    const shown = String(output.read());
    for (const question of ['first', 'second', 'third']) expect(shown).toContain(`${question} `);
  });
});
