/**
 * Whether a stream may be coloured: FORCE_COLOR beats NO_COLOR, and both beat what the stream is.
 *
 * @param environment the variables of the process
 * @param isTerminal whether people look at the stream
 */
export function mayColour(
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  const { FORCE_COLOR: force, NO_COLOR: never, TERM: terminal } = environment;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && !never && terminal !== 'dumb';
}
