import { constants } from 'node:fs';

/** Flags to open a file where somebody may have put something else: pipes are not waited for. Windows has no such flag. */
export const unblocked = constants.O_NONBLOCK ?? 0;

/** And links are not followed, where they are the last step of a path. Windows has no such flag. */
export const careful = (constants.O_NOFOLLOW ?? 0) | unblocked;
