/** Shapes of dates inside other text. Words are tried as months by `readDate`, so the month's language doesn't matter. */
const shapes = [
  /\b(?:19|20)\d\d-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|\s?[+-]\d\d:?\d\d)?)?/,
  /\b(?:19|20)\d\d[./]\d{1,2}[./]\d{1,2}\b/,
  /(?:19|20)\d\d\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]/,
  /\b\d{1,2}(?:st|nd|rd|th|\.|º|er)?\s?(?:de |of |-)?[\p{L}]{3,12}\.?,?[\s-](?:de |del )?(?:19|20)\d\d\b/u,
  /\b\p{L}{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d\b/u,
  /\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b/,
  /\b\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)?\d\d\b/,
];

/** What looks like a date in a short text, leftmost first. Which of them are dates, `readDate` decides. */
export function datesIn(text: string): string[] {
  const short = text.slice(0, 300);
  return shapes
    .map((shape) => shape.exec(short))
    .filter((match) => match !== null)
    .sort((one, other) => one.index - other.index)
    .map(([shown]) => shown);
}
