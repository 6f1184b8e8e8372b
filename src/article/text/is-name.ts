/**
 * Whether a text has the shape of one name: a few words with capitals, and the small words that names hold. Titles in
 * capitals have that shape too; what stands around must tell them apart.
 *
 * @param text a line, or a part of one
 */
export function isName(text: string): boolean {
  const name = text.replace(degree, '');
  const words = name.split(/\s+/);
  if (words.length > 6 || name.length > 60 || /\d/.test(name) || notAlone.test(name)) return false;
  if (words.some((word) => unlikely.test(word))) return false;
  return (
    words.every((word) => written.test(word) || particle.test(word)) &&
    words.some((word) => written.test(word))
  );
}

const degree = /,?\s+(?:M\.?D\.?|Ph\.?D\.?|[JS]r\.?|Esq\.?|\p{Lu}{2,4})$/u;
const written =
  /^(?:[‘'ʻ]?[\p{Lu}\p{Lt}][\p{L}\p{M}'’.-]*|\p{Lo}[\p{L}\p{M}·・]*|["“(][\p{Lu}][\p{L}.]+["”)])$/u;
const particle =
  /^(?:al|an|ap|av|af|bin|bint|ibn|abu|ben|da|das|de|del|della|dei|der|den|des|di|do|dos|du|e|el|la|le|las|los|lo|op|ter|ten|te|van|von|vom|zu|zum|zur|y|st|ul|ur|(?:d|al|el)['’-]\p{L}+)$/u;

/** Words of titles that nobody is called. Syllables of names ("An", "He", "My", "Than") are not among them. */
const unlikely =
  /^(?:the|a|of|in|on|to|with|is|are|was|were|be|not|how|why|what|when|where|who|which|can|could|should|would|must|new|all|more|most|our|your|their|its|they|we|it|this|that|these|those|after|before|over|under|into|out|up|down|against|amid|if|but|about|every|some|his|her|near|far|between|until|since|(?:it|he|she)['’]s|we['’]re|read|says|said|\p{Ll}+ing)$/iu;
const notAlone =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|today|tomorrow|yesterday|now|then|default|comparison|contrast|night|day|popular|hand|law)$/iu;
