import { type Circumstances, quoted, type Spot } from './tell.js';

/** A day: clocks and zones of others are not always right. */
const leeway = 86_400_000;

/** What is common to entries of all formats. */
export interface EntryFacts {
  readonly id?: { readonly value: string; readonly spot: Spot };
  /** How people are told of the date by which it was published. */
  readonly published?: Moment;
  readonly updated?: Moment;
}

/** A moment that an entry states. */
export interface Moment {
  readonly at: number | undefined;
  readonly where: string;
  readonly value: string;
  readonly spot: Spot;
}

/**
 * Checks what entries say against each other, and against the clock.
 *
 * @param at where there should be some
 * @param isPage whether it is one page of several, which may be empty
 */
export function checkEntries(
  entries: readonly EntryFacts[],
  { tell, now }: Circumstances,
  at: Spot,
  isPage = false,
): undefined {
  if (entries.length === 0 && !isPage) tell('feed-empty', at);
  const seen = new Map<string, number>();
  for (const { id, published, updated } of entries) {
    const other = id && seen.get(id.value);
    if (id && other !== undefined) tell('feed-id-repeated', id.spot, { id: quoted(id.value), other });
    else if (id) seen.set(id.value, id.spot.line);
    for (const moment of [published, updated])
      if (moment?.at !== undefined && moment.at > now + leeway)
        tell('feed-date-future', moment.spot, { where: moment.where, value: quoted(moment.value) });
    if (published?.at !== undefined && updated?.at !== undefined && updated.at < published.at)
      tell('feed-date-order', updated.spot, { where: updated.where, value: quoted(updated.value) });
  }
}
