import { createHmac } from 'node:crypto';
import { vi } from 'vitest';
import { bodyOf, listen } from './listen.js';

/** What a subscriber was sent, and whether it was signed by the hub that knows the secret. */
export interface Delivery {
  readonly bytes: Buffer;
  readonly type: string;
  readonly isSigned: boolean;
}

/** Subscribes to a topic at a hub, and waits until the hub has verified that. */
export async function subscribe(hub: string, topic: string) {
  const secret = 'between the two of us';
  const deliveries: Delivery[] = [];
  let isVerified = false;
  const callback = await listen(async (request, response) => {
    if (request.method === 'GET') {
      const asked = new URL(request.url ?? '', 'http://localhost').searchParams;
      isVerified = asked.get('hub.topic') === topic;
      return response.writeHead(isVerified ? 200 : 404).end(asked.get('hub.challenge'));
    }
    const bytes = await bodyOf(request);
    const signature = `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;
    deliveries.push({
      bytes,
      type: request.headers['content-type'] ?? '',
      isSigned: request.headers['x-hub-signature'] === signature,
    });
    response.writeHead(200).end();
  });
  const form = {
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.callback': callback,
    'hub.secret': secret,
  };
  await fetch(hub, { method: 'POST', body: new URLSearchParams(form) });
  await vi.waitFor(() => {
    if (!isVerified) throw new Error('the hub has not verified the subscriber');
  }, 20_000);
  return deliveries;
}
