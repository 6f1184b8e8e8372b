import { endsAbbreviated } from './abbreviation.js';

/**
 * Whether a text ends as a sentence does: with a full stop, a question or exclamation mark, of any script, perhaps
 * within quotes. The full stop of an abbreviation ("U.S.", "Inc.") is none.
 *
 * @param text one line or paragraph, without space at its end
 * @param marks which marks count: `any`, or `stop` for full stops alone
 */
export function endsSentence(text: string, marks: 'any' | 'stop' = 'any'): boolean {
  const end = text.slice(-40);
  const mark = (marks === 'any' ? anyMark : fullStop).exec(end);
  return mark !== null && !(mark[0] === '.' && endsAbbreviated(end.slice(0, -1)));
}

const anyMark = /[.!?…。！？．؟۔।॥։][\])}"'”’»›」』*_]{0,4}$/u;
const fullStop = /[.。．۔।॥։][\])}"'”’»›」』*_]{0,4}$/u;
