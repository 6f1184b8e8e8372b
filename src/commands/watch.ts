import type { Command } from './command.js';
import { keep } from './keep.js';

/** Builds, then keeps the feeds current until the user stops it. */
export const watch: Command = (run) => keep(run);
