import type { Level, Problem } from '../problems.js';
import type { Report } from '../report.js';
import type { Finding, State } from './settings.js';

/** More are not shown on a page; they are counted. */
const most = 20;

const levels: readonly Level[] = ['error', 'warning', 'note'];

/** What keeps documents from being on disk. */
const unwritten: ReadonlySet<string> = new Set(['output-unusable', 'document-unwritten']);

/** The problems that there are now: a report tells those of what it read alone, and what is mended is told by nobody. */
export class CurrentProblems {
  /** By the path of the article. */
  readonly #ofArticles = new Map<string, readonly Problem[]>();
  #ofRun: readonly Problem[] = [];
  #ofConfig: readonly Problem[] = [];
  #isWritten = true;

  /** A turn is done. */
  note({ read, gone, problems }: Report): void {
    for (const path of [...read, ...gone]) this.#ofArticles.delete(path);
    this.#ofRun = problems.filter(({ path }) => path === undefined);
    this.#isWritten = !problems.some(({ code }) => unwritten.has(code));
    for (const found of problems) {
      if (found.path === undefined) continue;
      const known = this.#ofArticles.get(found.path) ?? [];
      if (!known.some((one) => isSame(one, found))) this.#ofArticles.set(found.path, [...known, found]);
    }
  }

  /** Something belongs to no turn; the next one will tell it again if it is still there. */
  add(problems: readonly Problem[]): void {
    this.#ofRun = [...this.#ofRun, ...problems];
  }

  /** What is wrong with the config, as it was read last. */
  ofConfig(problems: readonly Problem[]): void {
    this.#ofConfig = problems;
  }

  /** What there is, the worst first. */
  get state(): Pick<State, 'levels' | 'findings' | 'isWritten'> {
    const all = [...this.#ofConfig, ...this.#ofRun, ...[...this.#ofArticles.values()].flat()];
    const by = (level: Level) => all.filter((found) => found.level === level);
    return {
      isWritten: this.#isWritten,
      levels: { error: by('error').length, warning: by('warning').length, note: by('note').length },
      findings: levels.flatMap(by).slice(0, most).map(findingOf),
    };
  }
}

function isSame(one: Problem, other: Problem): boolean {
  return one.message === other.message && one.line === other.line;
}

function findingOf({ level, message, help, path, line }: Problem): Finding {
  return { level, message, help, ...(path !== undefined && { path }), ...(line !== undefined && { line }) };
}
