import { harmless, type Layout, paint, type Style, wrap } from '../layout.js';
import { counted, type Finding, type Findings } from './finding.js';

const styles: Readonly<Record<Finding['level'], Style>> = { error: 'red', warning: 'yellow', note: 'cyan' };

/**
 * One finding a line, as compilers have it, so that editors jump there.
 *
 * @param isRead whether people read it: then help follows the first of each kind
 */
export function textOf({ findings }: Findings, layout: Layout, isRead: boolean): string {
  const explained = new Set<string>();
  const lines = findings.flatMap((one) => {
    const { path, line, column, level, code, message, help } = one;
    const said = `${harmless(path)}:${line}:${column}: ${paint(styles[level], level, layout)}: ${harmless(message)} [${code}]`;
    if (!isRead || explained.has(code)) return [said];
    explained.add(code);
    const hint = wrap(`    ${help} More: feedmill check --explain ${code}`, layout, 4);
    return [said, paint('dim', hint, layout)];
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** What all of it comes to, as `3 errors, 2 warnings, 1 note in 335 articles`. */
export function summaryOf({ findings, articles }: Findings): string {
  const { error, warning, note } = counted(findings);
  const some = [
    [error, 'error'],
    [warning, 'warning'],
    [note, 'note'],
  ] as const;
  const found = some.filter(([count]) => count > 0).map(([count, name]) => several(count, name));
  const where = articles > 0 ? ` in ${several(articles, 'article')}` : '';
  return `${found.length > 0 ? found.join(', ') : 'no problems'}${where}`;
}

function several(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
