import { bars } from '../bars.mjs';
import { floor } from '../floors.mjs';
import { race } from '../race.mjs';
import { ratio } from '../ratio.mjs';
import { verdict } from '../verdict.mjs';

/**
 * How soon the program is there.
 *
 * @param {import('../bench.mjs').Bench} bench
 */
export function start(bench) {
  bench.say('start');
  const options = ['--version', '--help'];
  const contestants = [
    { name: floor.node, command: [process.execPath, '-e', '0'] },
    ...options.map((option) => ({ name: option, command: [process.execPath, bench.program, option] })),
  ];
  const costs = race(contestants, bench.rounds(0, 'light'));
  const rows = [...costs].map(([name, { wall, memory }]) => [
    name,
    (wall * 1000).toFixed(0),
    memory?.toFixed(0) ?? '–',
  ]);
  const verdicts = options.map((option) =>
    verdict(`${option}, to Node alone`, ratio(costs, option, floor.node), bars.start, '×'),
  );
  const how = 'Programs that say a few words and end.';
  return { sections: [{ title: 'Start', how, head: ['', 'wall ms', 'memory MB'], rows, verdicts }] };
}
