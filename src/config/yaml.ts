import { CORE_SCHEMA, constructFromEvents, parseEvents, YAMLException } from 'js-yaml';
import { SyntaxFault, unquoted, type Written } from './written.js';
import { yamlSpot } from './yaml-spot.js';

/**
 * Parses a config file in YAML 1.2, of which JSON is a part. Anchors are not followed: no config needs them, and
 * they can make much of little.
 *
 * @throws SyntaxFault where the text is not YAML, or holds more than one document
 */
export function parseYaml(source: string): Written {
  try {
    const events = parseEvents(source, { maxDepth: 20 });
    const documents = constructFromEvents(events, { source, schema: CORE_SCHEMA, maxAliases: 0 });
    if (documents.length > 1) throw new SyntaxFault('it holds more than one document', undefined);
    return {
      value: documents[0],
      locate: (path, part) => yamlSpot(events, source, path, part),
    };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const spot = error.mark && { line: error.mark.line + 1, column: error.mark.column + 1 };
    throw new SyntaxFault(unquoted(error.reason), spot, { cause: error });
  }
}
