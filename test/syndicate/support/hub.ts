import { createHmac, randomBytes } from 'node:crypto';
import { bodyOf, listen } from './listen.js';

/** A ping, as the hub found it good. */
export interface Ping {
  readonly topic: string;
  readonly contentType: string;
  readonly form: Readonly<Record<string, string>>;
}

/** What a hub does by the recommendation (https://www.w3.org/TR/websub/, 5 to 7). */
export interface Hub {
  readonly address: string;
  readonly pings: readonly Ping[];
  /** Topics that it has fetched and handed on. */
  readonly distributed: readonly string[];
  /** What it did not like. */
  readonly faults: readonly string[];
}

interface Subscription {
  readonly callback: string;
  readonly topic: string;
  readonly secret: string;
}

/** Opens a hub on this machine that verifies subscribers, fetches topics that are announced, and hands them on. */
export async function openHub(): Promise<Hub> {
  const pings: Ping[] = [];
  const distributed: string[] = [];
  const faults: string[] = [];
  const subscriptions = new Map<string, Subscription>();
  const address = await listen(async (request, response) => {
    const form = Object.fromEntries(new URLSearchParams((await bodyOf(request)).toString()));
    const topic = form['hub.topic'] ?? form['hub.url'] ?? '';
    if (request.method !== 'POST' || topic === '') return response.writeHead(400).end();
    response.writeHead(202).end();
    try {
      if (form['hub.mode'] === 'subscribe') {
        await verify({ callback: form['hub.callback'] ?? '', topic, secret: form['hub.secret'] ?? '' });
      } else if (form['hub.mode'] === 'publish') {
        pings.push({ topic, contentType: request.headers['content-type'] ?? '', form });
        await distribute(topic);
        distributed.push(topic);
      }
    } catch (error) {
      faults.push(String(error));
    }
  });

  /** Whoever subscribes has to want it: it echoes the challenge. */
  async function verify(subscription: Subscription): Promise<void> {
    const challenge = randomBytes(16).toString('hex');
    const asked = new URL(subscription.callback);
    asked.searchParams.set('hub.mode', 'subscribe');
    asked.searchParams.set('hub.topic', subscription.topic);
    asked.searchParams.set('hub.challenge', challenge);
    asked.searchParams.set('hub.lease_seconds', '3600');
    const answer = await fetch(asked);
    if (!answer.ok || (await answer.text()) !== challenge) throw new Error('not verified');
    subscriptions.set(`${subscription.callback} ${subscription.topic}`, subscription);
  }

  /** Fetches a topic, which must name itself and this hub, and sends its bytes to all who want it. */
  async function distribute(topic: string): Promise<void> {
    const answer = await fetch(topic, { headers: { 'Cache-Control': 'no-cache' } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const links = linksIn(answer.headers.get('link') ?? '');
    const found = (rel: string) => links.filter((link) => link.rel === rel).map((link) => link.href);
    if (!answer.ok) throw new Error(`${topic} answered ${answer.status}`);
    if (found('self').join() !== topic) throw new Error(`${topic} calls itself ${found('self')}`);
    if (!found('hub').includes(address)) throw new Error(`${topic} has the hubs ${found('hub')}`);
    if (!bytes.includes(topic) || !bytes.includes(address)) throw new Error(`${topic} has no links in it`);
    const type = answer.headers.get('content-type') ?? '';
    for (const { callback, secret, topic: wanted } of subscriptions.values()) {
      if (wanted !== topic) continue;
      const signature = createHmac('sha256', secret).update(bytes).digest('hex');
      const headers = {
        'Content-Type': type,
        Link: `<${address}>; rel="hub", <${topic}>; rel="self"`,
        'X-Hub-Signature': `sha256=${signature}`,
      };
      await fetch(callback, { method: 'POST', headers, body: bytes });
    }
  }
  return { address, pings, distributed, faults };
}

/** The links of a `Link` header. */
function linksIn(header: string) {
  return [...header.matchAll(/<([^>]*)>;\s*rel="?([^",]*)"?/g)].map(([, href = '', rel = '']) => ({
    href,
    rel,
  }));
}
