import type { Generator } from '../generator.js';

/** Obsidian: a vault is a folder of notes with `.obsidian` in it. */
export const obsidian: Generator = {
  name: 'Obsidian',
  find: (folder) =>
    folder.isFolder('.obsidian') ? { by: '.obsidian/', said: {}, articles: '.' } : undefined,
};
