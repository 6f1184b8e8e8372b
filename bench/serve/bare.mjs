import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/*
 * The least that can be done with `node:http`: one document out of memory, with the headers that are handed in.
 *
 * node bench/serve/bare.mjs FILE HEADERS
 */

const [file = '', headers = '[]'] = process.argv.slice(2);
const bytes = readFileSync(file);
/** @type {[string, string][]} */
const all = JSON.parse(headers);
const etag = all.find(([name]) => name.toLowerCase() === 'etag')?.[1];
const whole = all.flat();
const unmodified = all.filter(([name]) => !/^content-|^x-/i.test(name)).flat();

const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === etag) response.writeHead(304, unmodified).end();
  else response.writeHead(200, whole).end(bytes);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(`http://127.0.0.1:${address?.port}/`);
});
