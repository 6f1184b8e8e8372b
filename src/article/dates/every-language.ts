import { english } from './english.js';
import { gatherSpans } from './foreign-spans.js';
import { gatherWords } from './foreign-words.js';
import type { Language, Meaning, Span } from './language.js';
import { languages } from './languages.js';

/** All major languages. Their words are gathered when first asked for, those of Latin letters apart from all others. */
export const everyLanguage: Language = {
  meaningOf: (phrase) => {
    const script = scriptOf(phrase);
    words[script] ??= gatherWords(languages[script]);
    return english.meaningOf(phrase) ?? words[script].get(phrase);
  },
  spanOf: (pattern) => {
    const script = scriptOf(pattern);
    spans[script] ??= gatherSpans(languages[script]);
    return english.spanOf(pattern) ?? spans[script].get(pattern);
  },
};

type Script = keyof typeof languages;

function scriptOf(text: string): Script {
  return /[a-z]/.test(text) ? 'latin' : 'other';
}

const words: { [Name in Script]?: ReadonlyMap<string, Meaning> } = {};
const spans: { [Name in Script]?: ReadonlyMap<string, Span> } = {};
