import { english } from './english.js';
import { gatherSpans } from './foreign-spans.js';
import { gatherWords } from './foreign-words.js';
import type { Language, Meaning, Span } from './language.js';

/** All major languages; their words are gathered when first asked for. */
export const everyLanguage: Language = {
  meaningOf: (phrase) => {
    words ??= gatherWords();
    return english.meaningOf(phrase) ?? words.get(phrase);
  },
  spanOf: (pattern) => {
    spans ??= gatherSpans();
    return english.spanOf(pattern) ?? spans.get(pattern);
  },
};

let words: ReadonlyMap<string, Meaning> | undefined;
let spans: ReadonlyMap<string, Span> | undefined;
