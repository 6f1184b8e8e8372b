/** Writes the images and videos that shortcodes and template tags show in Markdown. */
export function shownMedia(text: string): string {
  if (!/\{\{[<%]|\{%/.test(text)) return text;
  return text
    .replace(/\{\{[<%]\s*(?:figure|img|image)\s([^{}]*)\}\}/gi, (tag, given: string) => image(given) ?? tag)
    .replace(/\{%\s*(?:asset_img|img|image)\s([^%]*)%\}/gi, (tag, given: string) => imageOf(given) ?? tag)
    .replace(
      /\{\{[<%]\s*(youtube|vimeo)\s([^{}]*)\}\}/gi,
      (tag, site: string, given: string) => video(site, given) ?? tag,
    )
    .replace(
      /\{%\s*(youtube|vimeo)\s([^%]*)%\}/gi,
      (tag, site: string, given: string) => video(site, given) ?? tag,
    );
}

function image(given: string): string | undefined {
  const source = attribute(given, 'src') ?? attribute(given, 'link');
  const text = attribute(given, 'alt') ?? attribute(given, 'caption') ?? attribute(given, 'title') ?? '';
  return source && `![${text.replace(/[[\]]/g, '')}](<${source}>)`;
}

/** Hexo: `img [class] source [width height] [title]`. */
function imageOf(given: string): string | undefined {
  const source = /(?:^|\s)["']?([^\s"']+\.(?:png|jpe?g|gif|webp|svg|avif)[^\s"']*)/i.exec(given);
  const text = source
    ? given
        .slice(source.index + source[0].length)
        .replace(/["'[\]\d]/g, '')
        .trim()
    : '';
  return source ? `![${text}](<${source[1]}>)` : undefined;
}

function video(site: string, given: string): string | undefined {
  const id = attribute(given, 'id') ?? /["']?([\w-]{5,})/.exec(given)?.[1];
  if (id === undefined) return undefined;
  return site.toLowerCase() === 'vimeo'
    ? `<https://vimeo.com/${id}>`
    : `<https://www.youtube.com/watch?v=${id}>`;
}

function attribute(given: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`)
    .exec(given)
    ?.slice(1)
    .find(Boolean);
}
