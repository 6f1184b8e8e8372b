import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { asker } from '../../src/syndicate/ask.js';
import { sender } from '../../src/syndicate/send.js';
import { freePort } from '../serve/support/free-port.js';
import { bodyOf, listen, stubbornHub } from './support/listen.js';

const topic = 'https://example.org/a feed/rss.xml?x=1&y=ü';
const forever = new AbortController().signal;
const send = sender(asker({ private: true, timeout: 5000 }));

/** A hub that speaks no proper HTTP. */
async function rawHub(speak: (write: (text: string) => boolean) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    speak((text) => !socket.destroyed && socket.write(text));
    onTestFinished(() => void socket.destroy());
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
}

describe('an announcement', () => {
  it('is a form that names the topic as every hub wants it', async () => {
    let seen: unknown;
    const hub = await listen(async (request, response) => {
      const body = (await bodyOf(request)).toString();
      seen = {
        ...{ method: request.method, url: request.url, type: request.headers['content-type'] },
        form: Object.fromEntries(new URLSearchParams(body)),
      };
      response.writeHead(204).end();
    });
    expect(await send(`${hub}push?for=me`, topic, forever)).toEqual({ kind: 'accepted', status: 204 });
    expect(seen).toEqual({
      ...{ method: 'POST', url: '/push?for=me', type: 'application/x-www-form-urlencoded' },
      form: { 'hub.mode': 'publish', 'hub.url': topic, 'hub.topic': topic },
    });
  });

  it('goes where no redirect leads: not to this machine, not to the cloud around it', async () => {
    const inner = await stubbornHub([204]);
    for (const to of [inner.address, 'http://169.254.169.254/latest/meta-data/'])
      for (const status of [301, 302, 303, 307, 308]) {
        const hub = await stubbornHub([status, { Location: to }]);
        expect(await send(hub.address, topic, forever)).toMatchObject({ kind: 'refused' });
      }
    expect(inner.told).toEqual([]);
  });

  it('waits for a slow hub, and for no other', async () => {
    const slow = await listen((_, response) => void setTimeout(() => response.writeHead(204).end(), 300));
    expect(await send(slow, topic, forever)).toMatchObject({ kind: 'accepted' });
    const impatient = sender(asker({ private: true, timeout: 300 }));
    const reason = 'no answer in 0.3 s';
    const hanging = await listen(() => undefined);
    expect(await impatient(hanging, topic, forever)).toEqual({ kind: 'failed', reason });
    const dripping = await rawHub((write) => {
      write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => write('X-More: yes\r\n'), 20);
      onTestFinished(() => clearInterval(timer));
    });
    expect(await impatient(dripping, topic, forever)).toEqual({ kind: 'failed', reason });
  });

  it('takes no flood', async () => {
    let sent = 0;
    const flood = await listen((_, response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(65_536);
      const pour = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      };
      response.on('drain', pour);
      pour();
    });
    expect(await send(flood, topic, forever)).toMatchObject({ kind: 'accepted' });
    expect(sent).toBeLessThan(100_000_000);
    const heads = await rawHub((write) => write(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`));
    const reason = 'the head of its answer is too long';
    expect(await send(heads, topic, forever)).toEqual({ kind: 'failed', reason });
  });

  it('tells why it came to nothing', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}/`;
    expect(await send(nobody, topic, forever)).toEqual({ kind: 'failed', reason: 'nobody answers there' });
    const babble = await rawHub((write) => write('what?\r\n\r\n'));
    expect(await send(babble, topic, forever)).toMatchObject({ kind: 'failed' });
  });

  it('ends at once when the end is wanted', async () => {
    const hanging = await listen(() => undefined);
    const end = new AbortController();
    setTimeout(() => end.abort(), 50);
    expect(await send(hanging, topic, end.signal)).toMatchObject({ kind: 'failed' });
  });
});

describe('a hub in this network', () => {
  const barred = { kind: 'barred', reason: 'its address is private' };
  const port = (hub: string) => new URL(hub).port;

  it('is not asked, however its address is spelt', async () => {
    const hub = await stubbornHub([204]);
    const guarded = sender(asker({ private: false, timeout: 5000 }));
    for (const host of [
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      'localhost',
    ])
      expect(await guarded(`http://${host}:${port(hub.address)}/`, topic, forever)).toEqual(barred);
    expect(hub.told).toEqual([]);
  });

  it('is not asked, whatever public name leads to it', async () => {
    const hub = await stubbornHub([204]);
    const local = { address: '127.0.0.1', family: 4 };
    const address = `http://hub.example.org:${port(hub.address)}/`;
    for (const found of [[local], [{ address: '8.8.8.8', family: 4 }, local], []]) {
      const terms = { private: false, timeout: 5000 };
      const guarded = sender(asker(terms, (_name, _options, tell) => tell(null, found)));
      expect(await guarded(address, topic, forever)).toEqual(barred);
    }
    expect(hub.told).toEqual([]);
    const open = sender(
      asker({ private: true, timeout: 5000 }, (_name, options, tell) =>
        options.all ? tell(null, [local]) : tell(null, local.address, 4),
      ),
    );
    expect(await open(address, topic, forever)).toMatchObject({ kind: 'accepted' });
  });

  it('is told from one whose name cannot be looked up', async () => {
    const failing = sender(
      asker({ private: false, timeout: 5000 }, (_name, _options, tell) =>
        tell(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), '', 0),
      ),
    );
    const outcome = { kind: 'failed', reason: 'there is no such host' };
    expect(await failing('http://hub.example.org/', topic, forever)).toEqual(outcome);
  });
});
