import { describe, expect, it } from 'vitest';
import { type Ask, asker, Silence } from '../../src/publish/ask.js';
import { codeIn, refusalOf } from '../../src/publish/refusal.js';
import { freePort } from '../serve/support/free-port.js';
import { bodyOf, listen } from '../syndicate/support/listen.js';

/** A line to a store that answers as it is told, one answer after the other, the last one for ever. */
async function lineTo(...answers: readonly (number | 'cut' | readonly [number, object?, string?])[]) {
  const asked: { method: string; url: string; headers: Readonly<Record<string, unknown>>; body: string }[] =
    [];
  const address = await listen(async (request, response) => {
    const { method = '', url = '', headers } = request;
    asked.push({ method, url, headers, body: (await bodyOf(request)).toString() });
    const answer = answers[Math.min(asked.length, answers.length) - 1] ?? 200;
    if (answer === 'cut') return request.socket.destroy();
    const [status, more = {}, text = ''] = typeof answer === 'number' ? [answer] : answer;
    response.writeHead(status, { ...more }).end(text);
  });
  return { address, asked, ...lineOf() };
}

function lineOf() {
  const pauses: number[] = [];
  const end = new AbortController();
  const world = {
    pause: async (milliseconds: number) => void pauses.push(milliseconds),
    now: () => 0,
    random: () => 0.5,
  };
  const credentials = { id: 'AKTEST', secret: 'hunter2', token: 'lent' };
  const ask: Ask = asker(credentials, 'eu-west-1', world, end.signal);
  return { ask, pauses, end };
}

describe('a request to a store', () => {
  it('is signed, with all its headers, and has no secret in it', async () => {
    const { address, asked, ask } = await lineTo(200);
    const body = Buffer.from('Wind and rain');
    const headers = { 'Content-Type': 'text/plain', 'If-Match': 'abc' };
    await ask({ method: 'PUT', address: `${address}news/a%20b`, headers, body });
    const { headers: sent, body: heard, url } = asked[0] ?? Object();
    expect([heard, url]).toEqual(['Wind and rain', '/news/a%20b']);
    expect(sent).toMatchObject({
      'content-type': 'text/plain',
      'if-match': 'abc',
      'x-amz-security-token': 'lent',
    });
    expect(sent.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKTEST\/\d{8}\/eu-west-1\/s3\/aws4_request, /,
    );
    const signed = /SignedHeaders=([^,]+)/.exec(String(sent.authorization))?.[1]?.split(';');
    const own = [
      'content-type',
      'host',
      'if-match',
      'x-amz-content-sha256',
      'x-amz-date',
      'x-amz-security-token',
    ];
    expect(signed).toEqual(own);
    expect(JSON.stringify(asked)).not.toContain('hunter2');
  });

  it('is made again where the line is cut, or the store is busy, as late as that wants it', async () => {
    const { address, asked, ask, pauses } = await lineTo('cut', [503, { 'Retry-After': '7' }], 500, 200);
    expect((await ask({ method: 'GET', address })).status).toBe(200);
    expect(asked).toHaveLength(4);
    expect(pauses).toEqual([200, 7000 + 400, 800]);
  });

  it('is not made again where it is refused', async () => {
    const body = '<Error><Code>AccessDenied</Code><Message>no</Message></Error>';
    const { address, asked, ask } = await lineTo([403, {}, body]);
    expect(await ask({ method: 'GET', address })).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(asked).toHaveLength(1);
  });

  it('leads nowhere else', async () => {
    const elsewhere = await lineTo(200);
    const { address, ask } = await lineTo([301, { Location: elsewhere.address }]);
    expect((await ask({ method: 'GET', address })).status).toBe(301);
    expect(elsewhere.asked).toEqual([]);
  });

  it.each<[string, 'cut' | number, string]>([
    ['the line is cut', 'cut', 'the connection was cut'],
    ['the store fails', 503, 'it answered 503'],
  ])('ends with a reason that holds nothing of it where %s', async (_, answer, reason) => {
    const { address, asked, ask } = await lineTo(answer);
    const error = await ask({ method: 'GET', address }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Silence);
    expect(String(error)).toMatch(reason);
    expect(Object.keys(Object(error))).toEqual([]);
    expect(Object(error).cause).toBeUndefined();
    expect(asked).toHaveLength(5);
  });

  it('says where nobody answers', async () => {
    const { ask } = lineOf();
    const address = `http://127.0.0.1:${await freePort()}/`;
    await expect(ask({ method: 'GET', address })).rejects.toThrow('nobody answers there');
  });

  it('is given up at the end', async () => {
    const { ask, end, asked, address } = await lineTo(503);
    end.abort();
    await expect(ask({ method: 'GET', address })).rejects.toThrow('no answer yet');
    expect(asked).toEqual([]);
  });
});

describe('what a store answers', () => {
  it('is told in plain words', () => {
    expect(refusalOf(403, codeIn('<Error><Code>RequestTimeTooSkewed</Code></Error>'))).toBe(
      'it answered 403 RequestTimeTooSkewed, the clock of this machine is wrong',
    );
    expect(refusalOf(418, codeIn('no XML'))).toBe('it answered 418');
    expect(refusalOf(400, codeIn('<Code>Odd</Code>'))).toBe('it answered 400 Odd');
  });
});
