import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkConfig } from '../config/check.js';
import { type Problem, problem } from '../problems.js';
import type { Answers } from './questions.js';

/**
 * Why an answer cannot be used: by the schema of the config, or by how the folders are.
 *
 * @param cwd absolute path of the folder from which folders count
 * @param name by which people know the key
 * @param key what was asked
 * @param answer what was answered
 * @param before what was answered before
 */
export function answerFault(
  cwd: string,
  name: string,
  key: keyof Answers,
  answer: string,
  before: Partial<Answers>,
): Problem | undefined {
  const [fault] = checkConfig({ [key]: answer }, { name: () => name }).faults;
  if (fault !== undefined) return fault;
  const folder = resolve(cwd, answer);
  if (key === 'articles' && !mayBeFolder(folder))
    return problem('articles-unreadable', {}, { folder: answer, reason: 'it is not a folder' });
  if (key !== 'output') return undefined;
  if (before.articles !== undefined && resolve(cwd, before.articles) === folder)
    return problem('output-unusable', {}, { folder: answer, reason: 'it is the articles folder itself' });
  return mayBeFolder(folder)
    ? undefined
    : problem('output-unusable', {}, { folder: answer, reason: 'it is not a folder' });
}

/** Whether it is a folder, or there is nothing that keeps it from becoming one. */
function mayBeFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
  } catch {
    return false;
  }
}
