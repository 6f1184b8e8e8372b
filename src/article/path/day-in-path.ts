/** A date within a path: as ISO 8601 writes it, and what of the path it takes, any mark behind it included. */
export interface DayInPath {
  readonly date: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the date in a path, in the name of a file (`2013-05-06-slug`, `20130506_slug`, `2013-05-06T10-00-slug`) or in
 * folders (`2014/11/09/slug`); the last one counts. A year and a month alone are no date.
 */
export function dayInPath(path: string): DayInPath | undefined {
  let last: DayInPath | undefined;
  if (!/(?:19|20)\d\d/.test(path)) return undefined;
  for (const shape of shapes) {
    for (const match of path.matchAll(shape)) {
      const [whole = '', year = '', month = '', day = '', hour, minute] = match.filter(
        (part) => part !== undefined,
      );
      const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      const from = match.index + (whole.startsWith('/') ? 1 : 0);
      if (!isReal(date) || (last && last.from >= from)) continue;
      const timed = hour !== undefined && minute !== undefined && Number(hour) < 24;
      last = { date: timed ? `${date}T${hour}:${minute}` : date, from, to: match.index + whole.length };
    }
  }
  return last;
}

/** In folders a day of one digit must be one itself, since `2013/10/3-things` is no day. */
const shapes = [
  /(?:^|\/)((?:19|20)\d\d)[-_.](\d{1,2})[-_.](\d{1,2})(?:T(\d\d)[-:.h]?(\d\d)(?:[-:.]?\d\d)?Z?)?(?:[-_. ]+|(?=\/)|$)/g,
  /(?:^|\/)((?:19|20)\d\d)(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?Z?)?(?:[-_. ]+|(?=\/)|$)/g,
  /(?:^|\/)((?:19|20)\d\d)\/(\d{1,2})\/(?:(\d{1,2})(?=\/|$)|(\d\d)[-_]+)/g,
];

function isReal(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
