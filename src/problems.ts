import type { Level, Place } from './problems/place.js';

export type { Level, Place } from './problems/place.js';

/** A finding about the input or the run, as data: nothing is thrown for a bad article. */
export interface Problem extends Place {
  readonly code: ProblemCode;
  readonly level: Level;
  readonly message: string;
  readonly help: string;
}

/** The stable name of a kind of problem. */
export type ProblemCode = keyof typeof catalogue;

/**
 * Every wording in one place: action, quoted value, colon, state.
 * A message is given the values of its finding; the place is printed beside it, not in it.
 */
const catalogue = {
  'config-unreadable': {
    level: 'error',
    message: (v) => `Cannot read config file "${v.file}": ${v.reason}`,
    help: 'Mend the file, or name another with --config.',
  },
  'config-ambiguous': {
    level: 'error',
    message: (v) => `Cannot choose a config file: there are ${v.files}`,
    help: 'Remove all but one, or name one with --config.',
  },
  'config-kept': {
    level: 'warning',
    message: () => 'Kept the config of before: the one that is there now cannot be used',
    help: 'Mend it, and it is read again by itself.',
  },
  'service-untold': {
    level: 'warning',
    message: (v) => `Cannot tell systemd how the run is: ${v.reason}`,
    help: 'Put systemd-notify where this user finds it, or start the program with Type=exec and without WatchdogSec.',
  },
  'config-unknown-key': {
    level: 'error',
    message: (v) => `Cannot use config key "${v.key}": it does not exist${v.hint}`,
    help: 'Mend its name, or remove it.',
  },
  'config-missing-key': {
    level: 'error',
    message: (v) => `Cannot use ${v.parent}: it has no "${v.key}"`,
    help: 'Add the key.',
  },
  'config-value': {
    level: 'error',
    message: (v) => `Cannot use ${v.key} ${v.value}: expected ${v.expected}`,
    help: 'Mend the value, or leave it out for the default.',
  },
  'articles-unreadable': {
    level: 'error',
    message: (v) => `Cannot read articles folder "${v.folder}": ${v.reason}`,
    help: 'Name the folder that holds the articles, as in: feedmill build my-articles',
  },
  'command-unknown': {
    level: 'error',
    message: (v) => `Cannot run command "${v.name}": it does not exist${v.hint}`,
    help: 'See: feedmill --help',
  },
  'option-unknown': {
    level: 'error',
    message: (v) => `Cannot use option "${v.name}": it does not exist${v.hint}`,
    help: 'See: feedmill --help',
  },
  usage: {
    level: 'error',
    message: (v) => `Cannot understand the command line: ${v.reason}`,
    help: 'See: feedmill --help',
  },
  'run-impossible': {
    level: 'error',
    message: (v) => `Cannot go on: ${v.reason}`,
    help: 'Check that the folders are there, and that they may be read and written.',
  },
  'site-not-given': {
    level: 'note',
    message: (v) => `Took "${v.site}" as the address of the site: none is given`,
    help: 'Give yours with --site https://example.org/ or as "site" in a config file.',
  },
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
    message: (v) =>
      `Cannot read front matter: its ${v.size} characters are more than the limit of ${v.limit}`,
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
    message: (v) => `Cannot read the structure of the page: its elements nest deeper than ${v.limit}`,
    help: 'Its text is published as plain paragraphs. Close the elements that are left open.',
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
    message: () => 'Skipped: links are not followed',
    help: 'Put the file itself in its place.',
  },
  'articles-missing': {
    level: 'error',
    message: (v) => `Cannot find articles folder "${v.folder}": it is gone`,
    help: 'Bring it back, and the feeds follow it again. Until then they stay as they are.',
  },
  'articles-back': {
    level: 'note',
    message: (v) => `Found articles folder "${v.folder}" again: the feeds follow it`,
    help: 'Nothing needs doing.',
  },
  'watch-limit': {
    level: 'warning',
    message: (v) => `Cannot watch the folder for events: ${v.reason}`,
    help: 'Changes are found by looking again and again, which is slower. On Linux, raise fs.inotify.max_user_watches.',
  },
  'turn-failed': {
    level: 'error',
    message: (v) => `Cannot bring the feeds up to date: ${v.reason}`,
    help: 'They stay as they were; the next scan of the folder tries again.',
  },
  'ledger-held': {
    level: 'warning',
    message: (v) => `Cannot write ledger "${v.file}": ${v.holder} holds it`,
    help: 'Stop that one, or give this one a --state of its own. Until then its ids are used, and new ones are made from paths.',
  },
  'ledger-unreadable': {
    level: 'error',
    message: (v) => `Cannot read ledger "${v.file}": ${v.reason}`,
    help: 'Give this user the right to read it. Until then ids are made from paths, and nothing is written to it.',
  },
  'ledger-unwritten': {
    level: 'warning',
    message: (v) => `Cannot write ledger "${v.file}": ${v.reason}`,
    help: 'Make the folder writable, or name another with --state. Until then ids are made from paths, and a renamed article is a new entry.',
  },
  'ledger-line': {
    level: 'warning',
    message: (v) => `Cannot use the line of the ledger: ${v.reason}`,
    help: 'All other lines count. This one was moved to a file beside the ledger, whose name ends in ".rejected".',
  },
  'output-unusable': {
    level: 'error',
    message: (v) => `Cannot use output folder "${v.folder}": ${v.reason}`,
    help: 'Name another with --output.',
  },
  'document-name-refused': {
    level: 'error',
    message: (v) => `Cannot write document "${v.name}": ${v.reason}`,
    help: 'Name another output folder with --output, or rename what the document is named after.',
  },
  'document-unwritten': {
    level: 'error',
    message: (v) => `Cannot write document "${v.name}": ${v.reason}`,
    help: 'The one written before stands. See to the room and the rights in the output folder.',
  },
  'document-unremoved': {
    level: 'warning',
    message: (v) => `Cannot remove document "${v.name}": ${v.reason}`,
    help: 'Remove it by hand: it is no longer kept current.',
  },
  'output-not-durable': {
    level: 'warning',
    message: (v) => `Cannot make sure of output folder "${v.folder}": ${v.reason}`,
    help: 'The documents are written, but might not outlive a power cut.',
  },
  'manifest-unusable': {
    level: 'warning',
    message: (v) => `Cannot use "${v.name}" in the output folder: ${v.reason}`,
    help: 'Remove it and it is written anew. Until then, documents that are no longer made are not removed.',
  },
} as const satisfies Record<string, Wording>;

interface Wording {
  readonly level: Level;
  readonly message: (values: Readonly<Record<string, string | number>>) => string;
  readonly help: string;
}

/**
 * Makes a problem of a known kind.
 *
 * @param code the kind, a key of the catalogue
 * @param place where it was found
 * @param values what the wording of this kind quotes
 */
export function problem(
  code: ProblemCode,
  place: Place,
  values: Readonly<Record<string, string | number>> = {},
): Problem {
  const wording: Wording = catalogue[code];
  return { code, level: wording.level, ...place, message: wording.message(values), help: wording.help };
}
