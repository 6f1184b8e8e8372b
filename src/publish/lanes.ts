/** Documents that are under way to a store, or from the disk, at a time. */
const lanes = 8;

/** Does the same with each of many, a few at a time. The first that fails keeps others from beginning. */
export async function inLanes<Thing>(
  things: Iterable<Thing>,
  act: (thing: Thing) => Promise<void>,
): Promise<void> {
  const rest = [...things];
  const lane = async () => {
    for (let thing = rest.shift(); thing !== undefined; thing = rest.shift()) {
      await act(thing).catch((error) => {
        rest.length = 0;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const lane of ended) if (lane.status === 'rejected') throw lane.reason;
}
