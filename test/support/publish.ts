import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, type Config, type Problem, type Report } from '../../src/index.js';
import { type Published, readDocuments } from './documents.js';

/** What a folder of articles came to. */
export interface Publication {
  readonly report: Report;
  readonly entries: readonly Published[];
  /** The problems of one file. */
  readonly problemsOf: (path: string) => readonly Problem[];
}

/** A good article, which has to be published whatever lies beside it. */
export const good = '---\ntitle: Good\ndate: 2026-05-06\n---\n\nAll is well at the quay.\n';

/**
 * Publishes files beside a good article, reads the three documents, and fails where they are not valid or lack the good one.
 *
 * @param files texts or bytes by path
 */
export async function publish(
  files: Readonly<Record<string, string | Uint8Array>>,
  config: Config = {},
): Promise<Publication> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'feedmill-hostile-'));
  try {
    for (const [path, content] of Object.entries({ 'good.md': good, ...files })) {
      const file = join(folder, 'in', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    const output = join(folder, 'out');
    const report = await build({
      articles: join(folder, 'in'),
      output,
      site: 'https://example.org/',
      limit: 0,
      ...config,
    });
    const entries = readDocuments(output);
    if (!entries.some(({ title }) => title === 'Good')) throw new Error('The good article is missing');
    return { report, entries, problemsOf: (wanted) => report.problems.filter(({ path }) => path === wanted) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Publishes one file beside a good article. */
export async function publishOne(
  path: string,
  content: string | Uint8Array,
  config?: Config,
): Promise<{
  readonly entry: Published | undefined;
  readonly problems: readonly Problem[];
  readonly report: Report;
}> {
  const { entries, problemsOf, report } = await publish({ [path]: content }, config);
  return { entry: entries.find(({ title }) => title !== 'Good'), problems: problemsOf(path), report };
}
