import { counted, type Findings, pageOf } from './finding.js';

/** One JSON object, for programs. Its keys stay what they are. */
export function jsonOf({ findings, articles }: Findings): string {
  const { error, warning, note } = counted(findings);
  const told = findings.map(({ code, level, path, line, column, message, help }) => ({
    ...{ code, level, path, line, column, message, help, page: pageOf(code) },
  }));
  const summary = { errors: error, warnings: warning, notes: note, articles };
  return `${JSON.stringify({ findings: told, summary }, undefined, 2)}\n`;
}
