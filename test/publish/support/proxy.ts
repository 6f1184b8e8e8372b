import { request as ask, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { bodyOf, listen } from '../../syndicate/support/listen.js';

/** What is done with a request, before or instead of handing it on. */
export type Deed =
  /** Milliseconds that it waits. */
  | { readonly after: number }
  /** The store hears of it, and whoever asked does not hear the answer. */
  | 'mute'
  /** Nobody hears of it. */
  | 'cut'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly text?: string };

/** Stands between a publisher and a store, and is in the way of some requests. Gives its address. */
export function between(
  endpoint: string,
  deedFor: (method: string, path: string, request: IncomingMessage) => Deed | undefined,
): Promise<string> {
  return listen(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const body = await bodyOf(request);
    const deed = deedFor(method, decodeURIComponent(url), request);
    if (deed === 'cut') return request.socket.destroy();
    if (deed !== undefined && deed !== 'mute' && 'status' in deed)
      return response.writeHead(deed.status, { ...deed.headers }).end(deed.text ?? '');
    if (deed !== undefined && deed !== 'mute') await pause(deed.after);
    // The host is part of what is signed, and goes on as it is.
    const asking = ask(new URL(url, endpoint), { method, headers, agent: false }, (answer) => {
      if (deed === 'mute') return request.socket.destroy();
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    asking.on('error', () => request.socket.destroy());
    asking.end(body);
  });
}
