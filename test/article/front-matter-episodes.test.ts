import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/article/front-matter.js';

const context = { path: 'a.md', modified: 0, timezone: 'UTC' };

function read(lines: readonly string[], fence = '---') {
  return readFrontMatter(`${fence}\n${lines.join('\n')}\n${fence}\nBody.\n`, context).findings;
}

describe('what podcast themes and hosts write', () => {
  const said = { number: 3, season: 2, kind: 'bonus', explicit: true };
  it.each([
    ['plainly', ['episode: 3', 'season: 2', 'episodeType: bonus', 'explicit: true']],
    [
      'with the words of Apple',
      ['itunes_episode: 3', 'itunes_season: 2', 'itunes_episode_type: Bonus', 'itunes_explicit: "yes"'],
    ],
    [
      'with colons',
      [
        '"itunes:episode": "3"',
        '"itunes:season": 2',
        '"itunes:episodeType": bonus',
        '"itunes:explicit": explicit',
      ],
    ],
    [
      'in a table of Apple',
      ['itunes:', '  episode: 3', '  season: 2', '  episodeType: bonus', '  explicit: true'],
    ],
    [
      'in a table of the podcast',
      ['podcast:', '  episode: 3', '  season: 2', '  episode_type: bonus', '  explicit: yes'],
    ],
    [
      'in a table of the episode',
      [
        'episode:',
        '  episodeNumber: 3',
        '  seasonNumber: 2',
        '  itunesEpisodeType: bonus',
        '  explicit: true',
      ],
    ],
    [
      'with zeros and signs',
      ['episode_number: "#03"', 'season_number: 02', 'episode-type: BONUS', 'explicit: 1'],
    ],
  ])('%s is read', (_, lines) => {
    expect(read(['audio: a.mp3', ...lines]).episode).toEqual(said);
  });

  it('names files that go with an episode', () => {
    const { episode, found } = read([
      'title: A',
      'audio: a.mp3',
      'transcript: {url: a.vtt, type: text/vtt, language: pt-BR}',
      'chapters: a.json',
      'itunes: {image: {href: cover.jpg}}',
      'subtitle: All of <em>it</em>',
    ]);
    expect(episode).toEqual({
      subtitle: 'All of it',
      image: 'cover.jpg',
      transcripts: [{ src: 'a.vtt', type: 'text/vtt', language: 'pt-BR' }],
      chapters: 'a.json',
    });
    expect(found.episode?.line).toBe(4);
  });

  it('is read in TOML, too', () => {
    expect(read(['audio = "a.mp3"', 'episode = 3', '[itunes]', 'explicit = false'], '+++').episode).toEqual({
      number: 3,
      explicit: false,
    });
  });

  it.each([
    ['episode: -3'],
    ['episode: 1.5'],
    ['episode: the third'],
    ['episode: 0'],
    ['episodeType: pilot'],
    ['explicit: perhaps'],
    ['transcript: Ana says that the ferry will be late.'],
    ['chapters: [{start: "0:00", title: Intro}]'],
  ])('%s says nothing', (line) => {
    expect(read(['audio: a.mp3', line]).episode).toBeUndefined();
  });

  it('says nothing of an article that attaches nothing', () => {
    expect(read(['episode: 3', 'season: 1'])).not.toHaveProperty('episode');
  });
});

describe('a recording', () => {
  const attached = (...lines: string[]) => read(lines).attachments;
  it.each([
    ['754', 754],
    ['12:34', 754],
    ['1:02:03', 3723],
    ['PT1H2M3S', 3723],
    ['1h 2m 3s', 3723],
    ['45 min', 2700],
    ['90 minutes', 5400],
    ['61.5', 61.5],
  ])('lasts %s', (duration, seconds) => {
    expect(attached('audio: a.mp3', `duration: "${duration}"`)).toEqual([
      { src: 'a.mp3', duration: seconds },
    ]);
  });
  it.each(['long', '-3', '1:2:3:4', 'h', '12 parsecs'])('lasts nobody knows how long: %s', (duration) => {
    expect(attached('audio: a.mp3', `duration: "${duration}"`)).toEqual([{ src: 'a.mp3' }]);
  });
  it('in several formats is several files, which last equally long', () => {
    expect(attached('audio:', '  mp3: talk.mp3', '  ogg: talk.ogg', 'duration: 61')).toEqual([
      { src: 'talk.mp3', duration: 61 },
      { src: 'talk.ogg', duration: 61 },
    ]);
    expect(attached('enclosures: [one.mp3, two.mp3]', 'duration: 61')).toEqual([
      { src: 'one.mp3' },
      { src: 'two.mp3' },
    ]);
  });
  it('is known by what hosts call it', () => {
    expect(attached('episode: {filename: talk.mp3, size: 9, duration: 61}')).toEqual([
      { src: 'talk.mp3', length: 9, duration: 61 },
    ]);
    expect(attached('podcast_file: talk.mp3', 'podcast_bytes: 9', 'podcast_duration: "1:01"')).toEqual([
      { src: 'talk.mp3', length: 9, duration: 61 },
    ]);
    expect(attached('episode: talk.mp3')).toEqual([{ src: 'talk.mp3' }]);
    expect(
      attached(
        'enclosure_url: https://cdn.example.org/1',
        'enclosure_length: 9',
        'enclosure_type: audio/mpeg',
      ),
    ).toEqual([{ src: 'https://cdn.example.org/1', length: 9, type: 'audio/mpeg' }]);
    expect(attached('podcast: {file: talk.mp3, bytes: 9, duration: "1:01"}')).toEqual([
      { src: 'talk.mp3', length: 9, duration: 61 },
    ]);
  });
});
