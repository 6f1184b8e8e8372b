import type { Attachment } from '../article.js';
import { durationNames, readDuration } from './duration.js';
import type { Keys } from './keys.js';
import type { Value, Values } from './matter.js';
import { textOf } from './text-of.js';

/** The media files that front matter attaches, with the line of the first. */
export interface AttachmentsThere {
  readonly attachments: readonly Attachment[];
  readonly line: number;
}

/** Reads enclosures, and what is called audio or video where it names a media file and not a page that shows one. */
export function readAttachmentsIn(keys: Keys): AttachmentsThere | undefined {
  const attachments = new Map<string, Attachment>();
  let line: number | undefined;
  for (const family of ['attachments', 'media'] as const) {
    for (const entry of keys.family(family)) {
      for (const attachment of attachmentsOf(entry.value, family === 'attachments', 0)) {
        line ??= entry.line;
        if (!attachments.has(attachment.src)) attachments.set(attachment.src, attachment);
      }
    }
  }
  const all = [...attachments.values()];
  const [only] = all;
  if (!only || line === undefined) return undefined;
  const more = aside(keys);
  if (all.length === 1) return { attachments: [{ ...more, ...only }], line };
  // Formats of one recording last equally long.
  const { duration } = isOneRecording(all) ? more : {};
  return {
    attachments: duration === undefined ? all : all.map((one) => ({ duration, ...one })),
    line,
  };
}

function isOneRecording(all: readonly Attachment[]): boolean {
  return new Set(all.map(({ src }) => src.replace(/\.[a-z0-9]+$/i, ''))).size === 1;
}

function attachmentsOf(value: Value, sure: boolean, depth: number): Attachment[] {
  if (typeof value === 'string') return fromText(value, sure);
  if (depth > 2) return [];
  if (Array.isArray(value)) return value.flatMap((item) => attachmentsOf(item, sure, depth + 1));
  return value instanceof Map ? fromTable(value, sure) : [];
}

/** An address alone, or as WordPress has it: address, length and type, each on a line. */
function fromText(text: string, sure: boolean): Attachment[] {
  const [src = '', length, type] = text.trim().split(/\s+/);
  const listed = length !== undefined && /^\d+$/.test(length);
  if (src === '' || /[{}<>]/.test(src) || !(sure || isMedia(src))) return [];
  if (!listed && text.trim().includes('\n')) return [];
  return [listed ? described(src, { length, type }) : { src: text.trim() }];
}

function fromTable(table: Values, sure: boolean): Attachment[] {
  const src = textOf(table, 'url src href link file path source mp3 audio enclosure uri filename');
  const type = textOf(table, 'type mimetype mime mediatype contenttype');
  if (!sure && !type) {
    const formats = byFormat(table);
    if (formats.length > 0) return formats;
  }
  if (!src || !(sure || type?.includes('/') || isMedia(src))) return [];
  const length = textOf(table, 'length size bytes filesize lengthinbytes sizeinbytes');
  return [
    described(src, {
      type,
      length,
      title: textOf(table, 'title name'),
      duration: textOf(table, 'duration itunesduration'),
    }),
  ];
}

/** One recording in several formats: `mp3: talk.mp3` and `ogg: talk.ogg`. */
function byFormat(table: Values): Attachment[] {
  const named = [...table].filter(([key, value]) => typeof value === 'string' && isMedia(`.${key}`));
  return named.length < 2 ? [] : named.flatMap(([, value]) => attachmentsOf(value, false, 3));
}

function aside(keys: Keys): Partial<Attachment> {
  const one = (names: string) =>
    names
      .split(' ')
      .map((name) => keys.text(name))
      .find((text) => text !== undefined);
  return describe({
    type: one('mimetype audiotype enclosuretype'),
    length: one(
      'filesize audiolength audiosize enclosurelength podcastbytes podcastlength podcastsize bytes length',
    ),
    duration: one(durationNames),
  });
}

type Words = { readonly [Name in 'type' | 'length' | 'title' | 'duration']?: string | undefined };

function described(src: string, words: Words): Attachment {
  return { src, ...describe(words) };
}

function describe(words: Words): Omit<Attachment, 'src'> {
  const length = /^\d{1,15}$/.test(words.length ?? '') ? Number(words.length) : undefined;
  const duration = readDuration(words.duration ?? '');
  return {
    ...(words.type?.includes('/') && { type: words.type }),
    ...(length !== undefined && { length }),
    ...(words.title && { title: words.title }),
    ...(duration !== undefined && { duration }),
  };
}

function isMedia(src: string): boolean {
  return /\.(?:mp3|m4a|m4b|mp4|m4v|ogg|oga|ogv|opus|wav|flac|aac|webm|mov|mkv|avi|weba)(?:[?#]\S*)?$/i.test(
    src,
  );
}
