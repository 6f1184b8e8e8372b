import type { Line } from './lines.js';

/**
 * The names in a line that says who wrote: "By A and B", "Posted on 3 May by A", "Author: A", in the words of the
 * major languages.
 *
 * @param next the line below, which holds the names where this one holds only "By"
 * @returns the names as they stand there, or none where the line says nothing of the kind
 */
export function bylineOf({ text, pieces }: Line, next: Line | undefined): string[] {
  if (text.length > 180 || otherWork.test(text)) return [];
  if (aloneLead.test(text)) return [following.exec(next?.text ?? '')?.groups?.names ?? []].flat();
  const linked = text.length < 110 ? linkedNames(pieces) : [];
  if (linked.length > 0) return linked;
  for (const match of text.matchAll(leads)) {
    const before = text.slice(0, match.index).trim();
    if (before && text.length > 110 && !/^(?:\p{L}{2,14}\s?){1,2}$/u.test(before)) continue;
    // "Author" in the middle of a line is a word like any other, but before a colon.
    if (before && label.test(match[0]) && !/[:：]/.test(match[0])) continue;
    const rest = text.slice(match.index + match[0].length);
    const alone = /^[\d\s.:/,|-]*$/.test(before) ? oneWord.exec(rest)?.[0] : undefined;
    const written = following.exec(rest)?.groups?.names ?? alone;
    if (written) return [written];
  }
  return [];
}

const lead =
  '(?:by|von|par|por|door|av|af|di|da|przez|od|от|автор|text|texte|texto|testo|words|story|interview|redaktion|' +
  'authors?|autor(?:in|en|es|a|e|i)?(?:\\/\\w{2,6})?|auteurs?|作者|文|記者|记者|撰文|编辑|責編|责编|责任编辑)';
const title = '(?:(?:Dr|Prof|Mag|Dipl|Ing|Mr|Mrs|Ms|Sir|Rev)\\.?\\s)';
const word = "\\p{Lu}[\\p{L}'’.-]*";
const particle = "(?:von|van|de|der|den|del|della|di|da|du|la|le|el|al|bin|zu|dos|das|do|y|e|’t|'t)";
const name = `(?:${title}{0,3}${word}(?:\\s(?:${particle}\\s){0,2}${word}){1,4}|[\\p{Script=Han}]{2,4})`;
const names = `(?<names>${name}(?:(?:,|、|\\s(?:and|und|et|y|e|en|og|och|&))\\s?${name}){0,5})`;
const end = '(?=\\s*(?:$|[|•·»,;:(/\\d–—-]|\\s(?:am|on|at|um|le|el|il|in|im|vom|den|für|for)\\s))';

const leads = new RegExp(
  `(?:^|[\\s|•·/,(–—-])${lead}(?:\\s{1,2}|\\s?[:：]\\s{0,2}|(?=\\p{Script=Han}))`,
  'giu',
);
const label = /author|aut[oe]|text|words|story|interview|redaktion/i;
const following = new RegExp(`^${names}${end}`, 'u');
const oneWord = /^\p{Lu}[\p{L}'’-]{2,20}(?=\s*$)/u;
const aloneLead = new RegExp(`^${lead}\\s?[:：]?$`, 'iu');
const leadAtEnd = new RegExp(`(?:^|[\\s|•·/,(–—-])${lead}\\s{0,2}[:：]?\\s{0,2}$`, 'iu');
const joint = /^\s*(?:,|;|\/|&|and|und|et|y|e|og|och|,\s*(?:and|und))\s*$/i;

/** Lines that name who did something else than write this. */
const otherWork =
  /\b(?:powered|hosted|sponsored|designed?|theme|made|built|photos?|fotos?|bild(?:er)?|images?|pictures?|photograph(?:y|s)?|illustrations?|edited|translated|reviewed|courtesy|comments?|kommentare?|übersetzt|copyright|gefördert)\b.{0,20}\b(?:by|von|par|por|di)\b|^\W*(?:photos?|fotos?|bild(?:er)?|images?|credits?|©)\b/i;

/** The texts of the elements that follow a lead at once, as links to the authors do. */
function linkedNames(pieces: Line['pieces']): string[] {
  const found: string[] = [];
  let before = '';
  for (const piece of pieces) {
    const last = found.length > 0;
    if (piece.element && piece.text.trim() && (last ? joint.test(before) : leadAtEnd.test(before))) {
      found.push(piece.text.trim());
      before = '';
    } else if (last && !joint.test(piece.text)) break;
    else before += piece.text;
  }
  return found;
}
