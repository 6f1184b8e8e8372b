/** How much a problem matters: `error`, something was lost; `warning`, published, but perhaps not as meant; `note`, good to know. */
export type Level = 'error' | 'warning' | 'note';

/** Where a problem was found. `path` is relative to the articles folder, that of a config file to the working folder, that of the ledger is absolute; lines and columns count from 1. */
export interface Place {
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}
