/** The path of an article as readers should see it: no ending, no `index`, no `_posts`. */
export function publicPath(path: string): string {
  const segments = path
    .replace(/\.[^./]+$/, '')
    .split('/')
    .filter((segment) => segment !== '_posts' && segment !== '_drafts');
  if (segments.length > 1 && /^_?index$/i.test(segments.at(-1) ?? '')) segments.pop();
  return segments.join('/');
}
