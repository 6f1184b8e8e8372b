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
  /** Otherwise those of a run. */
  readonly exitCodes?: readonly string[];
  /** Whether the command asks for a config. */
  readonly isConfigured: boolean;
}

/** The end of a help page: examples, config, exit codes. */
export function helpEnd({ examples, exitCodes: own, isConfigured }: HelpEnd, layout: Layout): string {
  const sections = {
    Examples: examples,
    ...(isConfigured && { Config: [config] }),
    'Exit codes': own ?? exitCodes,
  };
  return Object.entries(sections)
    .map(([title, lines]) => [`\n${title}:`, ...lines.map((line) => wrap(`  ${line}`, layout, 5))].join('\n'))
    .join('\n');
}
