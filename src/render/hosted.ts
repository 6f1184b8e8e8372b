/** Whether an address names its host in full: where programs fetch files by themselves, they must find it (RSS Advisory Board). */
export function isHosted(url: string): boolean {
  return /^https?:\/\/(?:[a-z\d-]+\.)+[a-z\d][a-z\d-]*(?::\d+)?\//i.test(url);
}
