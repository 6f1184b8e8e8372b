import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ResolvedConfig } from '../src/config/config.js';
import { walkChain } from './support/chain.js';
import { MemoryMill } from './support/memory.js';
import { wordsOf } from './support/words.js';
import { all, readXml } from './support/xml.js';

/** What an author has, and what the oracle expects of it. */
interface Kept {
  readonly seed: number;
  path: string;
  dated: boolean;
  edits: number;
  touched: number;
  id?: string;
  published?: string;
  updated?: string;
}

/** The oracle: it knows which file is which article because it made them, and nothing of how they are recognised. */
interface Model {
  readonly articles: Kept[];
  readonly removed: Kept[];
  made: number;
}

interface Real {
  mill: MemoryMill;
  pages: Map<string, string>;
}

const config: Partial<ResolvedConfig> = {
  limit: 4,
  archive: true,
  feeds: { tags: true, authors: false, sections: true, languages: false },
};
const site = 'https://example.org/';
const formats = ['atom.xml', 'rss.xml', 'feed.json'];

function titleOf({ seed, edits }: Kept): string {
  return `Title ${seed} ${'again '.repeat(edits)}`.trim();
}

function textOf(kept: Kept): string {
  const { seed, dated, edits } = kept;
  const date = dated ? `date: 2026-0${1 + (seed % 5)}-${10 + (seed % 18)}T08:00:00Z\n` : '';
  const sentences = wordsOf(seed, 60).concat(wordsOf(1000 + seed * 50 + edits, edits > 0 ? 5 : 0));
  return `---\ntitle: ${titleOf(kept)}\n${date}tags: [t${seed % 3}]\n---\n\n${sentences.join(' ')}.\n`;
}

function fileOf(kept: Kept) {
  return { text: textOf(kept), modified: Date.UTC(2026, 3, 1) + kept.seed * 60_000 + kept.touched };
}

/** Looks at every document as independent clients do, and compares with the oracle. */
function check(model: Model, { mill, pages }: Real, isEdit = false): void {
  const read = (address: string) => {
    const text = mill.documents.get(decodeURIComponent(address.slice(site.length)));
    if (text === undefined) throw new Error(`There is no ${address}`);
    return text;
  };
  const byTitle = new Map(model.articles.map((kept) => [titleOf(kept), kept]));
  for (const format of formats) {
    const found = walkChain(read, site + format);
    expect(found.map(({ title }) => title).sort()).toEqual([...byTitle.keys()].sort());
    for (const { id, title, published, updated } of found) {
      const kept = byTitle.get(title);
      if (!kept || format !== 'atom.xml') {
        expect(id).toBe(kept?.id);
        continue;
      }
      kept.id ??= id;
      kept.published ??= published;
      expect([title, id, published]).toEqual([title, kept.id, kept.published]);
      if (!isEdit) expect([title, kept.updated ?? updated]).toEqual([title, updated]);
      kept.updated = updated;
    }
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    for (const tag of ['t0', 't1', 't2']) {
      const members = model.articles.filter(({ seed }) => `t${seed % 3}` === tag);
      if (members.length === 0) continue;
      const inGroup = walkChain(read, `${site}tags/${tag}/${format}`);
      expect(inGroup.map(({ id }) => id).sort()).toEqual(members.map(({ id }) => id).sort());
    }
  }
  const atom = readXml(read(`${site}atom.xml`));
  const withdrawn = all(atom, 'at:deleted-entry').map(({ attributes }) => attributes.ref);
  for (const { id } of model.removed) expect(withdrawn).toContain(id);
  for (const { id } of model.articles) expect(withdrawn).not.toContain(id);
  pages.clear();
  for (const [name, text] of mill.documents) if (name.includes('archive/')) pages.set(name, text);
}

/** Pages that hold entries stay as they are, byte for byte. */
function samePages({ mill, pages }: Real): void {
  for (const [name, text] of pages) {
    const isEmpty = !/<item>|<entry|"id":/.test(text);
    if (!isEmpty) expect([name, mill.documents.get(name)]).toEqual([name, text]);
  }
}

abstract class Step implements fc.AsyncCommand<Model, Real> {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
  check = (model: Readonly<Model>) => model.articles.length > 0;
  abstract run(model: Model, real: Real): Promise<void>;
  toString(): string {
    return `${this.constructor.name}(${this.at})`;
  }
  protected pick<Thing>(things: readonly Thing[]): Thing {
    const thing = things[this.at % things.length];
    if (thing === undefined) throw new Error('There is nothing to pick');
    return thing;
  }
  protected async turn(real: Real, changes: Parameters<MemoryMill['turn']>[0]): Promise<void> {
    real.mill.now += 60_000;
    await real.mill.turn(changes);
  }
}

const folders = ['', 'news/', 'old/2019/', 'x y/'];

class Add extends Step {
  override check = () => true;
  async run(model: Model, real: Real) {
    const made: Kept[] = Array.from({ length: 1 + (this.at % 3) }, () => {
      const seed = ++model.made;
      const folder = folders[this.at % folders.length] ?? '';
      return { seed, path: `${folder}a${seed}.md`, dated: this.at % 2 === 0, edits: 0, touched: 0 };
    });
    model.articles.push(...made);
    await this.turn(real, Object.fromEntries(made.map((kept) => [kept.path, fileOf(kept)])));
    samePages(real);
    check(model, real);
  }
}

class Edit extends Step {
  async run(model: Model, real: Real) {
    const kept = this.pick(model.articles);
    kept.edits++;
    const before = kept.updated;
    await this.turn(real, { [kept.path]: fileOf(kept) });
    check(model, real, true);
    expect(kept.updated).not.toBe(before);
  }
}

class Touch extends Step {
  async run(model: Model, real: Real) {
    const kept = this.pick(model.articles);
    kept.touched += 5000;
    await this.turn(real, { [kept.path]: fileOf(kept) });
    samePages(real);
    check(model, real);
  }
}

class Rename extends Step {
  async run(model: Model, real: Real) {
    const kept = this.pick(model.articles);
    const before = kept.path;
    kept.path = `${folders[this.at % 4]}r${this.at}-${++model.made}.md`;
    await this.turn(real, { [before]: undefined, [kept.path]: fileOf(kept) });
    check(model, real);
  }
}

class RenameApart extends Step {
  async run(model: Model, real: Real) {
    const kept = this.pick(model.articles);
    await this.turn(real, { [kept.path]: undefined });
    kept.path = `apart/r${++model.made}.md`;
    await this.turn(real, { [kept.path]: fileOf(kept) });
    check(model, real);
  }
}

class RenameAndEdit extends Step {
  async run(model: Model, real: Real) {
    const kept = this.pick(model.articles);
    const before = kept.path;
    kept.path = `edited/e${++model.made}.md`;
    kept.edits++;
    await this.turn(real, { [before]: undefined, [kept.path]: fileOf(kept) });
    check(model, real, true);
  }
}

class Swap extends Step {
  override check = (model: Readonly<Model>) => model.articles.length > 1;
  async run(model: Model, real: Real) {
    const one = this.pick(model.articles);
    const other = this.pick(model.articles.filter((kept) => kept !== one));
    [one.path, other.path] = [other.path, one.path];
    await this.turn(real, { [one.path]: fileOf(one), [other.path]: fileOf(other) });
    check(model, real);
  }
}

class MoveFolder extends Step {
  async run(model: Model, real: Real) {
    const { path } = this.pick(model.articles);
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const target = `moved${++model.made}/`;
    const changes: Record<string, ReturnType<typeof fileOf> | undefined> = {};
    for (const kept of model.articles.filter((one) => one.path.startsWith(folder))) {
      changes[kept.path] = undefined;
      kept.path = target + kept.path.slice(folder.length);
      changes[kept.path] = fileOf(kept);
    }
    await this.turn(real, changes);
    check(model, real);
  }
}

class Remove extends Step {
  async run(model: Model, real: Real) {
    const kept = this.pick(model.articles);
    model.articles.splice(model.articles.indexOf(kept), 1);
    model.removed.push(kept);
    await this.turn(real, { [kept.path]: undefined });
    check(model, real);
  }
}

class Restore extends Step {
  override check = (model: Readonly<Model>) => model.removed.length > 0;
  async run(model: Model, real: Real) {
    const kept = this.pick(model.removed);
    model.removed.splice(model.removed.indexOf(kept), 1);
    if (model.articles.some(({ path }) => path === kept.path) || this.at % 2 === 0)
      kept.path = `back/b${++model.made}.md`;
    model.articles.push(kept);
    real.mill.now += 7_200_000;
    await this.turn(real, { [kept.path]: fileOf(kept) });
    check(model, real);
  }
}

class Restart extends Step {
  override check = () => true;
  async run(model: Model, real: Real) {
    const timezone = ['UTC', 'Asia/Tokyo', 'America/St_Johns'][this.at % 3] ?? 'UTC';
    const before = real.mill;
    real.mill = await before.restarted({ ...config, timezone });
    expect(Object.fromEntries(real.mill.documents)).toEqual(Object.fromEntries(before.documents));
    // Nothing happened, so nothing is written.
    expect(real.mill.ledger.saves).toBe(0);
    check(model, real);
  }
}

class Clone extends Step {
  override check = () => true;
  async run(model: Model, real: Real) {
    for (const kept of model.articles) {
      kept.touched = real.mill.now - Date.UTC(2026, 3, 1) - kept.seed * 60_000;
      real.mill.files.set(kept.path, fileOf(kept));
    }
    real.mill = await real.mill.restarted(config);
    check(model, real);
  }
}

const step = (make: new (at: number) => Step) => fc.nat(10_000).map((at) => new make(at));

it('whatever is added, edited, renamed, moved, removed and restored, an entry stays the same entry, and is found once', async () => {
  const steps = [
    Add,
    Add,
    Add,
    Edit,
    Touch,
    Rename,
    RenameApart,
    RenameAndEdit,
    Swap,
    MoveFolder,
    Remove,
    Restore,
    Restart,
    Clone,
  ].map(step);
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 60, size: 'max' }), async (commands) => {
      const setup = () => ({
        model: { articles: [], removed: [], made: 0 },
        real: { mill: new MemoryMill(config), pages: new Map() },
      });
      await fc.asyncModelRun(async () => {
        const { model, real } = setup();
        await real.mill.turn();
        return { model, real };
      }, commands);
    }),
    { numRuns: 40 },
  );
}, 300_000);
