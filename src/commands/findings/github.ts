import type { Finding, Findings } from './finding.js';

const commands: Readonly<Record<Finding['level'], string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/** Commands of a workflow of GitHub Actions, which shows them beside the lines. */
export function githubOf({ findings }: Findings): string {
  return findings
    .map(({ level, path, line, column, code, message, help }) => {
      const properties = { file: path, line, col: column, title: code };
      const said = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${commands[level]} ${said.join(',')}::${data(`${message}${/[?.]$/.test(message) ? '' : '.'} ${help}`)}\n`;
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
