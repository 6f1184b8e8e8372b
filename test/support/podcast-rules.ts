import { expect } from 'vitest';
import { type Element, readXml } from './xml.js';

/*
 * The rules for podcasts of Apple Podcasts and of the W3C feed validator, stated once more: each element at most once,
 * with a value that it may have, and within Apple's limits.
 */

const once = (value: RegExp) => ({ value, times: 1 });
const short = /^.{1,255}$/su;
const address = /^https?:\/\/[^\s<>"]+$/;

const channelRules: Readonly<Record<string, { readonly value: RegExp; readonly times: number }>> = {
  'itunes:author': once(short),
  'itunes:explicit': once(/^(?:true|false)$/),
  'itunes:type': once(/^(?:episodic|serial)$/),
  'itunes:new-feed-url': once(address),
  'itunes:image': once(/^$/),
  'itunes:owner': once(/^\s*$/),
  'itunes:category': { value: /^\s*$/, times: 3 },
  'podcast:guid': once(/^[\da-f]{8}-[\da-f]{4}-[45][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
  'podcast:medium': once(/^podcast$/),
  'podcast:locked': once(/^(?:yes|no)$/),
  'podcast:funding': { value: /^.{1,128}$/su, times: 10 },
  'podcast:updateFrequency': once(/^complete$/),
};

const itemRules: typeof channelRules = {
  'itunes:duration': once(/^[1-9]\d*$/),
  'itunes:author': once(short),
  'itunes:subtitle': once(short),
  'itunes:season': once(/^[1-9]\d*$/),
  'itunes:episode': once(/^[1-9]\d*$/),
  'itunes:episodeType': once(/^(?:full|trailer|bonus)$/),
  'itunes:explicit': once(/^(?:true|false)$/),
  'itunes:image': once(/^$/),
  'podcast:season': once(/^[1-9]\d*$/),
  'podcast:episode': once(/^[1-9]\d*$/),
  'podcast:transcript': { value: /^$/, times: 20 },
  'podcast:chapters': once(/^$/),
};

/** Reads an RSS document, fails where a rule for podcasts is broken, and gives its channel. */
export function readPodcast(text: string): Element {
  const [channel] = readXml(text).children;
  if (!channel) throw new Error('There is no channel');
  check(channel, channelRules);
  for (const item of channel.children.filter(({ name }) => name === 'item')) {
    check(item, itemRules);
    const enclosures = item.children.filter(({ name }) => name === 'enclosure');
    expect(enclosures.length).toBeLessThanOrEqual(1);
    for (const { attributes } of enclosures) {
      expect(attributes.url).toMatch(address);
      expect(attributes.length).toMatch(/^\d+$/);
      expect(attributes.type).toMatch(/^[\w.+-]+\/[\w.+-]+$/);
    }
    // Apple takes no recordings in other formats.
    if (item.children.some(({ name }) => name.startsWith('itunes:')))
      expect(enclosures[0]?.attributes.url).toMatch(/\.(?:m4a|mp3|mov|mp4|m4v)(?:[?#]|$)/i);
  }
  return channel;
}

function check({ children }: Element, rules: typeof channelRules): void {
  const special = children.filter(({ name }) => /^(?:itunes|podcast):/.test(name));
  for (const { name, text, attributes } of special) {
    const rule = rules[name];
    if (!rule) throw new Error(`There is no <${name}> in this place`);
    expect(text, name).toMatch(rule.value);
    expect(special.filter((other) => other.name === name).length, name).toBeLessThanOrEqual(rule.times);
    for (const place of [attributes.href, attributes.url])
      if (place !== undefined) expect(place).toMatch(address);
    expect(text).not.toMatch(/<\/[a-z]+>/i);
  }
}
