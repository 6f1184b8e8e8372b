/** The paths that the server keeps for pages that follow the articles. */
export const livePaths = {
  events: '/.feedmill/live',
  script: '/.feedmill/live.js',
  style: '/.feedmill/live.css',
} as const;

const tag = `<script src="${livePaths.script}" defer></script>\n`;

/** A page with the script by which it follows the articles. */
export function withLive(page: Buffer): Buffer {
  const end = page.lastIndexOf('</body>');
  const at = end < 0 ? page.length : end;
  return Buffer.concat([page.subarray(0, at), Buffer.from(tag), page.subarray(at)]);
}
