import { manifestName } from '../disk/manifest.js';

/** The object that tells what a publisher has brought to the store; it has the name that the like has in the output folder. */
export const registerName = manifestName;

/** A document as it is in the store. */
export interface Kept {
  readonly digest: string;
  /** As the store names these bytes, without quotes. */
  readonly etag: string;
}

/**
 * What is in the store, and whose state it is. It is written before anything is brought, with what is about to change,
 * and once more when all is there: each time only where it is what it was when it was read.
 */
export interface Register {
  /** One run of one program. */
  readonly publisher: string;
  /** When the folder was looked at of which this is the state, in milliseconds since 1970, by the clock of the store. */
  readonly at: number;
  /** How often the register was written. */
  readonly generation: number;
  /** Whether the store is known to mind conditions. */
  readonly isMinding: boolean;
  readonly documents: ReadonlyMap<string, Kept>;
  /** Names whose objects may not be as `documents` says, since somebody is about to change them, or was. */
  readonly pending: readonly string[];
  /** Names whose objects somebody has changed who was too late. */
  readonly doubtful: readonly string[];
}

/** What there is where nobody has brought anything. */
export const nothingYet: Register = {
  publisher: '',
  at: Number.NEGATIVE_INFINITY,
  generation: 0,
  isMinding: false,
  documents: new Map(),
  pending: [],
  doubtful: [],
};

/** The register as text. */
export function registerText(register: Register): string {
  const { documents, ...facts } = register;
  const listed = [...documents].sort(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify({
    feedmill: 1,
    ...facts,
    documents: Object.fromEntries(listed.map(([name, { digest, etag }]) => [name, [digest, etag]])),
  })}\n`;
}

/** Reads a register; nothing where the text is none that this version of Feedmill wrote. */
export function readRegister(text: string): Register | undefined {
  try {
    const { feedmill, publisher, at, generation, isMinding, documents, pending, doubtful } = JSON.parse(text);
    if (feedmill !== 1 || typeof publisher !== 'string') return undefined;
    if (typeof at !== 'number' || typeof generation !== 'number') return undefined;
    return {
      publisher,
      at,
      generation,
      isMinding: isMinding === true,
      documents: new Map(Object.entries(Object(documents)).map(([name, kept]) => [name, keptOf(kept)])),
      pending: Array.from(pending, String),
      doubtful: Array.from(doubtful, String),
    };
  } catch {
    return undefined;
  }
}

function keptOf(kept: unknown): Kept {
  const [digest, etag] = Array.isArray(kept) ? kept : [];
  return { digest: String(digest), etag: String(etag) };
}
