import { datesIn } from './dates-in.js';

/** Whether a line says little more than a date, so that the date cannot be part of the story. */
export function mostlyDate(text: string): boolean {
  if (!/\d/.test(text)) return false;
  const shown = datesIn(text)[0];
  if (shown === undefined) return false;
  const after = text.slice(text.indexOf(shown) + shown.length);
  return (
    text.length - shown.length < 60 ||
    lead.test(text) ||
    (text.startsWith(shown) && /^\s*(?:$|[-–—|:,•·/„“"]|at |um )/.test(after))
  );
}

const lead =
  /^\W{0,3}(?:(?:first |last )?(?:published|posted|updated|written|created|date)|stand|datum|veröffentlicht|erstellt|geschrieben|aktualisiert|publié|publicado|pubblicato|gepubliceerd|mis en ligne|pressemitteilung|meldung|press release|опубликовано)\b/i;
