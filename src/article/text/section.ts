import { isMasthead } from './masthead.js';

/**
 * Whether a text is the name of a section that papers commonly have ("World", "Opinion | Letters"), or of a publication
 * ("The Daily Star", "example.org"), perhaps with a colon or a bar behind it.
 *
 * @param text a line, or a part of one
 */
export function isSection(text: string): boolean {
  if (text.length > 60) return false;
  const bare = text.replace(/[\s|:]+$/, '');
  const parts = bare.split(/\s*[|/•·,>»›]\s*|\s+[-–—]\s+/u);
  const named = parts.filter((part) => sections.test(part)).length;
  const barred = named > 0 && /[|>»›]/u.test(bare) && parts.every((part) => part.split(' ').length <= 3);
  return (parts.length <= 4 && (named === parts.length || barred)) || isMasthead(bare);
}

const sections =
  /^(?:home|front ?page|world|world news|news|latest|latest news|top stor(?:y|ies)|breaking|breaking news|just in|developing|live|live updates|watch|video|politics|political|business|economy|finance|markets?|money|companies|sports?|football|soccer|cricket|tennis|rugby|golf|basketball|opinion|opinions|comment|commentary|editorial|editorials|leader|op-ed|letters?|letters to the editor|columns?|columnists?|analysis|explainer|explained|interview|q&a|feature|features|profile|review|reviews|exclusive|special report|investigation|long read|the long read|in depth|in focus|fact check|obituary|obituaries|technology|tech|science|sci-tech|energy|crime|courts|law|religion|history|nature|transport|housing|defence|defense|security|agriculture|property|space|aviation|jobs|careers|trade|startups|ai|science & environment|environment|climate|health|education|culture|arts|books|film|music|entertainment|entertainment & arts|lifestyle|life|style|fashion|food|travel|weather|local|local news|national|nation|international|metro|city|regional|region|asia|asia pacific|south asia|africa|europe|americas|latin america|us & canada|middle east|mideast|uk|us|usa|u\.s\.|eu|australia|bangladesh|brazil|canada|china|england|ghana|india|iran|ireland|israel|kenya|nepal|new zealand|nigeria|northern ireland|pakistan|russia|scotland|singapore|south africa|sri lanka|turkey|uganda|ukraine|wales|business & finance|press releases?|news release|media release|for immediate release|statement|announcement|newsletter|blog|podcast|transcript|poem|poetry|recipes?|fiction|essay|short story|dispatch|briefing|notebook|diary|wire|politik|wirtschaft|kultur|wissenschaft|panorama|meinung|kommentar|ausland|inland|welt|gesellschaft|politique|monde|économie|société|culture|sciences|opinions?|tribune|política|economía|mundo|cultura|deportes|sociedad|opinión|internacional|nacional|economia|esportes?|brasil|opinião|política|esteri|cronaca|politica|sport|binnenland|buitenland|economie|cultuur|inrikes|utrikes|ekonomi|nyheter|debatt|ledare|kultur|innenriks|utenriks|kotimaa|ulkomaat|talous|urheilu|kraj|świat|gospodarka|мир|политика|экономика|общество|спорт|культура|в мире|dünya|gündem|ekonomi|spor|siyaset|nasional|internasional|olahraga|国际|國際|国内|社会|财经|体育|要闻|国際|政治|経済|スポーツ|사회|정치|경제|국제)$/iu;
