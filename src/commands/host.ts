import type { Layout } from './layout.js';

/** Questions to whoever sits at the terminal. */
export interface Dialogue {
  /** Asks, and resolves with the line that was typed; nothing where there will be no more of them. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly end: () => void;
}

/** What a command may know and do of the world around it; the command line hands it in. */
export interface Host {
  readonly version: string;
  /** Absolute path of the working folder. */
  readonly cwd: string;
  /** IANA zone of whoever reads the report; that of the machine where it is left out, which takes long to ask. */
  readonly timezone?: string;
  /** Writes data to stdout. */
  readonly out: (text: string) => void;
  /** Whether stdout is a terminal, where people read it. */
  readonly isRead?: boolean;
  /** What is piped into the program, to its end or a little beyond so many bytes. */
  readonly input?: (most: number) => Promise<Uint8Array>;
  /** Writes a report to stderr. */
  readonly err: (text: string) => void;
  /**
   * Draws a line below the report that stands until another is drawn or more of the report is written, be it nothing;
   * only where stderr is a terminal that can do so.
   */
  readonly draw?: (line: string) => void;
  /** Milliseconds by a clock that never goes back. */
  readonly now: () => number;
  /** What time it is; that of the machine where it is left out. */
  readonly time?: () => Date;
  /** Begins to ask questions; only where there is somebody at a terminal to answer. */
  readonly talk?: () => Promise<Dialogue>;
  /** How the report is drawn just now: terminals change their size. */
  readonly layout: () => Layout;
  /** The variables of the process, where whoever started it says what it wants to know. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Resolves when the user wants a running command to end. Before the first call, a signal ends the program at once. */
  readonly stopped: () => Promise<void>;
  /** Calls back whenever the user wants a running command to read its config again. */
  readonly onReload: (act: () => void) => void;
}
