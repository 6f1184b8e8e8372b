/**
 * The name, relative to the output folder, of what lies at an address of the site; ends in `/`, or is empty, where that is a
 * folder.
 *
 * @param site its public address, ending in `/`
 * @returns nothing where the address leads elsewhere, or to what can be no file of ours
 */
export function nameOn(address: string, site: string): string | undefined {
  if (!address.startsWith(site)) return undefined;
  const [path = ''] = address.slice(site.length).split(/[?#]/);
  try {
    const steps = path.split('/').map(decodeURIComponent);
    const isUnusable = steps.slice(0, -1).includes('') || steps.some((step) => /[/\\\0]|^\./.test(step));
    return isUnusable ? undefined : steps.join('/');
  } catch {
    return undefined;
  }
}
