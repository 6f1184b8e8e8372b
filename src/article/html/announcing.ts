/**
 * Whether a line announces other articles: "Read more", "Related", "Lesen Sie auch", in the major languages.
 */
export function announcesOthers(text: string): boolean {
  return text.length < 160 && words.test(text);
}

const words = new RegExp(
  `^\\W{0,4}(?:${[
    'related', 'read (?:also|more|next|the full|on)', 'also read', 'more (?:from|on|about|stories|news|articles|in)\\b', 'see also', 'you (?:may|might) (?:also )?(?:like|enjoy)',
    'recommended', "don[’']t miss", 'most (?:read|popular)', 'trending', 'latest (?:news|posts|stories)', 'recent posts', 'up next', 'further reading', 'what to read next', 'share this', 'sponsored', 'advertisement', 'sign up', 'subscribe',
    'mehr (?:zum thema|zu|aus|von|über|dazu|infos)', 'lesen sie (?:auch|mehr|dazu|hier)', 'lies (?:auch|mehr)', 'weitere? (?:artikel|themen|beiträge|nachrichten|meldungen|news|informationen zum)', 'das könnte (?:sie|dich|ihnen|dir)', 'auch interessant', 'ähnliche (?:artikel|beiträge|themen)', 'passend zum thema', 'zum thema', 'verwandte (?:artikel|beiträge|themen)', 'schon gelesen', 'empfehlung', 'meistgelesen', 'neueste beiträge', 'anzeige\\b', 'schlagw[oö]rt', 'teilen\\b', 'interessant\\?',
    'lea (?:también|más|además)', 'lea:', 'lee (?:también|más)', 'leer más', 'le puede interesar', 'te puede interesar', 'más (?:sobre|noticias|información)', 'también (?:lea|puede)', 'mira también', 'vea también', 'noticias relacionadas', 'relacionad[oa]s',
    'à lire', 'lire (?:aussi|également|la suite)', 'sur le même (?:sujet|thème)', 'voir aussi', 'articles? (?:liés|similaires|connexes)', 'à découvrir',
    'leggi (?:anche|pure|tutto)', 'potrebbe interessarti', 'articoli correlati', 'leia (?:também|mais)', 'veja (?:também|mais)', 'saiba mais', 'mais (?:sobre|notícias)', 'notícias relacionadas',
    'lees (?:ook|meer|verder)', 'meer (?:over|nieuws)', 'läs (?:även|mer|också)', 'les (?:også|mer)', 'læs (?:også|mere)', 'lue (?:myös|lisää)', 'czytaj (?:także|też|więcej)', 'zobacz (?:także|też|również)', 'polecane', 'читайте? (?:также|ещё|еще)', 'по теме', 'читай(?:те)? також', 'ilgili haberler', '相关(?:新闻|阅读|文章)', '関連記事', '관련기사',
  ].join('|')})`,
  'iu',
);
