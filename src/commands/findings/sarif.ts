import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Finding, Findings } from './finding.js';

/** The pages of the problems, by their codes. */
export type Pages = Readonly<Record<string, string>>;

/**
 * SARIF 2.1.0, which code scanning services take.
 *
 * @param cwd absolute path of the working folder, from which paths count
 * @param version of this program
 */
export function sarifOf({ findings }: Findings, pages: Pages, cwd: string, version: string): string {
  const kinds = [...new Map(findings.map((one) => [one.code, one])).values()];
  const indices = new Map(kinds.map(({ code }, index) => [code, index]));
  const seen = new Map<string, number>();
  const run = {
    tool: {
      driver: { name: 'feedmill', semanticVersion: version, rules: kinds.map((one) => ruleOf(one, pages)) },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { uri: `${pathToFileURL(cwd).href.replace(/\/$/, '')}/` } },
    results: findings.map((one) => ({
      ruleId: one.code,
      ruleIndex: indices.get(one.code),
      level: one.level,
      message: { text: one.message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: locationOf(one.path),
            region: { startLine: one.line, startColumn: one.column },
          },
        },
      ],
      partialFingerprints: { 'finding/v1': fingerprintOf(one, seen) },
    })),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOf({ code, level, help }: Finding, pages: Pages): object {
  const page = pages[code] ?? help;
  return {
    id: code,
    shortDescription: { text: /^> (.+)$/m.exec(page)?.[1] ?? help },
    fullDescription: { text: help },
    help: { text: page, markdown: page },
    defaultConfiguration: { level },
  };
}

/** What lies outside of the working folder, or on the web, has an address of its own. */
function locationOf(path: string): object {
  if (/^https?:/.test(path)) return { uri: new URL(path).href };
  if (path.startsWith('/')) return { uri: pathToFileURL(path).href };
  const uri = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}

/** The same finding is recognised though lines were put in above it; a second one of its kind in a file is another. */
function fingerprintOf({ code, path, message }: Finding, seen: Map<string, number>): string {
  const key = JSON.stringify([code, path, message]);
  const nth = (seen.get(key) ?? 0) + 1;
  seen.set(key, nth);
  return createHash('sha256').update(`${key}${nth}`).digest('hex').slice(0, 32);
}
