import type { Wording } from './wording.js';

/** Findings about the run: its command line and config, the folders, the ledger, the documents. */
export const ofRuns = {
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
  'config-unrun': {
    level: 'warning',
    message: (v) => `Cannot use "${v.file}": what lies among the articles is not run`,
    help: 'Put it beside the articles folder, name it with --config, or write it in YAML, JSON or TOML.',
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
  'config-exists': {
    level: 'error',
    message: (v) => `Cannot begin here: there is a config, "${v.file}"`,
    help: 'Nothing was written. Change that file, or remove it and begin again.',
  },
  'generator-unused': {
    level: 'note',
    message: (v) => `Left out of the config: ${v.reason}`,
    help: 'Nothing needs doing. Write it into the config where it matters.',
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
  'podcast-incomplete': {
    level: 'note',
    message: (v) => `Cannot be listed by Apple Podcasts: the podcast has no ${v.missing}`,
    help: 'State it under "podcast" in a config file. For feeds without anything of podcasts: "podcast: false".',
  },
  'site-not-given': {
    level: 'note',
    message: (v) => `Took "${v.site}" as the address of the site: none is given`,
    help: 'Give yours with --site https://example.org/ or as "site" in a config file.',
  },
  'server-unusable': {
    level: 'error',
    message: (v) => `Cannot serve at "${v.host}:${v.port}": ${v.reason}`,
    help: 'Name another with --host and --port; with --port 0, any that is free is taken.',
  },
  'server-lost': {
    level: 'error',
    message: (v) => `Cannot go on serving: ${v.reason}`,
    help: 'Another server takes its place by itself. This is a fault of Feedmill: please report it.',
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
  'not-announced': {
    level: 'note',
    message: (v) => `Cannot announce changes to the hubs: ${v.reason}`,
    help: 'Give the public address as "site". For hubs in this network alone: "private: true" under "websub"; for none: "announce: false".',
  },
  'hub-unreachable': {
    level: 'warning',
    message: (v) => `Cannot reach hub "${v.hub}": ${v.reason}`,
    help: 'What it was not told is kept, and it is asked again with the next change, or by the next run.',
  },
  'hub-refused': {
    level: 'warning',
    message: (v) => `Cannot announce a change to hub "${v.hub}": ${v.reason}`,
    help: 'See to its address under "hub", and whether it takes feeds of this site. It is told of the next change.',
  },
  'hub-private': {
    level: 'warning',
    message: (v) => `Cannot use hub "${v.hub}": ${v.reason}`,
    help: 'If it is meant to be in this network, allow it: "private: true" under "websub".',
  },
  'announcements-unkept': {
    level: 'warning',
    message: (v) => `Cannot keep what was announced to the hubs: ${v.reason}`,
    help: 'Make the state folder writable, or name another with --state. Until then each run announces all feeds.',
  },
  'publish-without-site': {
    level: 'warning',
    message: (v) => `Cannot give documents in "${v.to}" addresses that others can follow: no "site" is given`,
    help: 'Give the public address of the bucket, or of what stands in front of it, as "site" in a config file.',
  },
  'credentials-missing': {
    level: 'error',
    message: (v) => `Cannot bring documents to "${v.to}": there are no credentials`,
    help: 'Give them as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or as a profile in ~/.aws/credentials. They never stand in a config.',
  },
  'store-unreachable': {
    level: 'error',
    message: (v) => `Cannot bring documents to "${v.to}": ${v.reason}`,
    help: 'What is there stays as it is. "watch" and "serve" try again by themselves, "publish" with its next run.',
  },
  'store-refused': {
    level: 'error',
    message: (v) => `Cannot bring "${v.name}" to "${v.to}": ${v.reason}`,
    help: 'See to "bucket", "endpoint" and "region" under "publish", to the credentials, and to what these may do there.',
  },
  'object-in-the-way': {
    level: 'warning',
    message: (v) => `Left "${v.name}" in the bucket as it is: it is not of Feedmill`,
    help: 'Remove it, and the document of this name is brought there; or give a "prefix" under "publish", which is a folder of its own.',
  },
  'published-elsewhere': {
    level: 'warning',
    message: (v) => `Left "${v.to}" as it is: another run of Feedmill has brought a newer state there`,
    help: 'Nothing needs doing where both publish the same articles. Else give each a "prefix" of its own.',
  },
  'conditions-ignored': {
    level: 'note',
    message: (v) => `Took no precautions at "${v.to}": this store takes no notice of conditions`,
    help: 'One publisher is safe there. Two at the same moment might overwrite what the other has brought.',
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
  'page-in-the-way': {
    level: 'note',
    message: (v) => `Left "${v.name}" in the output folder as it is: it is not of Feedmill`,
    help: 'Remove it, and the page of this name is written. Without pages: "pages: false" in a config file.',
  },
  'file-left-out': {
    level: 'warning',
    message: (v) => `Cannot bring "${v.path}" along with the pages: it is larger than ${v.limit} MB`,
    help: 'Put it where the site can serve it, and name its address.',
  },
  'address-shared': {
    level: 'warning',
    message: (v) => `Cannot give "${v.path}" a page: "${v.other}" has its address`,
    help: 'Rename one of the two files.',
  },
  'document-missing': {
    level: 'warning',
    message: (v) => `Cannot find ${v.names} in the output folder`,
    help: 'Run: feedmill build',
  },
  'document-stale': {
    level: 'warning',
    message: (v) => `Found ${v.names} other than the articles make now`,
    help: 'Run: feedmill build, with the options that made them. What somebody altered by hand is overwritten then.',
  },
  'document-leftover': {
    level: 'note',
    message: (v) => `Found ${v.names}, which the articles make no more`,
    help: 'The next build removes it.',
  },
  'output-unbuilt': {
    level: 'note',
    message: () => 'Found no documents in the output folder: nothing was built there yet',
    help: 'Run: feedmill build',
  },
  'target-unreadable': {
    level: 'error',
    message: (v) => `Cannot check "${v.target}": ${v.reason}`,
    help: 'Name a folder of articles, one of its articles, the file of a feed, or its http address.',
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
