import { section } from './section.mjs';

/**
 * The page that tells what a run has found.
 *
 * @param {{ command: string, about: string, sections: readonly import('./section.mjs').Section[] }} run
 */
export function page({ command, about, sections }) {
  const judged = sections.flatMap(({ verdicts }) => verdicts).filter(({ met }) => met !== undefined);
  const met = judged.filter(({ met }) => met).length;
  return `# Benchmarks

${about}

![Time of a cold build, and CPU time an article, by the number of articles](benchmarks.svg)

Made by \`${command}\`, which fails where a bar is missed: ${met} of ${judged.length} are met. The articles are made up,
the same each time: Markdown of 300 to 900 words with YAML front matter, in five sections, over twenty years. All
programs of a table take turns, round by round, and each number is the median of its rounds: time by the clock, CPU time
of all threads and children, and the peak of memory. After each run it is checked that the documents hold what they
should. Hugo has less to do: it neither makes the HTML safe nor remembers ids and dates.

${sections.map(section).join('\n')}`;
}
