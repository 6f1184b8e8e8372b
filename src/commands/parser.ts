import { Command, Help, Option } from 'commander';
import { defaults } from '../config/defaults.js';
import { type CommandRow, commands } from './commands.js';
import { helpEnd } from './help-end.js';
import type { Host } from './host.js';
import { type OptionRow, options } from './options.js';

/** What to do with a command line that was understood. */
export type Start = (row: CommandRow, typed: Command) => Promise<void>;

/**
 * Makes the parser and the help pages of the command line from the tables of commands and options.
 * It throws a CommanderError where help or the version was asked for, and where it does not accept what was typed;
 * it writes help and version, but no errors.
 */
export function parser(host: Host, start: Start): Command {
  const layout = { columns: host.layout().columns ?? 80, colour: false };
  const root = new Command('feedmill')
    .description('Makes RSS, Atom and JSON feeds of a folder of articles, and keeps them current.')
    .usage('[command] [articles-folder] [options]')
    .version(host.version, '--version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({
      writeOut: host.out,
      outputError: () => undefined,
      getOutHelpWidth: () => layout.columns,
    })
    .configureHelp({ visibleOptions, subcommandTerm: (command) => command.name(), minWidthToWrap: 16 });
  for (const each of options) root.addOption(option(each));
  const all = commands.flatMap(({ examples }) => examples);
  root.addHelpText('after', helpEnd({ examples: all, isConfigured: true }, layout));
  for (const [index, row] of commands.entries()) {
    const command = subcommand(row, root, start).addHelpText(
      'after',
      helpEnd({ ...row, isConfigured: 'run' in row }, layout),
    );
    root.addCommand(command, { isDefault: index === 0 });
  }
  return root;
}

function subcommand(row: CommandRow, root: Command, start: Start): Command {
  const { name, text } = row.targets ?? oneFolder;
  return new Command(row.name)
    .copyInheritedSettings(root)
    .description(row.text)
    .argument(name, text)
    .usage(`${name} [options]`)
    .allowExcessArguments()
    .action((_folder: unknown, _options: unknown, typed: Command) => start(row, typed));
}

const oneFolder = {
  name: '[articles-folder]',
  text: `folder of the articles (default: ${defaults.articles})`,
};

/** Options belong to the program, so that they may stand before a command too; a command shows those that it has. */
function visibleOptions(command: Command): Option[] {
  const own = new Help().visibleOptions(command);
  if (command.parent === null) return own;
  return [...options.filter(({ only }) => only?.includes(command.name()) ?? true).map(option), ...own];
}

function option({ flags, text, read }: OptionRow): Option {
  const made = new Option(flags, text);
  return read === undefined ? made : made.argParser(read);
}
