import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSecretName, masked } from '../../src/masked.js';
import { problem } from '../../src/problems.js';
import { folderOf } from '../support/folder.js';
import { runOf } from '../support/program.js';

const article = '# Storm\n\nWind and rain.\n';
const secrets = /hunter2|s3cr3t|geheim/;

/** Runs a build in a folder, and gives all that it says and writes. */
async function everything(files: Readonly<Record<string, string>>, args: readonly string[]) {
  const cwd = folderOf({ 'articles/a.md': article, ...files });
  const runs = await Promise.all([runOf(cwd, args), runOf(cwd, [...args, '--json'])]);
  const made = readdirSync(cwd, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !(file.name in files))
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
  return { codes: runs.map(({ code }) => code), said: runs.map(({ out, err }) => out + err), made };
}

describe('a password or a token', () => {
  it.each([
    [['build', '--site', 'https://ana:hunter2@example.org/']],
    [['build', '--site', 'https://ana:hun/ter2/hunter2@example.org/']],
    [['build', '--site', 'https://hunter2@example.org/']],
    [['build', '--site', 'https://example.org/?token=hunter2']],
    [['build', '--site', 'ana:hunter2@example.org']],
    [['build', 'https://ana:hunter2@example.org/x']],
    [['build', 'articles', 'https://ana:hunter2@example.org/x']],
    [['build', '--output', 'https://ana:hunter2@example.org/x', '--site', 'nowhere']],
    [['build', '--tokn=hunter2']],
    [['API_TOKEN=hunter2', 'x']],
    [['build', '--limit', 'SECRET=hunter2']],
    [['build', '--config', 'https://ana:hunter2@example.org/c.yaml']],
  ])('on the command line is never told: %s', async (args) => {
    const { codes, said, made } = await everything({}, args);
    expect(codes).toEqual([2, 2]);
    for (const text of [...said, ...made]) expect(text).not.toMatch(secrets);
    for (const text of said) expect(text.length).toBeGreaterThan(20);
  });

  it.each([
    ['feedmill.config.yaml', 'site: https://ana:hunter2@example.org/\n'],
    ['feedmill.config.yaml', 'hub: { token: hunter2, url: 5 }\npublish: { secretAccessKey: hunter2 }\n'],
    ['feedmill.config.yaml', 'title: [hunter2]\nlimit: ftp://ana:hunter2@example.org/\n'],
    ['feedmill.config.yaml', 'authors: [{ name: Ana, uri: "https://ana:hunter2@example.org/" }]\n'],
    ['feedmill.config.yaml', 'token: *hunter2\n'],
    ['feedmill.config.yaml', 'token: !hunter2 x\n'],
    ['feedmill.config.yaml', 'token: @hunter2\n'],
    ['feedmill.config.yaml', 'token: "hunter2\ntitle: x\n'],
    ['feedmill.config.json', '{ "token": "hunter2" "title": "x" }'],
    ['feedmill.config.toml', 'token = hunter2\n'],
    ['feedmill.config.toml', 'token = "hunter2\n'],
    ['feedmill.config.mjs', 'export default { token: "x" hunter2 };\n'],
    ['feedmill.config.mjs', 'export default { token: hunter2" };\n'],
    [
      'feedmill.config.mjs',
      'throw new Error("fetching https://ana:hunter2@example.org/?api_key=s3cr3t failed");\n',
    ],
    [
      'feedmill.config.mjs',
      'export default { site: "https://ana:hunter2@example.org/", PASSWORD: "s3cr3t" };\n',
    ],
  ])('in a config file is never told: %s %j', async (name, text) => {
    const { codes, said, made } = await everything({ [name]: text }, ['build']);
    expect(codes).toEqual([2, 2]);
    for (const told of [...said, ...made]) expect(told).not.toMatch(secrets);
    for (const told of said) expect(told).toContain(name);
  });
});

describe('all faults of a config', () => {
  it('are told at once with their place, though some are secret', async () => {
    const text = 'titel: x\nlimit: https://ana:hunter2@h/\ntoken: hunter2\nwatch: { poll: maybe }\n';
    const { said } = await everything({ 'feedmill.config.yaml': text }, ['build']);
    for (const told of said) {
      for (const part of ['"titel"', '"https://***@h/"', '"token"'])
        expect(told.replaceAll('\\"', '"')).toContain(part);
    }
    expect(said[0]).toMatch(/config\.yaml:1:1 .*config\.yaml:2:8 .*config\.yaml:4:16 /s);
  });
});

describe('what is told', () => {
  it.each([
    ['Cannot use site "https://ana:pw@example.org/"', 'Cannot use site "https://***@example.org/"'],
    ['https://ana@example.org/ and http://b:c@d/', 'https://***@example.org/ and http://***@d/'],
    ['redis://:pw@host:6379/0', 'redis://***@host:6379/0'],
    ['https://u:p/w@example.org/', 'https://***@example.org/'],
    ['https://u:p@w@example.org/', 'https://***@example.org/'],
    ['GET /x?api_key=abc&n=1', 'GET /x?api_key=***&n=1'],
    ['FEEDMILL_HUB_TOKEN=abc', 'FEEDMILL_HUB_TOKEN=***'],
    ['AWS_SECRET_ACCESS_KEY=abc', 'AWS_SECRET_ACCESS_KEY=***'],
  ])('hides in %s what is secret', (text, told) => {
    expect(masked(text)).toBe(told);
    expect(problem('run-impossible', {}, { reason: text }).message).toBe(`Cannot go on: ${told}`);
  });

  it.each([
    'https://mastodon.example/@ana',
    'https://example.org:8080/@ana/1',
    'https://example.org/a?b=c#d',
    'ana@example.org',
    'file:///home/ana/x@y.md',
    'articles/a@2x.md',
    'tokens = 5',
  ])('leaves %s as it is', (text) => {
    expect(masked(text)).toBe(text);
  });

  it('never holds the password of an address', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const password = fc.stringMatching(/^[!$%&()*+,.:;=A-Z@^_~-]{1,12}Q9$/);
    fc.assert(
      fc.property(word, password, word, fc.string(), (user, secret, host, more) => {
        const text = masked(`Cannot use "https://${user}:${secret}@${host}.example/": ${more}`);
        expect(text).not.toContain(`${secret}@`);
      }),
    );
  });
});

it.each([
  ['hub.token'],
  ['apiKey'],
  ['api_key'],
  ['password'],
  ['PASSWD'],
  ['secretAccessKey'],
  ['client-secret'],
  ['auth'],
])('takes the value of %s for secret', (name) => expect(isSecretName(name)).toBe(true));

it.each([['authors'], ['title'], ['site'], ['feeds'], ['$schema'], ['permalink'], ['limit'], ['watch']])(
  'takes that of %s for none',
  (name) => expect(isSecretName(name)).toBe(false),
);
