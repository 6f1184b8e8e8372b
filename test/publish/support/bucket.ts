import { AwsClient } from 'aws4fetch';
import type { Keys } from './ceph.js';

/** An object, as whoever fetches it sees it. */
export interface Fetched {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

/** A bucket, as its owner handles it. */
export class Bucket {
  readonly name: string;
  readonly endpoint: string;
  readonly #client: AwsClient;

  constructor(endpoint: string, name: string, { id, secret }: Keys) {
    this.endpoint = endpoint;
    this.name = name;
    this.#client = new AwsClient({
      accessKeyId: id,
      secretAccessKey: secret,
      service: 's3',
      region: 'us-east-1',
      retries: 0,
    });
  }

  /** Makes the bucket. */
  async make(): Promise<this> {
    await this.#ask('PUT', '');
    return this;
  }

  async get(key: string): Promise<Fetched> {
    const answer = await this.#client.fetch(this.#address(key), {
      // Fetching would decode what is encoded; bytes are wanted as they are kept.
      headers: { 'Accept-Encoding': 'identity' },
    });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  async head(key: string): Promise<Headers> {
    return (await this.#ask('HEAD', key)).headers;
  }

  async put(key: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.#ask('PUT', key, { body, headers });
  }

  async remove(key: string): Promise<void> {
    await this.#ask('DELETE', key);
  }

  /** Says who else may do what. */
  async allow(statements: readonly object[]): Promise<void> {
    const body = JSON.stringify({ Version: '2012-10-17', Statement: statements });
    await this.#ask('PUT', '?policy', { body });
  }

  /** The keys of all objects. */
  async keys(): Promise<string[]> {
    const keys: string[] = [];
    for (let after = ''; ; ) {
      const query = `?list-type=2&encoding-type=url&start-after=${encodeURIComponent(after)}`;
      const text = await (await this.#ask('GET', query)).text();
      const found = [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => decodeURIComponent(key));
      keys.push(...found.map((key) => key.replaceAll('&apos;', "'").replaceAll('&amp;', '&')));
      if (!text.includes('<IsTruncated>true')) return keys.sort();
      after = keys.at(-1) ?? '';
    }
  }

  async #ask(method: string, key: string, more: RequestInit = {}): Promise<Response> {
    const answer = await this.#client.fetch(this.#address(key), { method, ...more });
    if (!answer.ok) throw new Error(`${method} ${key}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  #address(key: string): string {
    const path = key.startsWith('?') ? key : encodeURIComponent(key).replaceAll('%2F', '/');
    return `${this.endpoint}${this.name}/${path}`;
  }
}
