import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { crc32 } from 'node:zlib';
import { careful } from '../careful.js';
import { codeOf } from '../reason.js';
import { sweep, temporaryName } from '../temporary.js';

/** Name of the cache's folder in the state folder, and of the file in it. */
const folderName = 'cache';
const fileName = 'articles';

/** How long the pieces may become that were appended, against the first one, before all is written anew. */
const wear = 0.25;

/** Bytes that are appended before wear counts. */
const fresh = 1_000_000;

/** Before each piece: how long its two parts are, and the checksum of the rows, by which a torn piece is told from a whole one. */
const headLength = 35;

/** A piece as it is read: rows that are looked through, and what they lead to, which seldom is asked for, with a sum of its own. */
export interface Piece {
  readonly rows: string;
  /** Gives some of the rest, by its place. */
  readonly more: (from: number, to: number) => string;
}

/**
 * The file of what may be forgotten: pieces of ASCII, one after the other. It is not made durable, and nothing depends
 * on it: what is torn, foreign or missing counts for nothing.
 */
export class CacheFile {
  readonly #folder: string;
  readonly #path: string;
  /** Bytes of the file as it was last read or written here; nothing where it must be written anew. */
  #size: number | undefined;
  #first = 0;
  /** The file that was read. */
  #file: number | undefined;

  /** @param state absolute path of the state folder */
  constructor(state: string) {
    this.#folder = `${state}/${folderName}`;
    this.#path = `${this.#folder}/${fileName}`;
  }

  /** Whether all has to be written anew: there is nothing to append to, or much was appended. */
  get isWorn(): boolean {
    return this.#size === undefined || this.#size - this.#first > Math.max(fresh, this.#first * wear);
  }

  /**
   * Reads the rows of all pieces that are whole, up to the first that is not. What the rows lead to is read when it is
   * asked for, or now: then it does not matter what becomes of the file. Never throws.
   *
   * @param isAll whether all is read now
   */
  read(isAll = false): Piece[] {
    const pieces: Piece[] = [];
    try {
      this.close();
      sweep(this.#folder);
      const file = openSync(this.#path, constants.O_RDONLY | careful);
      this.#file = file;
      const stats = fstatSync(file);
      const size = stats.isFile() ? stats.size : 0;
      let from = 0;
      for (let ends = endsOf(file, from, size); ends !== undefined; ends = endsOf(file, from, size)) {
        const { rows, start, end } = ends;
        const all = isAll ? bytesAt(file, start, end - start) : undefined;
        const more = (first: number, last: number) =>
          all ? all.toString('latin1', first, last) : textAt(file, start + first, last - first);
        pieces.push({ rows, more });
        this.#first ||= end;
        from = end;
      }
      if (from === size && from > 0) this.#size = from;
      if (isAll) this.close();
    } catch {
      // It is not there, or cannot be read.
    }
    return pieces;
  }

  /** Nothing more will be asked for of what was read. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  /** Forgets all that was kept. Never throws. */
  remove(): void {
    this.close();
    this.#size = undefined;
    removeIf(this.#path);
  }

  /** Adds a piece. Never throws: what could not be added is not there the next time. */
  append(rows: readonly string[], more: readonly string[]): void {
    try {
      const file = openSync(this.#path, constants.O_WRONLY | constants.O_APPEND | careful);
      try {
        // Somebody else wrote it.
        if (fstatSync(file).size !== this.#size) throw new Error('not the file that was read');
        this.#size += writePiece(file, rows, more);
      } finally {
        closeSync(file);
      }
    } catch {
      this.#size = undefined;
    }
  }

  /** Writes one piece in place of all there are. Never throws. */
  replace(rows: readonly string[], more: readonly string[]): void {
    const temporary = `${this.#folder}/${temporaryName()}`;
    try {
      makeFolder(this.#folder);
      const file = openSync(temporary, 'wx');
      try {
        this.#first = writePiece(file, rows, more);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, this.#path);
      this.#size = this.#first;
    } catch {
      this.#size = undefined;
      removeIf(temporary);
    }
  }
}

/** The rows of the piece that begins here, and where the rest of it begins and ends; nothing where there is no whole one. */
function endsOf(
  file: number,
  from: number,
  size: number,
): { readonly rows: string; readonly start: number; readonly end: number } | undefined {
  const [, first = '', second = '', sum = ''] = head.exec(textAt(file, from, headLength)) ?? [];
  const start = from + headLength + Number(first);
  const end = start + Number(second);
  if (sum === '' || end > size) return undefined;
  const rows = textAt(file, from + headLength, Number(first));
  return crc32(rows) === Number.parseInt(sum, 16) ? { rows, start, end } : undefined;
}

function textAt(file: number, from: number, length: number): string {
  return bytesAt(file, from, length).toString('latin1');
}

function bytesAt(file: number, from: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let got = 0;
  for (let more = -1; got < length && more !== 0; got += more)
    more = readSync(file, bytes, got, length - got, from + got);
  return bytes.subarray(0, got);
}

const head = /^(\d{12}) (\d{12}) ([\da-f]{8})\n$/;

/** Writes a piece at the end of a file; gives its bytes. All is ASCII, and so as long in bytes as in letters. */
function writePiece(file: number, rows: readonly string[], more: readonly string[]): number {
  let sum = 0;
  for (const text of rows) sum = crc32(text, sum);
  const [first = '', second = ''] = [rows, more].map((texts) => String(lengthOf(texts)).padStart(12, '0'));
  const start = `${first} ${second} ${sum.toString(16).padStart(8, '0')}\n`;
  for (const text of [start, ...rows, ...more]) writeText(file, text);
  return headLength + lengthOf(rows) + lengthOf(more);
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((length, text) => length + text.length, 0);
}

function writeText(file: number, text: string): void {
  const bytes = Buffer.from(text, 'latin1');
  for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** Removes a file, if it is there and can be. */
function removeIf(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What is no file is none that was written here.
  }
}
