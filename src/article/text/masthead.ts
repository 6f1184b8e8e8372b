/**
 * Whether a text is the name of a publication: "The Daily Star", "BBC News", "example.org".
 *
 * @param text a line, or a part of one
 */
export function isMasthead(text: string): boolean {
  return text.length <= 60 && (masthead.test(text) || domain.test(text));
}

const domain =
  /^(?:www\.)?[\w-]{2,30}(?:\.[\w-]{2,20}){0,2}\.(?:com|org|net|co|news|tv|info|gov|edu|[a-z]{2})$/i;

const masthead =
  /^(?:The\s+)?(?:\p{Lu}[\p{L}'’.&-]*\s+){0,3}(?:News|Times|Post|Herald|Tribune|Gazette|Guardian|Chronicle|Telegraph|Observer|Courier|Dispatch|Examiner|Mercury|Daily|Weekly|Newspaper|Newswire|Magazine|Broadcasting|Zeitung|Online)$/u;
