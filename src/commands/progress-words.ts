import type { Progress } from '../crew.js';

/** What one kind of work is called. */
export interface ProgressWords {
  /** Beside a bar, where room is scarce. */
  readonly short: string;
  /** In a line of its own. */
  readonly long: string;
  /** Behind how many there were, when all are done: what went on, and what follows. */
  readonly after: string;
}

/** The kinds of work that may take long, in words for people. */
export const progressWords: Readonly<Record<Progress['kind'], ProgressWords>> = {
  read: { short: 'reading', long: 'reading articles', after: 'articles read, publishing them' },
  typeset: { short: 'making entries', long: 'making entries', after: 'entries made, writing documents' },
  write: { short: 'writing', long: 'writing documents', after: 'documents written, finishing' },
  upload: { short: 'uploading', long: 'uploading documents', after: 'documents uploaded, finishing' },
};
