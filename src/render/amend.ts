/**
 * Changes markup that the package `feed` wrote, once for each amendment.
 *
 * @param xml what the package wrote, with slots in place of all text, so that nothing but its own markup can match
 * @param amendments what it writes, and what it should have written; the name says which defect is mended
 * @throws Error where the markup to mend is not there: the package has changed, and the amendment must go
 */
export function amend(xml: string, amendments: readonly Amendment[]): string {
  return amendments.reduce((text, { name, wrong, right }) => {
    if (!text.includes(wrong))
      throw new Error(`Cannot amend "${name}": the package "feed" no longer writes ${wrong}`);
    return text.replace(wrong, () => right);
  }, xml);
}

/** One mended defect of the package. */
export interface Amendment {
  readonly name: string;
  readonly wrong: string;
  readonly right: string;
}
