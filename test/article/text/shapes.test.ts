import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { BodyFindings } from '../../../src/article/article.js';
import { readText } from '../../../src/article/text.js';

const modified = Date.UTC(2025, 9, 14, 12);

function read(name: string): BodyFindings {
  const text = readFileSync(new URL(`copy/${name}.txt`, import.meta.url), 'utf8');
  return readText(text, { path: `${name}.txt`, modified, timezone: 'UTC' }, 1);
}

function stated({ title, published, updated, authors, tags, summary }: BodyFindings) {
  const day = (instant?: number) =>
    instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16);
  const names = authors?.map(({ name }) => name);
  return JSON.parse(
    JSON.stringify({ title, published: day(published), updated: day(updated), names, tags, summary }),
  );
}

const ferries = 'Board to dredge channel after ferries run aground';
const board = /^The harbour board will dredge the northern channel for the first time in thirty years,/;

describe('the shapes that news copy comes in', () => {
  it.each([
    ['web-desk', { title: ferries, names: ['City Desk'], published: '2025-10-14T00:00' }, 4],
    [
      'byline-and-dates',
      {
        title: ferries,
        names: ['Jonas Lind', 'Amira Haddad'],
        published: '2025-10-14T09:15',
        updated: '2025-10-14T17:40',
      },
      3,
    ],
    [
      'web-page',
      {
        title: ferries,
        names: ['Jonas Lind'],
        published: '2025-10-14T00:00',
        tags: ['ferries', 'harbour'],
        summary: 'The bank has moved, and the charts have not',
      },
      3,
    ],
    [
      'underlined-wrapped',
      { title: 'Board to dredge channel', names: ['Jonas Lind'], published: '2025-10-14T00:00' },
      3,
    ],
    [
      'below',
      { title: ferries, names: ['Jonas Lind'], published: '2025-10-14T00:00', tags: ['Harbour', 'Ferries'] },
      3,
    ],
    ['news-set', { title: 'Ferry fares to rise' }, 3],
    [
      'headers-later',
      {
        title: ferries,
        names: ['Jonas Lind'],
        published: '2025-10-14T00:00',
        summary: 'The bank has moved, and the charts have not.',
      },
      2,
    ],
  ])('reads %s', (name, expected, paragraphs) => {
    const findings = read(name);
    expect(stated(findings)).toEqual(expected);
    expect(findings.body.text).toMatch(board);
    expect(findings.body.text.split('\n\n')).toHaveLength(paragraphs);
    expect(findings.body.text).not.toMatch(/Lind|Desk|2025|Advert|ALSO|SHARE|Share this|===|Home/);
    expect(findings.problems).toEqual([]);
  });

  it('keeps a dateline in the body, and takes the desk for the author', () => {
    const findings = read('capitals-dateline');
    expect(stated(findings)).toEqual({
      title: 'BOARD TO DREDGE CHANNEL',
      names: ['Our Correspondent'],
      published: '2025-10-14T00:00',
    });
    expect(findings.body.text).toMatch(/^BERGEN: The harbour board/);
    expect(findings.body.text).not.toContain('Published in');
  });

  it('makes a title of the first sentence where there is none, and says so', () => {
    const findings = read('no-title');
    expect(findings.title).toBe(
      'The harbour board will dredge the northern channel for the first time in thirty years…',
    );
    expect(findings.problems).toMatchObject([
      { code: 'title-missing', level: 'note', path: 'no-title.txt', line: 1 },
    ]);
    expect(findings.body.text).toMatch(/^BERGEN \(Harbour Wire\) - The harbour board/);
  });

  it('reads German copy with the line ends of Windows', () => {
    const findings = read('german');
    expect(stated(findings)).toEqual({
      title: 'Behörde baggert Fahrrinne aus',
      names: ['Jonas Lind', 'Amira Haddad'],
      published: '2025-10-14T09:15',
    });
    expect(findings.body.text).toBe(
      'Zwei Fähren sind in einem Monat auf dieselbe Sandbank gelaufen.\n\nVon Freitag an sollen drei Bagger arbeiten.',
    );
  });

  it('reads French copy', () => {
    const findings = read('french');
    expect(stated(findings)).toEqual({
      title: 'Le chenal sera dragué après deux échouements',
      names: ['Claire Aubry'],
      published: '2025-10-14T09:15',
      updated: '2025-10-15T00:00',
    });
    expect(findings.body.text).toBe(
      'Deux bacs se sont échoués en un mois sur le même banc.\n\nPar prudence, les traversées de nuit sont suspendues.',
    );
  });

  it('reads Chinese copy', () => {
    const findings = read('chinese');
    expect(stated(findings)).toEqual({
      title: '港务局将疏浚北航道',
      names: ['李明'],
      published: '2025-10-14T09:15',
    });
    expect(findings.body.text).toBe(
      '一个月内两艘渡轮在同一处沙洲搁浅。\n\n港务局说，三艘挖泥船将于周五开工。',
    );
  });

  it('keeps the lines of a poem', () => {
    const findings = read('poem');
    expect(stated(findings)).toEqual({ title: 'Low Water', names: ['Amira Haddad'] });
    expect(findings.body.text.split('\n\n').map((stanza) => stanza.split('\n').length)).toEqual([4, 4]);
  });

  it('keeps the items of a list', () => {
    const findings = read('recipe');
    expect(stated(findings)).toEqual({
      title: 'Fish Soup for Twelve',
      names: ['Jonas Lind'],
      published: '2025-01-09T00:00',
    });
    expect(findings.body.text).toBe(
      [
        'Serves 12',
        'You need',
        '- 2 kilos of cod\n- 6 onions, finely sliced\n- 1 lemon',
        '1. Soften the onions for ten minutes.\n2. Add water and the fish.',
      ].join('\n\n'),
    );
  });

  it('reads a message with its mail headers', () => {
    const findings = read('letter-to-a-group');
    expect(stated(findings)).toEqual({
      title: 'The northern channel',
      names: ['Jonas Lind'],
      published: '2025-10-14T09:30',
    });
    expect(findings.body.text).toMatch(board);
    expect(findings.body.text).toContain('\n\n> is it marked?\n> it was once\n\nBring a lead line');
  });

  it('says on which line each thing was found', () => {
    const { found, body } = read('web-desk');
    expect(found).toEqual({
      title: { in: 'body', line: 3 },
      published: { in: 'body', line: 6 },
      authors: { in: 'body', line: 1 },
    });
    expect(body.line).toBe(7);
  });
});
