import { lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Problem, problem } from '../../problems.js';
import { codeOf, reasonOf } from '../reason.js';
import { replaceFile, syncFolder, syncNow } from '../replace.js';
import { absent, stampIf, stampOf } from '../stamp.js';
import { sweep } from '../temporary.js';
import { append, appendAnyway } from './append.js';
import { furnish, ledgerName, makeStateFolder } from './folder.js';
import { Lock } from './lock.js';
import { News } from './news.js';
import { readText } from './text.js';

/** What may go wrong; of each, only what was not said the last time is said. */
type Attempt = 'lock' | 'read' | 'sync' | 'save' | 'reject';

/** The file of the ledger, as lines: whoever holds the lock of its folder writes it, anybody reads it. */
export class LedgerFile {
  readonly #folder: string;
  readonly #path: string;
  readonly #lock: Lock;
  readonly #news = new News<Attempt>();
  /** The file as it was last read or written; nothing where it could not be read, and may not be written. */
  #stamp: string | undefined;
  #swept = false;
  #isBehind = false;

  /** @param folder absolute path of the state folder, which need not exist */
  constructor(folder: string) {
    this.#folder = folder;
    this.#path = `${folder}/${ledgerName}`;
    this.#lock = new Lock(folder);
  }

  /** The path of the ledger, as people are told it. */
  get name(): string {
    return this.#path;
  }

  /** Stamp of the file as it was last read or written here; nothing where that is not known. */
  get stamp(): string | undefined {
    return this.#stamp;
  }

  /** Whether the file could not be read, or something could not be saved, so that it has to be tried again. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  /** Whether this object holds the lock, and may write beside the ledger. Never throws. */
  get isHolder(): boolean {
    return this.#hold() === undefined;
  }

  /** Takes the file for read where it still has the stamp that it had then. Never throws. */
  assume(stamp: string): boolean {
    try {
      if (stamp === absent || stampOf(this.#path) !== stamp) return false;
      this.#stamp = stamp;
      return true;
    } catch {
      return false;
    }
  }

  /** Forgets what was read or assumed, so that it is read again. */
  forget(): void {
    this.#stamp = undefined;
  }

  /**
   * Reads the ledger, and takes its lock where that can be had. Never throws.
   *
   * @returns the text where it is not as this object last read or wrote it, empty where there is none; problems that
   * were not said the last time
   */
  read(): { readonly text?: string; readonly problems: readonly Problem[] } {
    const refusal = this.#hold();
    const problems = this.#news.of('lock', refusal);
    this.#isBehind = false;
    try {
      const changed = stampOf(this.#path) === this.#stamp ? undefined : readText(this.#path);
      this.#news.of('read', undefined);
      if (changed === undefined) return { problems };
      this.#stamp = changed.stamp;
      const doubts = refusal || changed.text === '' ? [] : this.#makeSure();
      return { text: changed.text, problems: [...problems, ...doubts] };
    } catch (error) {
      this.#stamp = undefined;
      this.#isBehind = true;
      return { problems: [...problems, ...this.#news.of('read', this.#failure('ledger-unreadable', error))] };
    }
  }

  /**
   * Appends lines to the ledger or replaces it, durably. Does nothing without the lock, nor where the ledger is not as
   * it was last read or written: then it has to be read first. Never throws; one call at a time.
   *
   * @param change the lines more, or all lines; each ends in `\n`
   */
  async save(
    change: { readonly append: string } | { readonly whole: string },
  ): Promise<{ readonly saved: boolean; readonly problems: readonly Problem[] }> {
    const before = this.#stamp;
    this.#isBehind = true;
    if (before === undefined || this.#hold() !== undefined) return { saved: false, problems: [] };
    try {
      if (stampOf(this.#path) !== before) return { saved: false, problems: [] };
      const saved =
        'whole' in change || before === absent
          ? await this.#replace('whole' in change ? change.whole : change.append)
          : this.#adopt(await append(this.#path, change.append, before));
      this.#isBehind = !saved;
      return { saved, problems: this.#news.of('save', undefined) };
    } catch (error) {
      return { saved: false, problems: this.#news.of('save', this.#failure('ledger-unwritten', error)) };
    }
  }

  /**
   * Keeps lines in a file beside the ledger, durably, before they are taken out of it. Never throws.
   *
   * @param lines each ends in `\n`
   */
  async reject(lines: string): Promise<{ readonly saved: boolean; readonly problems: readonly Problem[] }> {
    this.#isBehind = true;
    if (this.#hold() !== undefined) return { saved: false, problems: [] };
    const path = `${this.#path}.rejected`;
    try {
      const isNew = stampOf(path) === absent;
      await appendAnyway(path, lines);
      if (isNew) await syncFolder(this.#folder);
      this.#isBehind = false;
      return { saved: true, problems: this.#news.of('reject', undefined) };
    } catch (error) {
      const found = problem('ledger-unwritten', {}, { file: path, reason: reasonOf(error) });
      return { saved: false, problems: this.#news.of('reject', found) };
    }
  }

  /** Whether somebody else has changed or removed the ledger since it was last read or written here. Never throws. */
  isChanged(): boolean {
    try {
      return this.#stamp !== undefined && stampOf(this.#path) !== this.#stamp;
    } catch {
      return false;
    }
  }

  /** Gives the lock back. Never throws. */
  close(): void {
    this.#lock.release();
  }

  /** Why the ledger may not be written; nothing where this object holds the lock. */
  #hold(): Problem | undefined {
    try {
      const holder = this.#acquire();
      if (holder !== undefined) return problem('ledger-held', {}, { file: this.#path, holder });
    } catch (error) {
      return this.#failure('ledger-unwritten', error);
    }
    if (!this.#swept) {
      sweep(this.#folder);
      furnish(this.#folder);
    }
    this.#swept = true;
    return undefined;
  }

  #acquire(): string | undefined {
    try {
      return this.#lock.acquire();
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      makeStateFolder(this.#folder);
      this.#swept = false;
      return this.#lock.acquire();
    }
  }

  /** What somebody else wrote, or a run that was killed over it, may not outlive a power cut yet; documents will tell of it. */
  #makeSure(): readonly Problem[] {
    try {
      syncNow(this.#path);
      syncNow(this.#folder);
      return this.#news.of('sync', undefined);
    } catch (error) {
      return this.#news.of('sync', this.#failure('ledger-unwritten', error));
    }
  }

  async #replace(text: string): Promise<boolean> {
    const bytes = Buffer.from(text);
    const there = lstatSync(this.#path, { throwIfNoEntry: false });
    await replaceFile(this.#folder, ledgerName, bytes, there);
    const saved = this.#adopt(stampIf(this.#path, bytes.length));
    await syncFolder(this.#folder);
    // The folder may be new too. Where the one around it may not be read, nothing can be done about that.
    if (there === undefined) await syncFolder(dirname(this.#folder)).catch(() => undefined);
    return saved;
  }

  /** Takes over the stamp of what was written; nothing means that it is not as it was written. */
  #adopt(stamp: string | undefined): boolean {
    if (stamp !== undefined) this.#stamp = stamp;
    return stamp !== undefined;
  }

  #failure(code: 'ledger-unreadable' | 'ledger-unwritten', error: unknown): Problem {
    return problem(code, {}, { file: this.#path, reason: reasonOf(error) });
  }
}
