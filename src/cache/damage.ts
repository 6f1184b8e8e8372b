/** The cache does not hold what it says it holds: without it, all goes well. */
export class CacheDamage extends Error {
  override readonly name = 'CacheDamage';

  constructor(path: string) {
    super(`The cache holds something else than what is known of "${path}"`);
  }
}
