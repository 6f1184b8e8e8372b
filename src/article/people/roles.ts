/** Whether what follows a name after a comma tells what somebody is or where from ("Staff Writer", "Acme Ltd"). */
export function isRole(text: string): boolean {
  if (/^(?:on behalf of|for|from|at|of) /.test(text)) return true;
  const words = text.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  const place = words.findIndex((word) => /^(?:of|at|for|in|de|du|der|des|bei|en|di|and|&)$/.test(word));
  const head = place > 0 ? words[place - 1] : undefined;
  const last = words.at(-1) ?? '';
  return (
    roles.has(last) ||
    bodies.has(last) ||
    (head !== undefined && (roles.has(head) || bodies.has(head) || head === 'head'))
  );
}

/** Whether it belongs to the name itself, as "Jr." does. */
export function isSuffix(text: string): boolean {
  return /^(?:[js]n?r|i{2,3}|iv|esq|ph\.?\s?d|m\.?d|m\.?a|b\.?a|m\.?sc|b\.?sc|mba|cpa|rn|dds|jd|llm|psyd|edd|frs|obe|mbe|cbe)\.?$/i.test(
    text,
  );
}

const roles = new Set(
  (
    'writer editor editors reporter correspondent director engineer manager president officer ceo cto cfo coo cmo cio founder ' +
    'co-founder cofounder professor analyst fellow developer designer staff columnist contributor journalist producer intern ' +
    'secretary chairman chairwoman chairperson maintainer researcher scientist consultant architect advocate publisher photographer ' +
    'economist lecturer strategist specialist coordinator lead redakteur redakteurin chefredakteur chefredakteurin korrespondent ' +
    'korrespondentin reporterin journaliste rédacteur rédactrice correspondant correspondante directeur directrice redactor ' +
    'redactora corresponsal periodista directora redattore corrispondente giornalista direttore jornalista repórter redacteur ' +
    'journalist verslaggever toimittaja dziennikarz redaktor'
  ).split(' '),
);

const bodies = new Set(
  (
    'inc llc ltd gmbh corp corporation company university institute foundation college school ministry department agency news ' +
    'newspaper magazine press association desk bureau'
  ).split(' '),
);
