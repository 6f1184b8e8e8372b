import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ofRuns } from '../../src/problems/of-runs.js';
import { announcementOf } from '../../src/syndicate/announcement.js';
import { longestRest, mostTries } from '../../src/syndicate/retry.js';
import { skipWhere } from '../support/skip-where.js';
import { bodyOf, listen } from './support/listen.js';

const manual = readFileSync(new URL('../../docs/syndicating.md', import.meta.url), 'utf8');

describe('the manual of announcements', () => {
  it('lists the problems that there are with hubs', () => {
    const listed = [...manual.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, code]) => code);
    const known = Object.keys(ofRuns).filter((code) => /^hub-|announce/.test(code));
    expect(listed.sort()).toEqual(known.sort());
  });

  it('says how often and how long a hub is waited for', () => {
    expect(mostTries).toBe(5);
    expect(longestRest).toBe(10 * 60 * 1000);
    expect(manual).toMatch(/five times in all/);
    expect(manual).toMatch(/10 minutes at most/);
  });

  it('shows how to announce by hand what Feedmill announces itself', async ({ skip }) => {
    skipWhere(skip, spawnSync('curl', ['--version']).status !== 0, 'curl is not there');
    let sent = '';
    const hub = await listen(async (request, response) => {
      sent = (await bodyOf(request)).toString();
      response.writeHead(204).end();
    });
    const line = /^curl (.+) https:\/\/hub\.example\.org\/$/m.exec(manual)?.[1] ?? '';
    await promisify(execFile)('curl', ['-s', ...line.split(' '), hub]);
    const [form, own] = [sent, announcementOf('https://example.org/rss.xml')].map((body) =>
      Object.fromEntries(new URLSearchParams(body)),
    );
    expect(Object.keys(form ?? {})).toEqual(['hub.mode', 'hub.url']);
    expect(own).toMatchObject(form ?? {});
  });
});
