/** What is told where the name of a region is none. */
export const regionWords = 'the name of a region, as "eu-central-1"';

/** Whether a text can be the name of a region: part of the name of a host, and of what is signed. */
export function isRegion(text: string): boolean {
  return /^[\w.-]{1,100}$/.test(text);
}
