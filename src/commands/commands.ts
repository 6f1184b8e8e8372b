import { defaults } from '../config/defaults.js';
import { build } from './build.js';
import type { Command } from './command.js';
import type { Host } from './host.js';
import { hubCheck } from './hub-check.js';
import type { Options } from './options.js';
import { publish } from './publish.js';
import { serve } from './serve.js';
import { watch } from './watch.js';

/** One command: a row of this table is what runs it and what its help tells. */
export type CommandRow = Told & (Configured | Unconfigured);

interface Told {
  readonly name: string;
  readonly text: string;
  readonly examples: readonly string[];
  /** Those of a run, where it has none of its own. */
  readonly exitCodes?: readonly string[];
  /** What may be named behind it, where that is something else than one articles folder. */
  readonly targets?: { readonly name: string; readonly text: string };
}

/** A command that does its work by a config. */
export interface Configured {
  readonly run: Command;
  /** Whether it goes on until the user stops it. */
  readonly lasts?: boolean;
  /** Whether it finds out by itself where the site is, where nobody says so. */
  readonly findsSite?: boolean;
}

/** A command that needs no config: it is given what was typed, and resolves with the exit code. */
interface Unconfigured {
  readonly begin: (typed: readonly string[], options: Options, host: Host) => Promise<number>;
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
    name: 'publish',
    text: 'build, then bring the documents to object storage',
    examples: ['feedmill publish', 'feedmill publish my-articles --config site.yaml'],
    exitCodes: [
      '0  the store holds the documents, or newer ones',
      '1  some could not be brought there; with --strict, a warning or an error',
      '2  could not run: command line, config, folders or credentials',
    ],
    run: publish,
  },
  {
    name: 'check',
    text: 'report problems in articles, config and feeds; writes nothing',
    targets: {
      name: '[target...]',
      text: `articles folder, article, config, or file or address of a feed (default: ${defaults.articles})`,
    },
    examples: [
      'feedmill check',
      'feedmill check posts/ferry.md',
      'feedmill check https://example.org/rss.xml --strict',
      'feedmill check --format sarif > feedmill.sarif',
    ],
    exitCodes: [
      '0  no errors',
      '1  errors, or with --strict warnings',
      '2  could not run: command line, or what was named cannot be read',
    ],
    begin: async (...typed) => (await import('./check.js')).check(...typed),
  },
  {
    name: 'hub-check',
    text: 'tell whether a hub can find, fetch and hand on the feeds',
    examples: ['feedmill hub-check', 'feedmill hub-check my-articles --output public'],
    exitCodes: [
      '0  a hub finds all that it needs',
      '1  something keeps it from that',
      '2  could not run: command line, config or folders',
    ],
    run: hubCheck,
  },
  {
    name: 'init',
    text: 'write a commented config and a first article, after a few questions',
    examples: ['feedmill init', 'feedmill init posts --site https://example.org/ --yes'],
    exitCodes: [
      '0    done',
      '2    could not: command line, a config that is there, or folders',
      '130  given up at a question; nothing was written',
    ],
    begin: async ([folder], ...more) => (await import('./init.js')).init(folder, ...more),
  },
];
