/**
 * The language as all formats and readers know it: BCP 47 with a two-letter language of ISO 639-1. Country codes that
 * are often written for a language are taken for it.
 *
 * @returns nothing where readers would not know it
 */
export function known(language: string | undefined): string | undefined {
  const [primary = '', ...rest] = language?.split('-') ?? [];
  if (codes.has(primary)) return language;
  const meant = slips.get(primary);
  return meant === undefined ? undefined : [meant, ...rest.filter((part) => part.length === 2)].join('-');
}

const slips: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cn: 'zh',
    jp: 'ja',
    gr: 'el',
    dk: 'da',
    cz: 'cs',
    ua: 'uk',
    gb: 'en',
    us: 'en',
    sp: 'es',
    iw: 'he',
    in: 'id',
    deu: 'de',
    ger: 'de',
    eng: 'en',
    fra: 'fr',
    fre: 'fr',
    ita: 'it',
    spa: 'es',
    por: 'pt',
    rus: 'ru',
    zho: 'zh',
    chi: 'zh',
    cmn: 'zh',
    yue: 'zh',
    jpn: 'ja',
    kor: 'ko',
  }),
);

/** ISO 639-1. */
const codes: ReadonlySet<string> = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo ' +
    'es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka ' +
    'kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng ' +
    'nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su ' +
    'sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);
