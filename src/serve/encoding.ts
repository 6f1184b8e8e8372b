/** How the bytes of a document go over the line. */
export type Coding = 'br' | 'gzip' | 'identity';

/** The smaller ones first. */
const preferred: readonly Coding[] = ['br', 'gzip', 'identity'];

/**
 * Chooses how a document is encoded (RFC 9110, 12.5.3).
 *
 * @param accepted the field `Accept-Encoding`; nothing where it was not sent
 * @param isText whether the document becomes smaller when it is encoded; else it is not, unless it has to be
 * @returns nothing where no coding is acceptable
 */
export function chooseCoding(accepted: string | undefined, isText: boolean): Coding | undefined {
  if (accepted === undefined) return 'identity';
  const memory = isText ? forTexts : forOthers;
  const known = memory.get(accepted);
  if (known !== undefined) return known ?? undefined;
  const chosen = choose(weightsIn(accepted), isText);
  // Clients say a handful of things, but one that says others all the time must not fill the memory.
  if (memory.size >= most) memory.clear();
  memory.set(accepted, chosen ?? null);
  return chosen;
}

const forTexts = new Map<string, Coding | null>();
const forOthers = new Map<string, Coding | null>();
const most = 200;

function choose(weights: ReadonlyMap<string, number>, isText: boolean): Coding | undefined {
  const others = weights.get('*');
  const weightOf = (coding: Coding): number => {
    const stated = weights.get(coding) ?? others;
    // What nobody mentions is acceptable as it is, and less than anything that is mentioned.
    return stated ?? (coding === 'identity' ? Number.EPSILON : 0);
  };
  const order = isText ? preferred : preferred.toReversed();
  const acceptable = order.filter((coding) => weightOf(coding) > 0);
  if (!isText) return acceptable[0];
  const best = Math.max(...acceptable.map(weightOf));
  return acceptable.find((coding) => weightOf(coding) === best);
}

/** The weight of each coding that is named. One that cannot be read counts for nothing. */
function weightsIn(accepted: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    if (name === '') continue;
    const quality = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, '') ?? '1';
    const weight = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(quality) ? Number(quality) : 0;
    weights.set(name === 'x-gzip' ? 'gzip' : name, weight);
  }
  return weights;
}
