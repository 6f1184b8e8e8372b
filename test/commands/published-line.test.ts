import { expect, it } from 'vitest';
import { publishedLine } from '../../src/commands/published-line.js';

const names = (count: number) => Array.from({ length: count }, (_, at) => `${at}.html`);

it.each([
  [12, 0, 45, 340, 'published 12 documents to s3://news in 340 ms'],
  [1, 2, 0, 3400, 'published 1 document to s3://news, removed 2 in 3.4 s'],
  [0, 1, 5, 80, 'published to s3://news, removed 1 document in 80 ms'],
  [0, 0, 57, 20, 'nothing to publish: s3://news holds 57 documents'],
])(
  'people are told of %i documents brought, %i removed and %i unchanged',
  (brought, gone, same, milliseconds, line) => {
    const told = publishedLine({
      to: 's3://news',
      uploaded: names(brought),
      removed: names(gone),
      unchanged: names(same),
      bytes: 0,
      milliseconds,
    });
    expect(told).toBe(line);
  },
);
