/** Whether a text is an absolute address of the web, and nothing else. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]\S*$/i.test(text);
}
