import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The title of the feed in an output folder, and those of its entries, in the order of the alphabet. */
export function feedIn(output: string): { readonly title: string; readonly entries: readonly string[] } {
  const feed = JSON.parse(readFileSync(join(output, 'feed.json'), 'utf8'));
  return { title: feed.title, entries: feed.items.map(({ title }: { title: string }) => title).sort() };
}
