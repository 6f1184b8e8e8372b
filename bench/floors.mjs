import { fileURLToPath } from 'node:url';

/** The names of the floors: what no program in Node can go below. */
export const floor = { node: 'Node alone', stat: 'Node, stat of each file', read: 'Node, reading each file' };

/**
 * @param {string} articles
 * @returns {Record<keyof typeof floor, import('./race.mjs').Contestant>}
 */
export function floors(articles) {
  /** @param {string} script */
  const command = (script) => [
    process.execPath,
    fileURLToPath(new URL(`floors/${script}.mjs`, import.meta.url)),
    articles,
  ];
  return {
    node: { name: floor.node, command: [process.execPath, '-e', '0'] },
    stat: { name: floor.stat, command: command('stat') },
    read: { name: floor.read, command: command('read') },
  };
}
