import { type Problem, problem } from '../problems.js';

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program has this port',
  EACCES: 'this user may not use this port',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'there is no such host',
};

/** Nothing can be served at an address. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
  readonly problems: readonly Problem[];

  /**
   * @param code the system's own name for the reason
   * @param reason what is said where that is unknown
   */
  constructor(host: string, port: number, code: string, reason: string) {
    const found = problem('server-unusable', {}, { host, port, reason: reasons[code] ?? reason });
    super(found.message);
    this.problems = [found];
  }
}
