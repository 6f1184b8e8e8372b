import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { onTestFinished } from 'vitest';

/** Listens on this machine until the test is over; gives the address. */
export async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
}

/** All of what is sent with a request. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

/** A hub that answers as it is told, one answer after the other, the last one for ever; with the topics that it was told. */
export async function stubbornHub(...answers: readonly (readonly [status: number, headers?: object])[]) {
  const told: string[] = [];
  const address = await listen(async (request, response) => {
    const form = new URLSearchParams((await bodyOf(request)).toString());
    told.push(form.get('hub.url') ?? '');
    const [status = 204, headers = {}] = answers[Math.min(told.length, answers.length) - 1] ?? [];
    response.writeHead(status, { ...headers }).end();
  });
  return { address, told };
}
