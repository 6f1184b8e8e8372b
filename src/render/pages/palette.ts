import { channelsOf } from './colours.js';

/** What pages are written on. */
export const paper = { light: '#ffffff', dark: '#16181b' } as const;

/** The colour of links, where nobody chose one. */
const ordinary = '#1f4fa3';

/** WCAG 2.2, 1.4.3 asks for 4.5; boxes are tinted a little, so more is kept. */
const enough = 5.5;

/**
 * An accent colour as it can be read: as near to what was asked for as the contrast with the paper allows.
 *
 * @param accent `#rgb`, `#rrggbb` or a name of CSS
 */
export function inkOf(accent = ordinary): Ink {
  const known = inks.get(accent);
  if (known) return known;
  const asked = channelsOf(accent) ?? channelsOf(ordinary) ?? [0, 0, 0];
  const ink = {
    asked: hex(asked),
    light: legible(asked, paper.light, 0),
    dark: legible(asked, paper.dark, 255),
  };
  inks.set(accent, ink);
  return ink;
}

/** Every page of a site asks for the same one. */
const inks = new Map<string, Ink>();

/** A colour as it was asked for, and as it can be read on light and on dark paper: `#rrggbb`. */
export interface Ink {
  readonly asked: string;
  readonly light: string;
  readonly dark: string;
}

type Channels = readonly [number, number, number];

/** Mixes a colour with black or white, as little of it as will do. */
function legible(colour: Channels, ground: string, towards: 0 | 255): string {
  const mixed = (share: number) => colour.map((part) => Math.round(part + (towards - part) * share));
  for (let percent = 0; percent < 100; percent += 2) {
    const [red = 0, green = 0, blue = 0] = mixed(percent / 100);
    if (contrast([red, green, blue], channelsOf(ground) ?? [0, 0, 0]) >= enough)
      return hex([red, green, blue]);
  }
  return hex([towards, towards, towards]);
}

/** WCAG 2.2, "contrast ratio". */
export function contrast(one: Channels, other: Channels): number {
  const [lighter = 1, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(channels: Channels): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function hex(channels: Channels): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
