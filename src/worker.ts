import { parentPort, workerData } from 'node:worker_threads';
import type { Brief, Order, SetTask, Terms } from './crew.js';
import { lookInto } from './disk/ranges.js';
import { readSource } from './disk/read.js';
import type { Source } from './disk/source.js';
import type { Typeset } from './printer/typeset.js';
import { Reader, type ReadTask } from './stock/reader.js';

/*
 * A thread that helps: it reads articles, or makes entries, as it is told, and answers in order.
 */

const terms: Terms = workerData;
let reader = readerFor(new Map());
let neighbours: NonNullable<Brief['neighbours']> = new Map();
let done = Promise.resolve();

parentPort?.on('message', (order: Order) => {
  done = done.then(() => follow(order));
});

async function follow(order: Order): Promise<void> {
  if ('brief' in order) {
    reader = readerFor(order.brief.people);
    neighbours = order.brief.neighbours ?? neighbours;
    return;
  }
  await Reader.load(order.tasks.map(({ source }) => source.path));
  const { kind, tasks } = order;
  const read = (task: ReadTask) => reader.read(task);
  const results = kind === 'read' ? tasks.map(read) : await typesetAll(tasks as readonly SetTask[]);
  parentPort?.postMessage(results);
}

async function typesetAll(tasks: readonly SetTask[]): Promise<(Typeset | undefined)[]> {
  const { typeset } = await import('./printer/typeset.js');
  const { measure } = await import('./measure/measure.js');
  const { articles, followLinks } = terms;
  const measuring = (path: string) => lookInto(articles, path, measure, followLinks).found;
  return tasks.map((task) => {
    const article = reader.reread(task, task.leaf);
    return article && typeset(article, task.headline, terms, (path) => neighbours.get(path), measuring);
  });
}

function readerFor(people: Brief['people']): Reader {
  const { articles, maxFileSize, followLinks } = terms;
  const read = (path: string, known?: Source) => readSource(articles, path, maxFileSize, known, followLinks);
  return new Reader(read, terms, people);
}
