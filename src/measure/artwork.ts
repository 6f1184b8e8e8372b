import type { Measure } from './measure.js';

/** Pixels a side that Apple Podcasts takes. */
const least = 1400;
const most = 3000;

/**
 * Why a picture is no artwork for a podcast.
 *
 * @param measure what its file says; nothing where it is neither JPEG nor PNG
 */
export function artworkFault(measure: Measure | undefined): string | undefined {
  const { width, height } = measure ?? {};
  if (width === undefined || height === undefined) return 'it is neither a JPEG nor a PNG that can be read';
  const size = `${width} × ${height} pixels`;
  if (width !== height) return `its ${size} are no square`;
  if (width < least) return `its ${size} are fewer than ${least} a side`;
  return width > most ? `its ${size} are more than ${most} a side` : undefined;
}
