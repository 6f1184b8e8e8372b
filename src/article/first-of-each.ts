/**
 * Of things that count as the same, the first.
 *
 * @param nameOf by what they are the same
 */
export function firstOfEach<Thing>(things: readonly Thing[], nameOf: (thing: Thing) => string): Thing[] {
  const byName = new Map<string, Thing>();
  for (const thing of things) {
    const name = nameOf(thing);
    if (!byName.has(name)) byName.set(name, thing);
  }
  return [...byName.values()];
}
