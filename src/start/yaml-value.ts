/**
 * Writes a value as YAML has it, on one line: texts without quotes where nobody can take them for anything else.
 *
 * @param value what JSON could hold
 */
export function yamlValue(value: unknown): string {
  if (typeof value === 'string') return isPlain(value) ? value : quoted(value);
  if (Array.isArray(value)) return `[${value.map(inFlow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{ ${pairs.map(([key, each]) => `${inFlow(key)}: ${inFlow(each)}`).join(', ')} }`;
}

/**
 * Writes a text in quotes, without any character that is not seen as it is.
 *
 * @param text any text
 */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (unseen) =>
    [...unseen].flatMap(units).join(''),
  );
}

function units(character: string): string[] {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  );
}

/** Within brackets, what may stand without quotes elsewhere may not. */
function inFlow(value: unknown): string {
  return typeof value === 'string' && !/^[\p{L}][\p{L}\p{N} _-]*$/u.test(value)
    ? quoted(value)
    : yamlValue(value);
}

/** Words, paths, addresses and patterns; not what is a value of another kind to some reader of YAML. */
function isPlain(text: string): boolean {
  const words =
    /^[\p{L}_/][\p{L}\p{M}\p{N}_./-]*(?::[\p{L}\p{N}_./-]+)*(?: [\p{L}\p{N}/][\p{L}\p{M}\p{N}_./-]*)*$/u;
  return (/^\/:/.test(text) ? /^(?:\/:?[\w.-]*)+$/.test(text) : words.test(text)) && !reserved.test(text);
}

const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
