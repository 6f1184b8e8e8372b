import { defaults } from '../config/defaults.js';

/** One option: a row of this table is its parser and its line of help. */
export interface OptionRow {
  readonly flags: string;
  readonly text: string;
  /** The commands that alone have it; otherwise every command does. */
  readonly only?: readonly string[];
  /** What the typed text means; otherwise it is taken as it is. */
  readonly read?: (typed: string) => unknown;
}

/** The commands that build. */
const builders = ['watch', 'build', 'serve', 'publish'];

/** The commands that work by a config. */
const configured = [...builders, 'hub-check'];

/** Those, and the one that only looks at it. */
const looking = [...configured, 'check'];

/** Every option of every command. */
export const options: readonly OptionRow[] = [
  { flags: '-o, --output <dir>', text: `folder for the documents (default: ${defaults.output})` },
  {
    flags: '-c, --config <file>',
    text: 'config file (default: feedmill.config.*, where there is one)',
    only: looking,
  },
  { flags: '--site <url>', text: 'public address of the site' },
  { flags: '--title <text>', text: 'title of the feeds' },
  {
    flags: '--limit <n>',
    text: `how many entries a feed shows, 0 for all (default: ${defaults.limit})`,
    only: looking,
    read: numeric,
  },
  {
    flags: '--state <dir>',
    text: 'folder for the ledger (default: .feedmill in the articles folder)',
    only: looking,
  },
  {
    flags: '--strict',
    text: 'exit with 1 where the first build finds a warning or an error; where "check" finds a warning',
    only: [...builders, 'check'],
  },
  {
    flags: '--format <name>',
    text: 'how the findings are told: text, json, github or sarif (default: text)',
    only: ['check'],
  },
  { flags: '--explain <code>', text: 'print the page about a code', only: ['check'] },
  { flags: '--json', text: 'report on stdout, one JSON object a line', only: configured },
  { flags: '--quiet', text: 'report warnings and errors alone', only: looking },
  {
    flags: '--poll',
    text: 'look at the files again and again, as network folders need',
    only: ['watch', 'serve'],
  },
  {
    flags: '--host <name>',
    text: `name or address to serve at, 0.0.0.0 for all of this machine (default: ${defaults.host})`,
    only: ['serve'],
  },
  {
    flags: '--port <n>',
    text: `port to serve at, 0 for any that is free (default: ${defaults.port})`,
    only: ['serve'],
    read: numeric,
  },
  { flags: '--no-live', text: 'serve pages that do not follow the articles', only: ['serve'] },
  { flags: '-y, --yes', text: 'ask nothing, and take what is at hand', only: ['init'] },
  { flags: '--no-color', text: 'report without colours' },
];

/** What the options of a command line gave. */
export interface Options {
  readonly output?: string;
  readonly state?: string;
  readonly config?: string;
  readonly site?: string;
  readonly title?: string;
  readonly limit?: unknown;
  readonly strict?: boolean;
  readonly format?: string;
  readonly explain?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly poll?: boolean;
  readonly host?: string;
  readonly port?: unknown;
  readonly live?: boolean;
  readonly yes?: boolean;
  readonly color: boolean;
}

/** A number, or what was typed in its place. */
function numeric(typed: string): unknown {
  return /^\d+$/.test(typed) ? Number(typed) : typed;
}
