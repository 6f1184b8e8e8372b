/**
 * Says whether a path is none of Feedmill's business.
 * `path` is relative to the articles folder, with `/`; a skipped folder is not entered.
 */
export type Skip = (path: string, isFolder: boolean) => boolean;

/** Files that editors, browsers and desktops leave for a moment, or for ever; one look, since every name is looked at. */
const passing = new RegExp(
  [
    '~$',
    '^~\\$',
    '^#.*#$',
    '^4913$',
    '\\.(?:swp|swo|swx|part|partial|crdownload|download|tmp|temp)$',
    '___jb_(?:tmp|old)___$',
    '^(?:thumbs\\.db|desktop\\.ini)$',
  ].join('|'),
  'i',
);

/**
 * The names that are never articles or media: whatever begins with a dot, `node_modules`, and the temporary files
 * of editors, browsers and desktops.
 *
 * @param path relative to the articles folder, with `/`
 * @param isFolder whether it is a folder
 */
export const alwaysSkipped: Skip = (path, isFolder) => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.startsWith('.')) return true;
  return isFolder ? name === 'node_modules' : passing.test(name);
};
