import type { Person } from '../article/article.js';
import { isPeopleFile } from '../article/formats.js';
import type { Crew } from '../crew.js';
import type { Problem } from '../problems.js';
import type { ReadBytes, Reader, Reading, ReadingRules, ReadTask } from './reader.js';

/** Where articles are read: loaded when there is something to read, and shared with whoever helps. */
export class Desk {
  readonly #readBytes: ReadBytes;
  readonly #rules: ReadingRules;
  readonly #paths: () => Iterable<string>;
  readonly #crew: Crew | undefined;
  /** Files of people that could not be read: a later run has to try, and to tell, again. */
  readonly unread = new Set<string>();
  /** Whom articles may name by an id; nothing where that has to be read. */
  #people: ReadonlyMap<string, Person> | undefined;

  /**
   * @param paths of all files of the articles folder
   * @param crew who helps with much work, if anybody does
   */
  constructor(
    readBytes: ReadBytes,
    rules: ReadingRules,
    paths: () => Iterable<string>,
    crew: Crew | undefined,
  ) {
    this.#readBytes = readBytes;
    this.#rules = rules;
    this.#paths = paths;
    this.#crew = crew;
  }

  /** A file of people is not what it was. */
  forgetPeople(): void {
    this.#people = undefined;
  }

  /**
   * Reads articles.
   *
   * @param problems takes what is wrong with files of people
   */
  async read(tasks: readonly ReadTask[], problems: Problem[]): Promise<readonly Reading[]> {
    if (tasks.length === 0) return [];
    const people = await this.people(problems);
    const reader = await this.reader(tasks.map(({ source }) => source.path));
    const read = (task: ReadTask) => reader.read(task);
    return this.#crew ? this.#crew.share('read', tasks, () => ({ people }), read) : tasks.map(read);
  }

  /** What reads the articles at some paths. */
  async reader(paths: Iterable<string>): Promise<Reader> {
    const { Reader } = await import('./reader.js');
    await Reader.load(paths);
    return new Reader(this.#readBytes, this.#rules, await this.people([]));
  }

  /**
   * Whom articles may name by an id.
   *
   * @param problems takes what is wrong with the files that say so, where they are read now
   */
  async people(problems: Problem[]): Promise<ReadonlyMap<string, Person>> {
    if (this.#people) return this.#people;
    const people = new Map<string, Person>();
    this.unread.clear();
    for (const path of [...this.#paths()].filter(isPeopleFile).sort()) {
      const { readPeopleFile } = await import('../article/people-file.js');
      const result = this.#readBytes(path);
      if ('problem' in result) {
        problems.push(result.problem);
        this.unread.add(path);
      } else for (const [id, person] of readPeopleFile(result.bytes)) people.set(id, person);
    }
    this.#people = people;
    return people;
  }
}
