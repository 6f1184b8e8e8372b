import type { BodyFindings, Format, ReadContext } from './article.js';
import { formatOf } from './formats.js';
import { readMarkdown } from './markdown.js';
import { readRestructured } from './restructured.js';

/** Finds what the body of an article says, in one format. */
export type ReadBody = (
  text: string,
  context: ReadContext,
  firstLine: number,
  stated?: string,
) => BodyFindings;

/** The readers that are loaded. */
export const readers: Partial<Record<Format, ReadBody>> = {
  markdown: readMarkdown,
  restructured: readRestructured,
};

/**
 * Loads what reads these files. The readers of plain text and of pages are large, and most folders have files of one
 * format: a start without the others is a tenth faster.
 */
export async function loadReaders(paths: Iterable<string>): Promise<void> {
  const formats = new Set([...paths].map(formatOf));
  if (formats.has('text')) readers.text ??= (await import('./text.js')).readText;
  if (formats.has('html')) readers.html ??= (await import('./html.js')).readHtml;
}
