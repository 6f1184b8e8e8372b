import type { Person } from '../article.js';

/** Reads one person: a name, with an e-mail or an address in brackets, behind it or in a link; nothing without a name. */
export function readContact(text: string): Person | undefined {
  const contact: { email?: string; uri?: string } = {};
  const linked = text.replace(link, (_, page: string, name: string) => `${name} <${page}>`);
  const marked = linked
    .replace(handle, ' <$1>')
    .replace(markdownLink, (_, name: string, page: string) => `${name} <${page}>`);
  let aside = '';
  const bare = marked.replace(bracketed, (brackets: string, angled?: string, round?: string) => {
    const inside = angled ?? round ?? '';
    if (take(contact, inside)) return ' ';
    if (angled !== undefined) return ' ';
    aside = inside;
    return brackets;
  });
  const words = bare.split(/\s+/).filter((word) => word !== '' && !take(contact, word));
  const named = words.join(' ') === `(${aside})` ? aside : words.join(' ');
  const alone = named.replace(/\s+on behalf of\s.*$/i, '');
  const name = alone.replace(/^[\s:,"“*_~-]+|[\s:,"”*_~-]+$/gu, '') || (contact.email ?? '');
  return /[\p{L}\p{N}]/u.test(name) && !/^(?:none|null|n\/a|undefined)$/i.test(name)
    ? { name, ...contact }
    : undefined;
}

const link = /<a\s[^<>]*href\s*=\s*["']?([^"'<>\s]+)[^<>]*>([^<>]*)<\/a>/giu;
const markdownLink = /\[([^\][]*)\]\(([^()\s]*)[^()]*\)/gu;
/** A name with the address of its handle behind it: `Ada ([@ada](https://…))`. */
const handle = /\(\[@[^\][]*\]\(([^()\s]*)\)\)/gu;
const bracketed = /<([^<>]*)>|\(([^()]*)\)/gu;

/** Keeps an e-mail or an address where the text is one, and tells whether it is. */
function take(contact: { email?: string; uri?: string }, text: string): boolean {
  const value = text.trim().replace(/^mailto:/i, '');
  if (/^https?:\/\/[^\s<>]+$/i.test(value)) contact.uri ??= value;
  else if (value.length <= 254 && /^[^\s@<>()",;:]+@[^\s@<>()",;:.]+(?:\.[^\s@<>()",;:.]+)+$/.test(value))
    contact.email ??= value;
  else return false;
  return true;
}
