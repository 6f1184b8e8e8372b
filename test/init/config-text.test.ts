import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import schema from '../../src/config/schema.json' with { type: 'json' };
import { parseYaml } from '../../src/config/yaml.js';
import type { Choices } from '../../src/start/choices.js';
import { configText } from '../../src/start/config-text.js';
import { folderOf } from '../support/folder.js';

const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({ minLength: 1 }),
  fc.constantFrom(
    'true',
    'no',
    '12',
    '1e3',
    '0x1F',
    '~',
    '- a',
    'a: b',
    'a #b',
    "it's",
    '"',
    '\\',
    '.5',
    '/: a',
    ':',
  ),
);

it('whatever the title is, and the folders, the config says the same when it is read', () => {
  const author = fc.record({ name: text, email: text, uri: text }, { requiredKeys: ['name'] });
  const choices: fc.Arbitrary<Choices> = fc.record(
    {
      title: text,
      articles: text,
      output: text,
      description: text,
      authors: fc.oneof(text, fc.array(fc.oneof(text, author), { minLength: 1 })),
    },
    { requiredKeys: ['title', 'articles', 'output'] },
  );
  fc.assert(
    fc.property(choices, (chosen) => {
      expect(parseYaml(configText(chosen)).value).toEqual(JSON.parse(JSON.stringify(chosen)));
    }),
    { numRuns: 500 },
  );
});

it('every key shows a value that counts or might be given', () => {
  const shown = configText({ title: 'T', articles: 'a', output: 'o' });
  expect(shown).toContain('#  bucket: example-news\n');
  expect(shown).not.toContain('undefined');
});

it.each([
  'Harbour News',
  'Hafen-Zeitung für alle',
  'https://example.org/blog/',
  '/:year/:month/:slug/',
  '/blog/:year/:slug.html',
  'src/content',
  '_posts',
])('%s stands there as a person would write it', (written) => {
  const chosen = { title: written, articles: 'articles', output: 'output' };
  expect(configText(chosen)).toContain(`\ntitle: ${written}\n`);
});

it('every other key stands there commented out, with what it is for', () => {
  const { title, articles, output, $schema, ...others } = schema.properties;
  const written = configText({ title: 'News', articles: 'articles', output: 'output' });
  for (const [key, { description }] of Object.entries(others))
    expect(written).toMatch(new RegExp(`^# ${literally(description)}\n#${key}:`, 'm'));
  for (const [key, { description }] of Object.entries({ title, articles, output }))
    expect(written).toMatch(new RegExp(`^# ${literally(description)}\n${key}: `, 'm'));
});

it('can be used with every "#" taken away', async () => {
  const written = configText({ title: 'News', articles: 'articles', output: 'output' });
  const cwd = folderOf({ 'articles/': '', 'feedmill.config.yaml': written.replace(/^#(?! \S)/gm, '') });
  const config = await loadConfig({ cwd });
  expect(config).toMatchObject({ title: 'News', limit: 50, serve: { port: 8080, ended: ['/wire/rss.xml'] } });
  expect(config.publish).toMatchObject({ bucket: 'example-news', region: 'eu-central-1' });
  expect(written).not.toMatch(/undefined|null/);
});

it('says below a key what else there is to know of it, on one line', () => {
  const written = configText(
    { title: 'News', articles: 'articles', output: 'output' },
    { permalink: 'Elsewhere it is another.' },
  );
  expect(written).toContain('\n# Elsewhere it is another.\n#permalink: /:path/\n');
});

function literally(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
