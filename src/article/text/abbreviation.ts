/**
 * Whether a text ends with a word that is commonly cut short by a full stop, or with an initial: "Dr", "U.S", "Nov".
 *
 * @param text what stands before the full stop
 */
export function endsAbbreviated(text: string): boolean {
  return abbreviated.test(text.slice(-12));
}

const abbreviated =
  /(?:^|[\s(."'“‘«-])(?:\p{Lu}|[ap]\.m|[eE]\.g|[iI]\.e|Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|Rev|Hon|Jr|Sr|Nos?|vs|etc|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Bd|Nr|bzw|ca|Mme|Sra?)$/u;
