/**
 * Splits the value of a label of tags: at commas, semicolons, bars; hashes are taken off.
 *
 * @param value what stands after the label
 */
export function splitTags(value: string): string[] {
  const parts = /[,;|、，；·•]/u.test(value)
    ? value.split(/[,;|、，；·•]/u)
    : /#\S+\s+#/.test(value)
      ? value.split(/\s+/)
      : [value];
  const tags = parts.map((part) => part.replace(/^[\s#"'“]+|[\s."'”]+$/gu, '')).filter((tag) => tag !== '');
  return [...new Set(tags)];
}
