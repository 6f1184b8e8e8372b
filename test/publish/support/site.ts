import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../../src/publish/place.js';
import { start } from '../../service/program.js';
import type { Bucket } from './bucket.js';

/** The config that these sites have. */
export const configName = 'feedmill.config.json';

/** A config by which documents are brought to a bucket. */
export function configFor({ name: bucket, endpoint }: Bucket, more = {}, publish = {}): string {
  const site = 'https://example.org/';
  return JSON.stringify({
    site,
    pages: { articles: true },
    ...more,
    publish: { bucket, endpoint, ...publish },
  });
}

/** Publishes once, and gives what was told. */
export async function publish(cwd: string, env: Environment, args: readonly string[] = []) {
  const running = start(cwd, ['publish', '--json', ...args], env);
  const { code } = await running.ended;
  return { code, running, ...toldBy(running) };
}

/** What a run has told of publishing. */
export function toldBy(running: ReturnType<typeof start>) {
  const problems = running
    .events('problems')
    .flatMap(({ problems }) => problems as { code: string; message: string }[]);
  const all = running.events('published') as unknown as {
    readonly uploaded: readonly string[];
    readonly removed: readonly string[];
    readonly unchanged: number;
  }[];
  return { problems, published: all[0], all };
}

/** Names of all files in the output folder. */
export function documentsIn(cwd: string, output = 'output'): string[] {
  return readdirSync(join(cwd, output), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(join(cwd, output, '/').length))
    .sort();
}

/** What a bucket holds that is not as the documents of a folder are; nothing where it holds these, and nothing else. */
export async function differences(bucket: Bucket, cwd: string): Promise<string[]> {
  const [keys, documents] = [await bucket.keys(), documentsIn(cwd)];
  const found = [...keys.filter((key) => !documents.includes(key)).map((key) => `${key} is too many`)];
  const compare = async (name: string) => {
    const { status, bytes } = await bucket.get(name);
    if (status !== 200) found.push(`${name} is missing`);
    else if (!bytes.equals(readFileSync(join(cwd, 'output', name)))) found.push(`${name} is another one`);
  };
  await Promise.all(documents.filter((one) => one !== '.feedmill.json').map(compare));
  return found;
}
