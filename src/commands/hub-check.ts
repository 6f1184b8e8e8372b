import type { Command } from './command.js';

/** Looks at the main feed as a hub does, at its public address, and at the hubs. */
export const hubCheck: Command = async ({ config, reporter }) => {
  const { checkHubs } = await import('../syndicate/check-hubs.js');
  let isGood = true;
  for await (const check of checkHubs(config)) {
    reporter.checked(check);
    isGood &&= check.isGood;
  }
  return isGood ? 0 : 1;
};
