import schema from '../config/schema.json' with { type: 'json' };
import type { Choices } from './choices.js';
import { yamlValue } from './yaml-value.js';

/** A key as the schema describes it. */
interface Described {
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Described>>;
}

const { $schema: _, ...keys }: Readonly<Record<string, Described>> = schema.properties;

const head = `# Config of Feedmill. A key behind a "#" is left out; what it shows counts all the same, or is an example.
# Take the "#" away to use it.
`;

/**
 * Writes a config file in YAML: what was chosen, and all other keys commented out, each with a line that says what it is
 * for, as the schema has it.
 *
 * @param choices what the config says
 * @param remarks by key, what else to say of it
 */
export function configText(
  choices: Choices,
  remarks: Readonly<Partial<Record<string, string>>> = {},
): string {
  const chosen: Readonly<Partial<Record<string, unknown>>> = { ...choices };
  const isChosen = (key: string) => chosen[key] !== undefined;
  const names = Object.keys(keys);
  const sorted = [...names.filter(isChosen), ...names.filter((key) => !isChosen(key))];
  const parts = sorted.map((key) => {
    const about = [keys[key]?.description, remarks[key]].filter((line) => line !== undefined);
    const lines = isChosen(key)
      ? [`${key}: ${yamlValue(chosen[key])}`]
      : example(key, keys[key]).map((line) => `#${line}`);
    return [...about.map((line) => `# ${line}`), ...lines].map((line) => `${line}\n`).join('');
  });
  return [head, ...parts].join('\n');
}

/** A key with the value that counts where nobody gives one, or else with one that might be given. */
function example(key: string, described: Described = {}): string[] {
  const { properties, default: usual, examples = [] } = described;
  if (properties === undefined) return [`${key}: ${yamlValue(usual ?? examples[0])}`];
  const inner = Object.entries(properties).flatMap(([name, each]) => [
    `# ${each.description}`,
    ...example(name, each),
  ]);
  return [`${key}:`, ...inner.map((line) => `  ${line}`)];
}
