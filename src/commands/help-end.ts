import { type Layout, wrap } from './layout.js';

const config =
  'feedmill.config.yaml (.yml, .json, .toml, .js, .mjs) in the working folder, beside the articles folder or in it; options beat it.';

const exitCodes = [
  '0  done',
  '1  done, but --strict found warnings or errors',
  '2  could not run: command line, config or folders',
];

/** What a help page ends with. */
export interface HelpEnd {
  readonly examples: readonly string[];
  /** Of a command that asks for no config; otherwise those of a run. */
  readonly exitCodes?: readonly string[];
}

/** The end of a help page: examples, config, exit codes. */
export function helpEnd({ examples, exitCodes: own }: HelpEnd, layout: Layout): string {
  const sections = {
    Examples: examples,
    ...(own ? { 'Exit codes': own } : { Config: [config], 'Exit codes': exitCodes }),
  };
  return Object.entries(sections)
    .map(([title, lines]) => [`\n${title}:`, ...lines.map((line) => wrap(`  ${line}`, layout, 5))].join('\n'))
    .join('\n');
}
