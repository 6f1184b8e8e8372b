import type { Clue } from './clue.js';

/** The day in an address, as in `/2019/08/02/title` or `/2019-08-02-title`; a year and month alone are no date. */
export function addressDate({ subject, texts, line }: Clue): Clue[] {
  if (subject !== 'link') return [];
  for (const text of texts) {
    const [, year, month, day] = dayInPath.exec(text) ?? [];
    if (year && month && day) {
      return [
        {
          subject: 'published',
          source: 'page',
          texts: [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`],
          line,
        },
      ];
    }
  }
  return [];
}

const dayInPath = /[/_-]((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/;
