import { didYouMean } from './similar.js';

/** What a permalink pattern can be made of. */
const placeholders = [':path', ':slug', ':title', ':section', ':year', ':month', ':day'];

/** Without one of these every article of a folder or day would have the same permalink. */
const telling = [':path', ':slug', ':title'];

/**
 * Checks a permalink pattern, as `/:year/:slug/`.
 *
 * @returns what was expected instead; nothing where the pattern can be used
 */
export function permalinkFault(pattern: string): string | undefined {
  if (!/^\/?[^\s/?#]/.test(pattern) || /[\s?#]|:\/\//.test(pattern)) {
    return 'a path as "/:year/:slug/", without a host, spaces, "?" or "#"';
  }
  const used = pattern.match(/:[a-z]+/gi) ?? [];
  const unknown = used.find((name) => !placeholders.includes(name));
  if (unknown !== undefined) {
    return `the placeholders ${placeholders.join(', ')}, but "${unknown}" is none of them${didYouMean(unknown, placeholders)}`;
  }
  if (!used.some((name) => telling.includes(name))) {
    return `${telling.join(' or ')} in it, so that no two articles have the same address`;
  }
  return undefined;
}
