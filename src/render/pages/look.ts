import type { License } from '../../article/license.js';

/** How the pages of a site look, and what all of them say. */
export interface Look {
  /** Of the site, plain text. */
  readonly title: string;
  /** Plain text; may be the title again. */
  readonly description: string;
  /** BCP 47, of the words of the pages. */
  readonly language: string;
  /** Absolute address of the site. */
  readonly home: string;
  /** Whether somebody gave the address of the site; if not, nobody but this machine can follow it. */
  readonly siteGiven: boolean;
  /** A CSS colour: `#rgb`, `#rrggbb` or a name. */
  readonly accent?: string;
  /** Name of the file, relative to the output folder. */
  readonly logo?: string;
  /** Whether the user has a style sheet of their own, `custom.css`. */
  readonly css: boolean;
  /** IANA zone by which days are told. */
  readonly timezone: string;
  readonly rights?: string;
  readonly license?: License;
}
