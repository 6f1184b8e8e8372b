import { build } from './build.js';
import type { Command } from './command.js';
import { hubCheck } from './hub-check.js';
import { serve } from './serve.js';
import { watch } from './watch.js';

/** One command: a row of this table is what runs it and what its help tells. */
export interface CommandRow {
  readonly name: string;
  readonly text: string;
  readonly examples: readonly string[];
  readonly run: Command;
  /** Whether it goes on until the user stops it. */
  readonly lasts?: boolean;
  /** Whether it finds out by itself where the site is, where nobody says so. */
  readonly findsSite?: boolean;
}

/** The commands that there are; the first is what `feedmill some-folder` does. */
export const commands: readonly CommandRow[] = [
  {
    name: 'watch',
    text: 'build, then keep the feeds current until stopped (the default)',
    examples: ['feedmill', 'feedmill my-articles --output public', 'feedmill watch /mnt/news --poll'],
    run: watch,
    lasts: true,
  },
  {
    name: 'build',
    text: 'build once and exit',
    examples: ['feedmill build my-articles --output public --site https://example.org/'],
    run: build,
  },
  {
    name: 'serve',
    text: 'watch, and serve the documents over HTTP',
    examples: ['feedmill serve my-articles', 'feedmill serve --host 0.0.0.0 --port 80 --no-live'],
    run: serve,
    lasts: true,
    findsSite: true,
  },
  {
    name: 'hub-check',
    text: 'tell whether a hub can find, fetch and hand on the feeds',
    examples: ['feedmill hub-check', 'feedmill hub-check my-articles --output public'],
    run: hubCheck,
  },
];
