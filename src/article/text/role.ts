/**
 * Whether a text says what somebody is or where they are, as the line below a byline does: "Senior Correspondent",
 * "BBC News, Nairobi", "Reporting from Lagos".
 *
 * @param text a line, or a part of one
 */
export function isRole(text: string): boolean {
  return text.length <= 70 && (role.test(text) || from.test(text) || outlet.test(text));
}

const role =
  /^(?:[\p{Lu}\p{N}@&][\p{L}\p{M}\p{N}'’&.-]*\s+(?:(?:of|and|for|at|the|&)\s+)?){0,5}(?:correspondents?|reporters?|editors?|editor-in-chief|writers?|journalists?|columnists?|analysts?|contributors?|producers?|presenter|freelancer?|bureau chief|photographers?|director|professor|lecturer|fellow|intern|minister|staff|news)(?:\s*[,|–-]\s*.{2,40}|\s+(?:in|at|for)\s+.{2,40})?$/iu;
const from =
  /^(?:[Rr]eporting|[Ww]riting) (?:from|in) \p{Lu}.{2,50}$|^(?:[Ii]n|[Aa]us|[Àà]|[Ee]n|[Dd]esde|d[aeo]|[Ee]m|[Ff]rom) \p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}.-]+){0,2}$/u;
const outlet =
  /^(?:\p{Lu}[\p{L}\p{N}'’.-]*\s+){0,3}(?:News|Times|Post|Herald|Tribune|Gazette|Guardian|Television|TV|Radio|Magazine|World Service|Sport)(?:,\s*\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,2})?$/u;
