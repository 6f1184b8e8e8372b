import type { Zone } from './moment.js';
import type { Token } from './tokens.js';

/** A zone in a date, and how many tokens it takes. */
export interface ZoneThere {
  readonly zone: Zone;
  readonly length: number;
}

/**
 * Reads the zone that begins at a token: `Z`, `+05:30`, `-0800`, `UTC-3`, `PKT`, `Europe/Berlin`.
 *
 * @param sure whether the date is complete, so that `-8` can be nothing else
 */
export function readZone(tokens: readonly Token[], at: number, sure: boolean): ZoneThere | undefined {
  const token = tokens[at];
  if (token?.kind === 'zone') return { zone: token.text, length: 1 };
  if (token?.kind === 'mark') return readOffset(tokens, at, sure);
  if (token?.kind !== 'word') return undefined;
  if (universal.has(token.text)) {
    const offset = readOffset(tokens, at + 1, true);
    return offset ? { zone: offset.zone, length: offset.length + 1 } : { zone: 0, length: 1 };
  }
  const zone = abbreviations.get(token.text);
  return zone === undefined ? undefined : { zone, length: 1 };
}

/** Whether a folded word is the name of a zone. */
export function isZoneWord(word: string): boolean {
  return universal.has(word) || abbreviations.has(word);
}

function readOffset(tokens: readonly Token[], at: number, sure: boolean): ZoneThere | undefined {
  const [sign, hours, colon, minutes] = tokens.slice(at, at + 4);
  if (sign?.kind !== 'mark' || !/^[+-]$/.test(sign.text) || hours?.kind !== 'number' || hours.gap)
    return undefined;
  const digits = hours.text;
  if (colon?.text === ':' && minutes?.kind === 'number' && minutes.text.length === 2 && digits.length <= 2)
    return offset(sign.text, digits, minutes.text, 4);
  if (digits.length === 3 || digits.length === 4)
    return offset(sign.text, digits.slice(0, -2), digits.slice(-2), 2);
  return digits.length <= 2 && (sure || sign.text === '+') ? offset(sign.text, digits, '0', 2) : undefined;
}

function offset(sign: string, hours: string, minutes: string, length: number): ZoneThere | undefined {
  const total = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || total > (sign === '+' ? 14 : 12) * 60) return undefined;
  return { zone: sign === '+' ? total : 0 - total, length };
}

const universal = new Set(['z', 'utc', 'gmt', 'ut', 'tu']);

/** Where one abbreviation is used by several zones, the one most news is written in: IST is India's, CST America's. */
const abbreviations = new Map<string, Zone>(
  (
    'nst-3:30 ndt-2:30 ast-4 adt-3 est-5 edt-4 cst-6 cdt-5 mst-7 mdt-6 pst-8 pdt-7 akst-9 akdt-8 hst-10 ' +
    'brt-3 art-3 uyt-3 clt-4 clst-3 bot-4 vet-4 cot-5 pet-5 ect-5 wet+0 west+1 bst+1 cet+1 cest+2 mez+1 mesz+2 eet+2 eest+3 ' +
    'msk+3 trt+3 wat+1 cat+2 sast+2 eat+3 idt+3 irst+3:30 gst+4 azt+4 get+4 amt+4 aft+4:30 pkt+5 uzt+5 yekt+5 ist+5:30 ' +
    'slst+5:30 npt+5:45 bdt+6 btt+6 almt+6 mmt+6:30 ict+7 wib+7 sgt+8 myt+8 pht+8 hkt+8 awst+8 wita+8 jst+9 kst+9 wit+9 ' +
    'acst+9:30 acdt+10:30 aest+10 aedt+11 chst+10 nzst+12 nzdt+13 fjt+12'
  )
    .split(' ')
    .map((entry) => {
      const [, name = '', sign = '+', hours = '0', minutes = '0'] =
        /^([a-z]+)([+-])(\d+)(?::(\d+))?$/.exec(entry) ?? [];
      return [name, Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes))];
    }),
)
  .set('et', 'America/New_York')
  .set('ct', 'America/Chicago')
  .set('mt', 'America/Denver')
  .set('pt', 'America/Los_Angeles')
  .set('uk', 'Europe/London');
