import * as v from 'valibot';

/*
 * What a description of the config is built of.
 */

/**
 * An object without other keys. valibot's own strict object names the first unknown key alone; this names all.
 * The message of an unknown key lists the keys that there are.
 */
export function keys<const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.GenericSchema<v.InferInput<Keys<Entries>>, v.InferOutput<Keys<Entries>>> {
  const wording = 'a group of keys';
  const group = v.objectWithRest(entries, v.never(Object.keys(entries).join(', ')), wording);
  return v.pipe(
    v.custom<v.InferInput<Keys<Entries>>>((value) => !Array.isArray(value), wording),
    group,
  );
}

type Keys<Entries extends v.ObjectEntries> = v.ObjectSchema<Entries, undefined>;

/** A key that may be left out, with what editors show of it. */
export function key<const Schema extends v.GenericSchema>(
  value: Schema,
  description: string,
  more: Readonly<Record<string, unknown>> = {},
) {
  return v.optional(v.pipe(value, v.metadata({ description, ...more })));
}

/** A whole number that timers and lists can take. */
export function whole(least: number, wording: string) {
  const most = 2 ** 31 - 1;
  return v.pipe(v.number(wording), v.integer(wording), v.minValue(least, wording), v.maxValue(most, wording));
}
