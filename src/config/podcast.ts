import { artworkFault } from '../measure/artwork.js';
import { areaOf } from '../measure/picture.js';
import type { Assets } from './assets.js';
import { readCategory } from './categories.js';
import type { CheckedConfig } from './check.js';
import type { Asset, Podcast } from './config.js';

/** What a config says of podcasts; nothing where recordings are to make none. */
export function podcastOf(given: CheckedConfig['podcast'], { artwork, logo }: Assets): Podcast | undefined {
  if (given === false) return undefined;
  const fitting = logo && faultOf(logo) === undefined ? { artwork: logo } : {};
  if (given === undefined) return { asked: false, categories: [], funding: [], ...fitting };
  const said = given === true ? {} : given;
  const { title, description, author, owner, image, type, locked, guid, complete, newFeedUrl } = said;
  const picture = artwork ?? image;
  const fault = artwork && faultOf(artwork);
  return {
    asked: true,
    ...fitting,
    ...(title !== undefined && { title: title.trim() }),
    ...(description !== undefined && { description: description.trim() }),
    categories: [said.category ?? []].flat().flatMap((written) => {
      const category = readCategory(written);
      return category ? [category] : [];
    }),
    explicit: said.explicit ?? false,
    ...(author !== undefined && { author: author.trim() }),
    ...(owner && {
      owner: { ...(owner.name !== undefined && { name: owner.name.trim() }), email: owner.email },
    }),
    ...(picture !== undefined && { artwork: picture }),
    ...(fault !== undefined && { artworkFault: fault }),
    ...(type && { type }),
    ...(locked !== undefined && { locked }),
    funding: [said.funding ?? []].flat().map(({ url, text }) => ({ url, text: text?.trim() ?? url })),
    ...(guid !== undefined && { guid: guid.toLowerCase() }),
    ...(complete !== undefined && { complete }),
    ...(newFeedUrl !== undefined && { newFeedUrl }),
  };
}

function faultOf({ bytes }: Asset): string | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return artworkFault(
    areaOf({ size: file.length, at: (from, length) => file.subarray(from, from + length) }),
  );
}
