import { build } from './build.js';
import type { Command } from './command.js';
import { watch } from './watch.js';

/** One command: a row of this table is what runs it and what its help tells. */
export interface CommandRow {
  readonly name: string;
  readonly text: string;
  readonly examples: readonly string[];
  readonly run: Command;
}

/** The commands that there are; the first is what `feedmill some-folder` does. */
export const commands: readonly CommandRow[] = [
  {
    name: 'watch',
    text: 'build, then keep the feeds current until stopped (the default)',
    examples: ['feedmill', 'feedmill my-articles --output public', 'feedmill watch /mnt/news --poll'],
    run: watch,
  },
  {
    name: 'build',
    text: 'build once and exit',
    examples: ['feedmill build my-articles --output public --site https://example.org/'],
    run: build,
  },
];
