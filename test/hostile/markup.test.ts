import { expect, it } from 'vitest';
import { attacks, frames } from '../support/attacks.js';
import { publishOne } from '../support/publish.js';

// Every attack is published, and `readDocuments` fails where something of it could still run, load or submit.
it.each(Object.entries(attacks))('%s are inert in every document', async (_, attack) => {
  for (const [path, frame] of Object.entries(frames)) {
    const { entry } = await publishOne(path, frame(attack));
    expect(entry?.content, path).toContain('Before it');
  }
});

it.each(Object.entries(attacks))('%s in titles, names, tags and summaries are text', async (_, attack) => {
  const text = JSON.stringify(attack.replace(/\s+/g, ' '));
  const front = [
    'title',
    'author',
    'tags',
    'summary',
    'id',
    'slug',
    'link',
    'image',
    'enclosure',
    'language',
    'date',
  ]
    .map((key) => `"${key}": ${text}`)
    .join(',\n');
  const { entry } = await publishOne('a.md', `;;;\n{${front}}\n;;;\n\nText of it.\n`, { feeds: true });
  expect(entry?.content).toBe('<p>Text of it.</p>');
});

it('what is said of pages and enclosures cannot lead to a script', async () => {
  const { entry } = await publishOne(
    'a.md',
    '---\ntitle: A\nlink: javascript:alert(1)\nimage: javascript:x\nenclosures: [javascript:x, "data:text/html,x"]\nauthor:\n  name: B\n  url: javascript:x\n  avatar: javascript:x\n---\nText.\n',
  );
  expect(entry?.url).toBe('https://example.org/a/');
  expect(JSON.stringify(entry)).not.toContain('javascript:');
});
