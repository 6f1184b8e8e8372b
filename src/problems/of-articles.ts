import type { Wording } from './wording.js';

/** Findings about what lies in the articles folder. */
export const ofArticles = {
  'front-matter-invalid': {
    level: 'error',
    message: (v) => `Cannot parse front matter: ${v.reason}`,
    help: 'Mend the line, or quote the value. What could be read was used.',
  },
  'front-matter-mended': {
    level: 'note',
    message: (v) => `Read "${v.key}" in front matter as it was meant: it is not valid as written`,
    help: 'Put the value in quotes, and nothing has to be guessed.',
  },
  'front-matter-language': {
    level: 'error',
    message: (v) => `Cannot use front matter in "${v.language}": it would have to be run`,
    help: 'Write it in YAML, TOML or JSON. Code in articles is never run.',
  },
  'front-matter-too-large': {
    level: 'error',
    message: (v) => `Cannot read front matter: ${v.size} characters are more than the limit of ${v.limit}`,
    help: 'Keep to what describes the article, and move the rest into its body.',
  },
  'date-unreadable': {
    level: 'warning',
    message: (v) => `Cannot read ${v.field} "${v.value}": not a date`,
    help: 'Write it as 2026-05-06 or 2026-05-06T10:00:00+02:00.',
  },
  'zone-unknown': {
    level: 'warning',
    message: (v) => `Cannot use the zone of ${v.field} "${v.value}": there is no such zone`,
    help: 'The time is taken in the time zone of the config. Write the zone as +02:00, UTC or Europe/Lisbon.',
  },
  'expires-impossible': {
    level: 'warning',
    message: (v) => `Cannot use ${v.field} "${v.value}": it is not after the date of the article`,
    help: 'The article is published and stays. Give a later date, or none.',
  },
  'html-too-deep': {
    level: 'warning',
    message: (v) => `Cannot keep the structure of the text: ${v.reason}`,
    help: 'Its text is published as plain paragraphs. Close the elements that are left open.',
  },
  'cut-off': {
    level: 'warning',
    message: (v) => `Cannot use all of ${v.field}: ${v.size} is more than the limit of ${v.limit}`,
    help: 'Its beginning is used. Shorten it; of text, raise "maxFileSize", of tags and authors, "maxTags".',
  },
  'not-text': {
    level: 'error',
    message: () => 'Cannot read the file: it holds no text',
    help: 'Remove it from the articles folder, or give it the ending that its format has.',
  },
  'article-failed': {
    level: 'error',
    message: (v) => `Cannot make an entry of the article: ${v.reason}`,
    help: 'The other articles are published. This is a fault of Feedmill: please report it with the article.',
  },
  'encoding-guessed': {
    level: 'note',
    message: (v) => `Read the file as ${v.encoding}: it is not valid UTF-8`,
    help: 'Save it as UTF-8, and nothing has to be guessed.',
  },
  'encoding-doubled': {
    level: 'note',
    message: () => 'Put characters right: they were encoded twice',
    help: 'Save it as UTF-8 from a program that shows it right, and nothing has to be mended.',
  },
  'link-unusable': {
    level: 'warning',
    message: (v) => `Cannot use link "${v.value}": not an http address`,
    help: 'Write an absolute http or https address, or a path on the site. The usual permalink is used.',
  },
  'attachment-unusable': {
    level: 'warning',
    message: (v) => `Cannot attach "${v.value}": ${v.reason}`,
    help: 'Write the path of a file in the articles folder, or an absolute http or https address.',
  },
  'audio-unreadable': {
    level: 'warning',
    message: (v) => `Cannot tell how long "${v.name}" is: it is no recording, or none that says so`,
    help: 'Write it anew from the program that made it, or state its "duration". It is attached as it is.',
  },
  'audio-length-unknown': {
    level: 'note',
    message: (v) => `Cannot tell how many bytes "${v.name}" has: ${v.reason}`,
    help: 'Put the file into the articles folder, or state its "length" in bytes. Until then feeds say 0.',
  },
  'episode-value': {
    level: 'warning',
    message: (v) => `Cannot use ${v.key} "${v.value}" of the episode: expected ${v.expected}`,
    help: 'Mend it, or remove it. Until then podcasts say nothing of it.',
  },
  'duration-differs': {
    level: 'warning',
    message: (v) => `Took ${v.stated} for the duration of "${v.name}": the recording lasts ${v.real}`,
    help: 'Remove "duration", and what the recording says is taken.',
  },
  'artwork-unsuitable': {
    level: 'warning',
    message: (v) => `Cannot rely on picture "${v.name}" as artwork: ${v.reason}`,
    help: 'Apple Podcasts takes a JPEG or a PNG, square, of 1400 to 3000 pixels a side.',
  },
  'id-taken': {
    level: 'warning',
    message: (v) => `Cannot use id "${v.id}": "${v.other}" has it already`,
    help: 'Give each article an id of its own. This one is published under an id made from its path.',
  },
  'title-missing': {
    level: 'note',
    message: (v) => `Took "${v.title}" for the title: the article has none`,
    help: 'Put a title on the first line, and a blank line below it.',
  },
  'date-missing': {
    level: 'note',
    message: (v) => `Took ${v.date} for the date: the article states none`,
    help: 'State one to choose another; until then the ledger keeps this one.',
  },
  'title-long': {
    level: 'note',
    message: (v) => `Found a title of ${v.size} characters: readers cut it off`,
    help: 'Keep it below 200, and put the rest into the text.',
  },
  'front-matter-key': {
    level: 'warning',
    message: (v) => `Cannot use "${v.key}" in front matter: it is not known${v.hint}`,
    help: 'Mend its name. Until then it says nothing to Feedmill.',
  },
  'reference-broken': {
    level: 'warning',
    message: (v) => `Cannot find "${v.reference}": there is no such file${v.hint}`,
    help: 'Mend the reference, or add the file.',
  },
  'image-unnamed': {
    level: 'note',
    message: (v) => `Found image "${v.image}"${v.more} without words: who cannot see it learns nothing`,
    help: 'Write in a few words what it shows; alt="" in HTML says that it is mere decoration.',
  },
  'article-twin': {
    level: 'note',
    message: (v) => `Found the title and the date of "${v.other}" once more: one of the two may be a copy`,
    help: 'Remove one, or give it a title of its own.',
  },
  'folder-unreadable': {
    level: 'error',
    message: (v) => `Cannot read the folder: ${v.reason}`,
    help: 'Give this user the right to read it. What is known of its articles stays as it was.',
  },
  'file-unreadable': {
    level: 'error',
    message: (v) => `Cannot read the file: ${v.reason}`,
    help: 'See that it exists and that this user may read it.',
  },
  'file-too-large': {
    level: 'error',
    message: (v) => `Cannot read the file: its ${v.size} bytes are more than the limit of ${v.limit}`,
    help: 'Raise "maxFileSize" in the config, or keep the file elsewhere.',
  },
  'file-changing': {
    level: 'warning',
    message: () => 'Cannot read the file: it changes while it is being read',
    help: 'Nothing needs doing while watching; otherwise build again when it is saved.',
  },
  'file-name-invalid': {
    level: 'warning',
    message: () => 'Cannot use the file: its name is not valid UTF-8',
    help: 'Rename it.',
  },
  'file-special': {
    level: 'note',
    message: () => 'Skipped: neither a file nor a folder',
    help: 'Keep pipes, sockets and devices out of the articles folder.',
  },
  'link-skipped': {
    level: 'note',
    message: (v) => `Skipped the link: ${v.reason}`,
    help: 'Put the file itself in its place, or see "followLinks" of the config.',
  },
} as const satisfies Record<string, Wording>;
