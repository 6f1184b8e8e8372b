/** Where a line stands: what goes without saying above and below an article may be text within it. */
export type Zone = 'edge' | 'anywhere';

/**
 * Whether a line is furniture of the page that the copy was taken from: share bars, advertisements, reading times,
 * "Read more", credits of pictures.
 *
 * @param text a line without bullets
 * @param zone `edge`, above or below the body; `anywhere`, also within it, where only what is beyond doubt counts
 */
export function isFurniture(text: string, zone: Zone): boolean {
  if (text.length > 220) return false;
  const bare = text.replace(/^[\s([{*_|/>»→]+|[\s)\]}*_|:.…!>»→/]+$/gu, '');
  if (text.length <= 90 && always.some((pattern) => pattern.test(bare))) return true;
  if (pointers.test(text) || captions.test(text) || credited.test(text)) return true;
  if (zone === 'anywhere') return false;
  return edge.some((pattern) => pattern.test(bare)) || isTrail(text) || isNetworks(bare);
}

const always: readonly RegExp[] = [
  /^(?:advertisements?|advertisement - (?:scroll|continue|article).{0,40}|advertorial|sponsored(?: content)?|ad feedback|skip (?:advertisement|ad|to (?:main )?content|past newsletter promotion)|after newsletter promotion|(?:story|article|text|content) continues (?:below|after).{0,30}|continue reading(?: below)?|scroll (?:down )?to continue.{0,40}|remove ads)$/i,
  /^(?:publicité|anzeige|werbung|publicidad|publicidade|pubblicità|advertentie|annons|annonse|annonce|reklame?|реклама|广告|廣告|広告|광고|reklam|reklama|ilan|iklan|advertensi|إعلان|اعلان|פרסומת|विज्ञापन|διαφήμιση|mainos)$/iu,
  /^(?:(?:estimated )?read(?:ing)? time\s*:?\s*)?(?:about |approx\.? )?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[\s-]*(?:min(?:ute)?s?\.?)[\s-]*(?:read|reading(?: time)?|listen|de lecture|de lectura|de leitura|di lettura|lesezeit|leestijd|læsetid|lesetid|läsning|lukuaika|czytania|okuma|baca|чтения)$/iu,
  /^(?:(?:estimated )?read(?:ing)? time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|lectura|tempo di lettura|tempo de leitura|leestijd|lästid|lesetid|время чтения|czas czytania|okuma süresi|waktu baca|阅读时间|読了時間)\s*[:：]?\s*(?:ca\.?\s*|environ\s*|約|约)?\d{1,3}\s*(?:-\s*\d{1,3}\s*)?(?:min(?:uten?|utes?|utos?|uti)?\.?|мин(?:ут[аы]?)?|минут|dk\.?|dakika|menit|分|分钟)?$/iu,
  /^(?:share (?:this|the) (?:article|story|post|page|news)|share this|share on .{2,40}|share (?:via|with|by) .{2,40}|listen to (?:this |the )?(?:article|story)(?: \(?\d.{0,12})?|play audio|listen (?:now|\(\d.{0,12}\))|\d{1,2}:\d{2} ?(?:min)? listen|click to (?:share|play|expand|listen)(?: .{2,60})?|copy link|print this (?:article|page|story)|download pdf|add to favou?rites|save (?:this )?(?:article|story)|open image modal|view (?:image|gallery) in fullscreen|view image|enlarge image|image caption|media caption|play video|watch video|this video can not be played)$/i,
  /^(?:(?:sign up|subscribe)(?: here| now| today| for| to) ?(?:our|the|for|here|now)? ?.{0,40}newsletters?.{0,20}|subscribe (?:now|today|here)|follow us(?: on .{2,60})?|like us on .{2,40}|join (?:our|us on) (?:whatsapp|telegram|facebook).{0,30}|make us .{0,20}preferred .{0,30}google|get the (?:app|newsletter))$/i,
  /^(?:teilen|artikel teilen|partager(?: cet article)?|compartir|compartilhar?|compartilhe|condividi|delen|deel dit artikel|udostępnij|поделиться|paylaş|bagikan|分享|分享到|シェア|共有|공유|مشاركة|شارك|שתף|शेयर करें|κοινοποίηση)$/iu,
];

/** Pointers to other articles, which their label gives away. */
const pointers =
  /^[\s([*>»→]*(?:(?:also )?read (?:more|also|next)|also read|also see|see also|also watch|watch also|read (?:the )?full (?:story|article)|related(?: (?:article|story|stories|articles|news|coverage|content))?|more on this|more from .{2,40}|recommended(?: reading)?|don['’]t miss|must read|lire aussi|à lire(?: aussi)?|a lire aussi|lesen sie auch|auch interessant|mehr zum thema|siehe auch|lee también|lea también|te puede interesar|leia também|leia mais|veja também|leggi anche|lees ook|läs också|läs även|läs mer|les også|læs også|lue myös|czytaj (?:też|także|również)|zobacz też|читайте также|смотрите также|читайте ещё|ayrıca okuyun|baca juga|相关阅读|相关新闻|延伸閱讀|延伸阅读|関連記事|관련기사|اقرأ أيضا|اقرأ أيضًا|यह भी पढ़ें)\s*(?:[:：|»→>-]\s*.{0,200}|\.{3}|…)?$/iu;

/** Credits that stand for a picture. */
const captions =
  /^[\s([*]*(?:(?:photo|photograph|image|picture|file photo|photo credit|image credit|image source|picture credit|foto|crédito|crédit photo|photo d['’]archives|bild)(?:s)?\s*(?:[:：]|,(?= (?:getty|reuters|afp|epa|ap\b|bbc|pa ))|\bby\b|\/|©)\s*.{2,90}|image caption,.{2,180}|media caption,.{2,180}|(?:getty images|reuters|afp|epa|ap photo)\s*(?:\/|via)\s*.{2,60}|getty images|©\s*(?:getty|afp|reuters|epa|dpa|ap\b|imago).{0,60}|foto\s*:.{2,80})[\s)\]*.]*$/iu;

/** A caption that ends in its credit: "… on Tuesday. — AFP/File". */
const credited =
  /^.{4,180}(?:\s[-–—]\s?|[|(]\s?|\bphotos?:\s?)(?:(?:afp|ap|epa|reuters|getty(?: images)?|app|pid|xinhua|anadolu|ispr|nasa)(?:\s?[/,|]\s?(?:file|via|getty|twitter|x|handout|\p{L}+).{0,40})|file(?: photo)?|screengrab.{0,40}|x\/@?\w+.{0,30}|(?:facebook|instagram|youtube|twitter|handout)\/.{2,30})\)?\.?$/iu;

const edge: readonly RegExp[] = [
  /^(?:share|shares|shared|\d+ shares?|save|saved|print|email|e-mail|comments?(?: \(?\d+\)?)?|\d+ comments?|no comments(?: yet)?|leave a (?:comment|reply)|post a comment|join the (?:conversation|discussion)|view comments|show comments|listen|audio|watch|play|pause|like|likes|tweet|pin it|reply|bookmark|report (?:an )?error|menu|search|home|close|more|next|previous|back to top|top|sign in|log ?in|register|subscribe|follow|views?:? ?[\d,.]+k?|[\d,.]+k? views|text size|font size|a\+? a-?|a a a|facebook like|whats ?app channel|google news|loading|edit|published|updated|opens in new (?:tab|window)|in english|gift this article|permalink|expand|collapse|photo gallery|slideshow|show more|show less|read in app|open in app|translate|bookmark this|highlights)$/i,
  /^(?:\d{1,3} ?mins?|\d{1,3}|\d{1,3}(?:\.\d)?k|aa|full text|article body|body|end of document)$/i,
  /^(?:for immediate release|for release(?: .{2,40})?|for release|press release|news release|media release|immediate release|embargoed (?:until|till|for) .{2,60}|not for (?:publication|release) .{0,60}|view this email in your browser|view in browser|unsubscribe(?: .{2,80})?|forwarded this email\?.{0,60}|having trouble .{4,60}|was this (?:article|page) helpful\??|thanks? (?:you )?for reading\b.{0,60})$/i,
  /^(?:(?:-+ ?)?(?:ends?|30)(?: ?-+)?|#{2,}|x{3,}|\*{3,}|fin|ende|the end|ends\/.{0,12}|\/ends)$/i,
  /^(?:\p{Ll}{2,4}\/\p{Ll}{2,4}(?:\/\p{Ll}{2,4}){0,2}|afp\/\p{L}{2,4})$/u,
  /^(?:follow|find|like|join|connect with|contact) (?:us|me|the author|\p{Lu}[\p{L}]+(?: \p{Lu}\p{L}+)?)\b.{0,60}(?:twitter|facebook|instagram|linkedin|whatsapp|telegram|youtube|mastodon|bluesky|threads|tiktok|\bx\b|@\w+).{0,80}$/iu,
  /^(?:related (?:topics|stories|articles|news|tags|links|content)|more on this (?:story|topic)|more (?:stories|news)|more from .{2,40}|most (?:read|popular|viewed)|top stories|trending(?: now)?|recommended(?: for you| stories)?|you (?:may|might) also like|read next|up next|editor['’]?s['’]? picks?|around the web|latest news|popular now|about the author)$/i,
  /^(?:(?:read more|continue reading)(?: (?:about|on|at|from|here|in)\b.{0,80})?|read the full (?:article|story)\b.{0,80}|click here(?: (?:to|for) .{2,60})?)$/i,
];

/** A way through a site: "Home > World > Asia". */
function isTrail(text: string): boolean {
  const parts = text.split(/\s*[>»›→]\s*|\s+[/\\]\s+|\s+::\s+/u).filter((part) => part !== '');
  if (parts.length < 2) return false;
  const home =
    /^(?:home|homepage|front page|news|startseite|accueil|inicio|início|home page|strona główna|главная|anasayfa|beranda|forside|hem|etusivu|首页|ホーム|홈|الرئيسية|you are here:? ?home|sections?)$/iu;
  if (home.test(parts[0] ?? '')) return true;
  return /[>»›→]/u.test(text) && parts.length >= 3 && parts.every((part) => part.split(' ').length <= 4);
}

/** A row of buttons: "Facebook Twitter WhatsApp", "Share Save Comment". */
function isNetworks(text: string): boolean {
  const parts = text.toLowerCase().split(/[\s|,/•·]+/u);
  return (
    parts.length <= 14 && parts.every((part) => networks.has(part)) && parts.some((part) => !weak.has(part))
  );
}

const weak = new Set(['on', 'via', 'and', 'x', 'link', 'to', 'this', 'by', 'or', 'article']);
const networks = new Set([
  ...weak,
  ...'share|save|facebook|twitter|whatsapp|linkedin|email|e-mail|mail|telegram|reddit|pinterest|messenger|instagram|copy|print|tweet|pocket|flipboard|tumblr|viber|line|weibo|wechat|bluesky|threads|mastodon|comment|comments|bookmark|gift|listen|sms|vk|xing|youtube|tiktok'.split(
    '|',
  ),
]);
