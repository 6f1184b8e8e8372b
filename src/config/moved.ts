/** Whether whoever follows moved documents comes back to one where he was: then he would never arrive. */
export function isEndless(moved: Readonly<Record<string, string>>): boolean {
  const places = new Map(Object.entries(moved));
  return [...places.keys()].some((path) => {
    const seen = new Set<string>();
    for (let at: string | undefined = path; at !== undefined; at = places.get(at)) {
      if (seen.has(at)) return true;
      seen.add(at);
    }
    return false;
  });
}
