import type { Config } from '../config/define.js';

/** What a config file that is to be written says. */
export interface Choices
  extends Pick<Config, 'site' | 'description' | 'language' | 'timezone' | 'permalink'> {
  readonly title: string;
  /** Folders, from that of the config file. */
  readonly articles: string;
  readonly output: string;
  readonly authors?: NonNullable<Config['authors']>;
}
