/**
 * Whether what is written to a file goes to the journal of systemd, which takes `<3>` before a line for how much the line
 * matters.
 *
 * @param environment the variables of the process, where systemd says which file that is
 * @param file number of the open file
 */
export async function isJournal(
  { JOURNAL_STREAM: journal }: Readonly<Record<string, string | undefined>>,
  file: number,
): Promise<boolean> {
  if (!journal) return false;
  const { fstatSync } = await import('node:fs');
  const { dev, ino } = fstatSync(file, { bigint: true });
  return journal === `${dev}:${ino}`;
}
