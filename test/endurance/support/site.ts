import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import type { Report } from '../../../src/index.js';
import { wordsOf } from '../../support/words.js';
import { type Running, seriousIn, start } from './program.js';
import type { Random } from './random.js';
import { faultOf } from './whole.mjs';

/** An article of which is known where it lies, and what its id has to be once it was seen. */
interface Item {
  readonly number: number;
  path: string;
  text: string;
  isThere: boolean;
  /** Whether its file may be another one, or none. */
  isLost?: boolean;
  id?: string;
}

/** Where documents and state lie, below the root. */
interface Places {
  readonly output: string;
  readonly state: string;
}

const usual: Places = { output: 'out', state: 'in/.feedmill' };

/** A config, as far as it is of the site's own making. */
type Settings = Partial<Places> & Readonly<Record<string, unknown>>;

/** Articles that are never removed, so that no feed of a tag ever loses its last one. */
const lasting = 9;
const tags = ['sea', 'quay', 'town'];
const folders = ['', 'north/', 'south/deep/'];

/** A folder of articles that changes at random, and the oracle that knows which id each article must have. */
export class Site {
  readonly root: string;
  readonly output: string;
  readonly state: string;
  readonly #random: Random;
  readonly #items: Item[];
  #names = 0;

  private constructor(root: string, random: Random, items: Item[], { output, state }: Places) {
    this.root = root;
    this.output = join(root, output);
    this.state = join(root, state);
    this.#random = random;
    this.#items = items;
  }

  /**
   * @param root an empty folder; articles, documents and state lie in it
   * @param config beside the folders
   */
  static make(root: string, random: Random, config: Settings = {}): Site {
    const places = { output: config.output ?? usual.output, state: config.state ?? usual.state };
    const site = new Site(root, random, [], places);
    const watch = { settle: 20, rescan: 1000 };
    const given = { site: 'https://example.org/', articles: 'in', ...places };
    mkdirSync(join(root, 'in'), { recursive: true });
    writeFileSync(join(root, 'feedmill.config.json'), JSON.stringify({ ...given, ...config, watch }));
    for (let count = 0; count < lasting + 4; count++) site.#add();
    return site;
  }

  /** The same site as another disk holds it: whether articles got there is nobody's promise, what their ids are is. */
  on(root: string): Site {
    return new Site(
      root,
      this.#random,
      this.#items.map((item) => ({ ...item, isLost: true })),
      usual,
    );
  }

  /** Starts the program on it. */
  start(command: 'build' | 'watch', through?: readonly string[], ...args: string[]): Running {
    return start(this.root, [command, ...args], through);
  }

  /** Makes one change, each of which a file system makes at once or that leaves files to be read again. */
  change(): void {
    const there = this.#items.filter(({ isThere }) => isThere);
    const item = this.#random.one(there);
    const kind = this.#random.whole(0, 9);
    if (kind < 4) this.#save(item, `${item.text}\nAnd then ${wordsOf(this.#names++, 4).join(' ')}.\n`);
    else if (kind < 5) this.#add();
    else if (kind < 8) this.#move(item, this.#newPath());
    else if (item.number >= lasting) this.#remove(item);
    else this.#comeBack();
  }

  /** Adds one article, at once, and nothing else. */
  addOne(): void {
    this.#add();
  }

  /**
   * Runs the program to its end, and builds the same folder with the same ledger from nothing in another place. Both in
   * this process, which saves the starts.
   *
   * @returns in what they differ, what the run told, and what else is not as it must be
   */
  async settle(): Promise<string[]> {
    const run = await this.#build({});
    const faults = seriousIn(run.problems).map(({ code, message }) => `${code}: ${message}`);
    const clean = join(this.root, 'clean');
    rmSync(clean, { recursive: true, force: true });
    mkdirSync(join(clean, 'state'), { recursive: true });
    copyFileSync(this.#ledger, join(clean, 'state/ledger.ndjson'));
    await this.#build({ output: join(clean, 'out'), state: join(clean, 'state') });
    faults.push(...differences(textsIn(this.output), textsIn(join(clean, 'out'))));
    const ledgers = [this.#ledger, join(clean, 'state/ledger.ndjson')].map((path) =>
      readFileSync(path, 'utf8'),
    );
    if (ledgers[0] !== ledgers[1]) faults.push('the clean build had something to add to the ledger');
    const beside = readdirSync(this.state, { recursive: true, encoding: 'utf8' });
    if (!isTidy(beside)) faults.push(`in the state folder lie ${beside}`);
    faults.push(...this.faults());
    return faults;
  }

  /**
   * Looks whether all documents are whole, and holds the ids in them and in the ledger against those there were before.
   *
   * @param isSettled whether a run has come to its end since an article was moved
   */
  faults(isSettled = true): string[] {
    const faults: string[] = [];
    const ledger = this.ledger();
    for (const [name, text] of Object.entries(this.documents())) {
      const fault = faultOf(name, Buffer.from(text));
      if (fault !== undefined) faults.push(`${name}: ${fault}`);
      if (fault !== undefined || !name.endsWith('feed.json')) continue;
      for (const { id, title } of JSON.parse(text).items) {
        const item = this.#items[Number(/\d+/.exec(title)?.[0])];
        if (!item) faults.push(`${name} shows ${title}, which there never was`);
        else if (item.id !== undefined && item.id !== id)
          faults.push(`${name}: ${title} was ${item.id} and is ${id}`);
        else item.id = id;
        if (!ledger.has(id)) faults.push(`${name}: ${id} of ${title} is not in the ledger`);
      }
    }
    for (const { path, id, isThere, isLost, number } of this.#items) {
      if (id === undefined) continue;
      const line = ledger.get(id);
      if (line === undefined) faults.push(`the ledger lost ${id} of entry ${number}`);
      else if (isSettled && isThere && !isLost && (line.path !== path || line.gone !== undefined))
        faults.push(`the ledger has ${id} at ${line.path}, but entry ${number} is at ${path}`);
    }
    return faults;
  }

  /** The documents by name. */
  documents(): Record<string, string> {
    const all = Object.entries(textsIn(this.output));
    return Object.fromEntries(
      all.filter(([name]) => /(?:xml|json|opml)$/.test(name) && !name.includes('.feedmill')),
    );
  }

  /** The lines of the ledger by id, the last of each; lines that are torn are left out. */
  ledger(): Map<string, { readonly path: string; readonly gone?: string }> {
    const lines = existsSync(this.#ledger) ? readFileSync(this.#ledger, 'utf8').split('\n') : [];
    return new Map(
      lines.flatMap((line) => {
        try {
          const entry = JSON.parse(line);
          return 'id' in entry ? [[entry.id, entry] as const] : [];
        } catch {
          return [];
        }
      }),
    );
  }

  async #build(places: Partial<Places>): Promise<Report> {
    const library: typeof import('../../../src/index.js') = await import(
      join(inject('program'), '../index.js')
    );
    const config = JSON.parse(readFileSync(join(this.root, 'feedmill.config.json'), 'utf8'));
    const [articles, output, state] = [join(this.root, 'in'), this.output, this.state];
    return library.build({ ...config, articles, output, state, ...places });
  }

  get #ledger(): string {
    return join(this.state, 'ledger.ndjson');
  }

  #add(): void {
    const number = this.#items.length;
    const day = String(1 + (number % 28)).padStart(2, '0');
    const date = number % 3 === 0 ? '' : `date: 2026-0${1 + (number % 9)}-${day}\n`;
    const text = `---\ntitle: Entry ${number}\n${date}tags: [${tags[number % 3]}]\n---\n\n${wordsOf(number, 60).join(' ')}.\n`;
    const item = { number, path: this.#newPath(), text: '', isThere: true };
    this.#items.push(item);
    this.#save(item, text);
  }

  #newPath(): string {
    return `${this.#random.one(folders)}n${this.#names++}.md`;
  }

  /** As editors do: in place, or by way of another file. */
  #save(item: Item, text: string): void {
    const path = join(this.root, 'in', item.path);
    item.text = text;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.tmp`, text);
    renameSync(`${path}.tmp`, path);
  }

  #move(item: Item, path: string): void {
    mkdirSync(dirname(join(this.root, 'in', path)), { recursive: true });
    renameSync(join(this.root, 'in', item.path), join(this.root, 'in', path));
    item.path = path;
  }

  #remove(item: Item): void {
    rmSync(join(this.root, 'in', item.path));
    item.isThere = false;
  }

  #comeBack(): void {
    const item = this.#items.find(({ isThere }) => !isThere);
    if (!item) {
      this.#add();
      return;
    }
    item.isThere = true;
    item.path = this.#newPath();
    this.#save(item, item.text);
  }
}

/** Whether a state folder holds all that goes with a ledger, and nothing that a killed run left. */
function isTidy(names: readonly string[]): boolean {
  const found = names.filter((name) => name !== 'ledger.ndjson.rejected').sort();
  return String(found) === '.gitattributes,.gitignore,cache,cache/articles,ledger.ndjson';
}

/** Every file in a folder by its path; none where there is no such folder. */
export function textsIn(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

/** Names of files that one folder has and the other has not, or otherwise. */
export function differences(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names]
    .filter((name) => one[name] !== other[name])
    .map((name) => `${name} is not what it must be`);
}
