/** How the keys are called that say how long a recording is. */
export const durationNames = 'duration audioduration itunesduration podcastduration episodeduration';

/**
 * Reads a duration: `754`, `12:34`, `1:02:03`, `PT1H2M3S`, or as people write it: `1h 2m`, `45 min`.
 *
 * @returns seconds
 */
export function readDuration(text: string): number | undefined {
  const [said, hours = 0, minutes = 0, seconds = 0] =
    /^(?:PT)?(?:(\d{1,3}) ?h(?:ours?|rs?)? ?)?(?:(\d{1,4}) ?m(?:in(?:ute)?s?)?\.? ?)?(?:(\d{1,6}(?:\.\d+)?) ?s(?:ec(?:ond)?s?)?)?$/i.exec(
      text.trim(),
    ) ?? [];
  if (said) return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (!/^\d{1,6}(?::[0-5]?\d){0,2}(?:\.\d+)?$/.test(text)) return undefined;
  return text.split(':').reduce((total, part) => total * 60 + Number(part), 0);
}
