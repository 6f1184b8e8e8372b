import type { BodyFindings } from '../../../src/article/article.js';
import { readHtml } from '../../../src/article/html.js';

/** Reads markup as the file `page.html`, last changed on 1 June 2026, in UTC. */
export function read(text: string, firstLine?: number, title?: string): BodyFindings {
  const context = { path: 'page.html', modified: Date.UTC(2026, 5, 1), timezone: 'UTC' };
  return readHtml(text, context, firstLine, title);
}
