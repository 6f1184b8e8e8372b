import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { crc32 } from 'node:zlib';
import { careful } from '../careful.js';
import { codeOf } from '../reason.js';
import { temporaryName } from '../temporary.js';

/** Name of the cache's folder in the state folder, and of the file in it. */
const folderName = 'cache';
const fileName = 'articles';

/** How long the pieces may become that were appended, against the first one, before all is written anew. */
const wear = 0.25;

/** Bytes that are appended before wear counts. */
const fresh = 1_000_000;

/** Before each piece: how long it is, and its checksum. Without them a torn piece could not be told from a whole one. */
const headLength = 22;

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

  /** @param state absolute path of the state folder */
  constructor(state: string) {
    this.#folder = `${state}/${folderName}`;
    this.#path = `${this.#folder}/${fileName}`;
  }

  /** Whether all has to be written anew: there is nothing to append to, or much was appended. */
  get isWorn(): boolean {
    return this.#size === undefined || this.#size - this.#first > Math.max(fresh, this.#first * wear);
  }

  /** Reads all pieces that are whole, up to the first that is not. Never throws. */
  read(): string[] {
    const pieces: string[] = [];
    try {
      const bytes = this.#bytes();
      let from = 0;
      for (let end = endOf(bytes, from); end !== undefined; end = endOf(bytes, from)) {
        pieces.push(bytes.toString('latin1', from + headLength, end));
        this.#first ||= end;
        from = end;
      }
      if (from === bytes.length && from > 0) this.#size = from;
    } catch {
      // It is not there, or cannot be read.
    }
    return pieces;
  }

  /** Adds a piece. Never throws: what could not be added is not there the next time. */
  append(text: string): void {
    try {
      const file = openSync(this.#path, constants.O_WRONLY | constants.O_APPEND | careful);
      try {
        // Somebody else wrote it.
        if (fstatSync(file).size !== this.#size) throw new Error('not the file that was read');
        this.#size += writePiece(file, [text]);
      } finally {
        closeSync(file);
      }
    } catch {
      this.#size = undefined;
    }
  }

  /** Writes one piece in place of all there are. Never throws. */
  replace(texts: Iterable<string>): void {
    const temporary = `${this.#folder}/${temporaryName()}`;
    try {
      makeFolder(this.#folder);
      const file = openSync(temporary, 'wx');
      try {
        this.#first = writePiece(file, texts);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, this.#path);
      this.#size = this.#first;
    } catch {
      this.#size = undefined;
      rmSync(temporary, { force: true });
    }
  }

  #bytes(): Buffer {
    const file = openSync(this.#path, constants.O_RDONLY | careful);
    try {
      return fstatSync(file).isFile() ? readFileSync(file) : Buffer.alloc(0);
    } finally {
      closeSync(file);
    }
  }
}

/** The end of the piece that begins here; nothing where there is no whole one. */
function endOf(bytes: Buffer, from: number): number | undefined {
  const [, length = '', sum = ''] = head.exec(bytes.toString('latin1', from, from + headLength)) ?? [];
  const end = from + headLength + Number(length);
  if (sum === '' || end > bytes.length) return undefined;
  return crc32(bytes.subarray(from + headLength, end)) === Number.parseInt(sum, 16) ? end : undefined;
}

const head = /^(\d{12}) ([\da-f]{8})\n$/;

/** Writes a piece at the end of a file; gives its bytes. */
function writePiece(file: number, texts: Iterable<string>): number {
  const parts: Buffer[] = [];
  let length = 0;
  let sum = 0;
  for (const text of texts) {
    const part = Buffer.from(text, 'latin1');
    sum = crc32(part, sum);
    length += part.length;
    parts.push(part);
  }
  const start = `${String(length).padStart(12, '0')} ${sum.toString(16).padStart(8, '0')}\n`;
  for (const part of [Buffer.from(start), ...parts]) {
    for (let from = 0; from < part.length; ) from += writeSync(file, part, from);
  }
  return headLength + length;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
