import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { bars } from '../bars.mjs';
import { verdict } from '../verdict.mjs';
import { watcher } from '../watcher.mjs';

/**
 * What a watch takes that has nothing to do.
 *
 * @param {import('../bench.mjs').Bench} bench
 */
export async function idle(bench) {
  const rest = Math.min(10, bench.idle);
  const how = `A watch on which nothing has happened for ${rest} seconds: memory as the system counts it (RSS), and CPU time over the next ${bench.idle} seconds. Now and then it looks at the whole folder, which takes one part in 500 of the time at most; a look that falls into these seconds counts.`;
  const head = ['', 'articles', 'memory MB', 'CPU %'];
  if (!existsSync('/proc/self/stat')) {
    bench.say('idle: not measured, as this system has no /proc');
    return { sections: [] };
  }
  const rows = [];
  const verdicts = [];
  const watchers = [];
  try {
    for (const size of bench.sizes.filter((size) => size <= 100_000)) {
      bench.say(`idle, ${size.toLocaleString('en')} articles`);
      const folder = join(bench.scratch, `idle-${size}`);
      const [articles, output, state] = [bench.articles(size), join(folder, 'output'), join(folder, 'state')];
      watchers.push({ size, ...(await watcher({ program: bench.program, articles, output, state })) });
    }
    await setTimeout(rest * 1000);
    const before = watchers.map(({ size, pid }) => ({ size, pid, memory: memoryOf(pid), cpu: cpuOf(pid) }));
    const began = performance.now();
    await setTimeout(bench.idle * 1000);
    const seconds = (performance.now() - began) / 1000;
    for (const { size, pid, memory, cpu } of before) {
      const share = ((cpuOf(pid) - cpu) / seconds) * 100;
      const articles = `${size.toLocaleString('en')} articles`;
      rows.push(['Feedmill', size.toLocaleString('en'), memory.toFixed(0), share.toFixed(2)]);
      verdicts.push(
        verdict(`${articles}, memory`, memory, bars.memory.get(size), 'MB'),
        verdict(`${articles}, CPU`, share, bars.idle, '%'),
      );
    }
  } finally {
    for (const { close } of watchers) await close();
  }
  return { sections: [{ title: 'Watch, idle', how, head, rows, verdicts }] };
}

/** @param {number} pid */
function memoryOf(pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return (Number(kilobytes) * 1024) / 1e6;
}

/**
 * Seconds of CPU that a process has taken, which the system counts in hundredths.
 *
 * @param {number} pid
 */
function cpuOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
