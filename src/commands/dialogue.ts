import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Dialogue } from './host.js';

/**
 * Asks questions on a terminal. What was typed, or pasted, before it is asked for is kept. Ctrl-C and Ctrl-D end it.
 *
 * @param input what is typed
 * @param output where the questions are shown
 */
export function dialogue(input: Readable, output: Writable): Dialogue {
  const terminal = createInterface({ input, output, terminal: true });
  const early: string[] = [];
  let isOver = false;
  let answer: ((line: string | undefined) => void) | undefined;
  const take = (line: string) => {
    if (answer === undefined) early.push(line);
    else answer(line);
    answer = undefined;
  };
  terminal.on('line', take);
  terminal.on('close', () => {
    isOver = true;
    answer?.(undefined);
  });
  return {
    ask: (question) => {
      const line = early.shift();
      if (line !== undefined) output.write(`${question}${line}\n`);
      if (line !== undefined || isOver) return Promise.resolve(line);
      terminal.setPrompt(question);
      terminal.prompt();
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    end: () => terminal.close(),
  };
}
