/** How many are under way at a time: disks and stores do many together faster than one after the other. */
const atOnce = 8;

/**
 * Does the same with each of many, a few at a time. The first that fails keeps others from beginning.
 *
 * @param end cuts it off: those that were begun come to their end first, and then it throws
 */
export async function inTurns<Thing>(
  things: Iterable<Thing>,
  act: (thing: Thing) => Promise<void>,
  end?: AbortSignal,
): Promise<void> {
  const rest = [...things];
  const worker = async () => {
    for (let thing = rest.shift(); thing !== undefined && !end?.aborted; thing = rest.shift()) {
      await act(thing).catch((error) => {
        rest.length = 0;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  end?.throwIfAborted();
}
