/**
 * Makes addresses of the site relative, in HTML that is whole and safe: so a page can be read where nobody has given the
 * address of the site, and from a disk.
 *
 * @param site its address, ending in `/`
 * @param root the way from the page to the output folder, empty or ending in `/`
 */
export function near(html: string, site: string, root: string): string {
  return html.replace(/<[a-z][^<>]*>/g, (tag) =>
    tag.replace(
      /(\s(href|src|srcset|poster|cite|data)=")([^"]*)"/g,
      (_, start, name: string, value: string) => {
        const addresses = name === 'srcset' ? value.split(', ') : [value];
        return `${start}${addresses.map((address) => nearOne(address, site, root)).join(', ')}"`;
      },
    ),
  );
}

/** A disk does not know which page stands for a folder, nor that a last step without an ending is one. */
function nearOne(address: string, site: string, root: string): string {
  if (!address.startsWith(site)) return address;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address.slice(site.length)) ?? [];
  const last = path.slice(path.lastIndexOf('/') + 1);
  const index = last === '' ? 'index.html' : last.includes('.') ? '' : '/index.html';
  return `${root}${path}${index}${rest}`;
}
