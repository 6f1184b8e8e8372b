import { constants } from 'node:fs';

/**
 * Flags to open a file where somebody may have put something else: links are not followed, pipes are not waited for.
 * Windows has neither flag.
 */
export const careful = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
