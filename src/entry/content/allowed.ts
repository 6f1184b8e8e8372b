/** The elements that readers get, with the attributes that are kept on each; everything else is left out. */
export const allowed: ReadonlyMap<string, readonly string[]> = new Map([
  ...words('abbr acronym address article aside b bdi big br caption center cite code dd del details dfn').map(
    bare,
  ),
  ...words('div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd mark').map(bare),
  ...words(
    'nav p picture pre q rp rt ruby s samp section small span strike strong sub summary sup tbody',
  ).map(bare),
  ...words('tfoot thead tr tt u ul var wbr blockquote').map(bare),
  ['a', ['href', 'hreflang', 'type']],
  ['audio', ['src', 'controls', 'loop', 'preload']],
  ['blockquote', ['cite']],
  ['col', ['span']],
  ['colgroup', ['span']],
  ['data', ['value']],
  ['del', ['cite', 'datetime']],
  ['img', ['src', 'srcset', 'sizes', 'alt', 'width', 'height']],
  ['ins', ['cite', 'datetime']],
  ['li', ['value']],
  ['ol', ['start', 'reversed', 'type']],
  ['q', ['cite']],
  ['source', ['src', 'srcset', 'sizes', 'type', 'media']],
  ['table', []],
  ['td', ['colspan', 'rowspan', 'align']],
  ['th', ['colspan', 'rowspan', 'align', 'scope']],
  ['time', ['datetime']],
  ['track', ['src', 'kind', 'srclang', 'label', 'default']],
  ['video', ['src', 'poster', 'controls', 'loop', 'preload', 'width', 'height']],
]);

/** Kept on every element. */
export const allowedEverywhere: readonly string[] = ['lang', 'dir', 'title'];

/** Elements that go with all they hold; of every other element that is not allowed, the content stays. */
export const dropped: ReadonlySet<string> = new Set(
  words(
    'script style template noscript svg canvas head title meta link base select datalist textarea option applet' +
      ' param area map dialog frameset frame noframes noembed plaintext xmp listing',
  ),
);

/** Elements that are kept only within another: elsewhere they are no more than what they hold. */
export const within: ReadonlyMap<string, string> = new Map([
  ['figcaption', 'figure'],
  ['summary', 'details'],
]);

/** Elements that show another page. */
export const embedding: ReadonlySet<string> = new Set(['iframe', 'embed', 'object']);

/** Which attributes hold one address, and whether it is followed or loaded. */
export const addressAttributes: ReadonlyMap<string, 'link' | 'media'> = new Map([
  ['href', 'link'],
  ['cite', 'link'],
  ['src', 'media'],
  ['poster', 'media'],
]);

function words(list: string): string[] {
  return list.split(' ');
}

function bare(name: string): [string, readonly string[]] {
  return [name, []];
}
