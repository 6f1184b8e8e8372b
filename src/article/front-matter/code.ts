import { problem } from '../../problems.js';
import type { Entry, Matter } from './matter.js';

/**
 * Front matter that is a program is never run, which is a problem. What stands in it as a plain text or a plain yes or
 * no, alone on its line, is read all the same (`const title = "…";`, `draft: true,`).
 *
 * @param source the lines between the fences
 * @param line the line of the file on which `source` begins
 * @param path the file, for problems
 * @param language what the fence calls it
 */
export function readCode(source: string, line: number, path: string, language: string): Matter {
  const entries = source.split('\n').flatMap((text, index): Entry[] => {
    const [, key, , quoted, bare] = literal.exec(text) ?? [];
    const value = quoted ?? bare;
    return key === undefined || value === undefined ? [] : [{ key, value, line: line + index }];
  });
  return { entries, problems: [problem('front-matter-language', { path, line: line - 1 }, { language })] };
}

const literal =
  /^\s*(?:(?:export\s+)?(?:const|let|var)\s+)?["']?([A-Za-z_$][\w$]{0,60})["']?\s*[=:]\s*(?:(["'`])([^\\"'`]*)\2|(true|false))\s*[;,]?\s*$/;
